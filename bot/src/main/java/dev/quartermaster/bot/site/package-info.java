/**
 * Pages that people publish by pushing to a repository kept here: files of its default branch, read as they stand there.
 * They are strangers' work on our own address, so they run apart from everything else on it. Knows no Slack.
 */
@NullMarked
package dev.quartermaster.bot.site;

import org.jspecify.annotations.NullMarked;
