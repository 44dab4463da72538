/** Threads that look for work: woken when there is some, and every second for what a crash left over; knows not what work. */
@NullMarked
package dev.quartermaster.bot.slack.work;

import org.jspecify.annotations.NullMarked;
