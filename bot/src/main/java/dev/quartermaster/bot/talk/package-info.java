/** What people say and click, turned into calls to the desk and into answers; decides nothing itself. */
@NullMarked
package dev.quartermaster.bot.talk;

import org.jspecify.annotations.NullMarked;
