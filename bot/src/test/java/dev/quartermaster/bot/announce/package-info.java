/** What is told to channels, in words. */
@NullMarked
package dev.quartermaster.bot.announce;

import org.jspecify.annotations.NullMarked;
