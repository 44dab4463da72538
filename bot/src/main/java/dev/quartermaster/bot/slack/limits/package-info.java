/** What each person may send within a time, shared by all replicas; knows not what it is that they send. */
@NullMarked
package dev.quartermaster.bot.slack.limits;

import org.jspecify.annotations.NullMarked;
