/** The edge and the main; knows not how a part is made. */
@NullMarked
package dev.quartermaster.bot;

import org.jspecify.annotations.NullMarked;
