/** Puts the process together: what is embedded, what is real, what is simulated; decides nothing else. */
@NullMarked
package dev.quartermaster.bot.wiring;

import org.jspecify.annotations.NullMarked;
