/**
 * Threads that look for work, woken when there is some and every second for what a crash left over. Door: {@code PollingLoop}.
 * Needs no other room and knows not what the work is.
 */
@NullMarked
package dev.quartermaster.bot.slack.work;

import org.jspecify.annotations.NullMarked;
