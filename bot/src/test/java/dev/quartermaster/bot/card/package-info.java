/** Cards drawn from anything people could write and any number of things there could be; nothing is sent. */
@NullMarked
package dev.quartermaster.bot.card;

import org.jspecify.annotations.NullMarked;
