/** The jar's own command that reads a folder of configuration. */
@NullMarked
package dev.quartermaster.bot.check;

import org.jspecify.annotations.NullMarked;
