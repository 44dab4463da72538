/** CEL in the values of files: checked when a file is read, filled in with values later; knows not what the values are for. */
@NullMarked
package dev.quartermaster.intents.expression;

import org.jspecify.annotations.NullMarked;
