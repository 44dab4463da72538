/** When digests are due; knows no message. */
@NullMarked
package dev.quartermaster.bot.digest;

import org.jspecify.annotations.NullMarked;
