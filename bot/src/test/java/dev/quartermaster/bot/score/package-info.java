/** The command as a platform team types it. */
@NullMarked
package dev.quartermaster.bot.score;

import org.jspecify.annotations.NullMarked;
