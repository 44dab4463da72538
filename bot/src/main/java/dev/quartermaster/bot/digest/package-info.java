/** What people are told once a day or once a week instead of each time, and how long approvers take as a metric; decides nothing. */
@NullMarked
package dev.quartermaster.bot.digest;

import org.jspecify.annotations.NullMarked;
