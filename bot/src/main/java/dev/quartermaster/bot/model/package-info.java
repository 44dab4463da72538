/** Which language model there is, and how it is spoken to; may not know what is asked of it. */
@NullMarked
package dev.quartermaster.bot.model;

import org.jspecify.annotations.NullMarked;
