/** The jar's own command that reads a folder of configuration and says what is wrong with it. Starts nothing. */
@NullMarked
package dev.quartermaster.bot.check;

import org.jspecify.annotations.NullMarked;
