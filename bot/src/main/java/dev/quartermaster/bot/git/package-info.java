/**
 * Git's smart protocol over HTTP, for the repositories that are kept in this process's folder: who may read and write one,
 * how much and for how long. Knows no Slack, and not how a repository is made.
 */
@NullMarked
package dev.quartermaster.bot.git;

import org.jspecify.annotations.NullMarked;
