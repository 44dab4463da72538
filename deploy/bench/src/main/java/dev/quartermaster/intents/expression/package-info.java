/** Measures what evaluating an expression costs; knows no rules. */
@NullMarked
package dev.quartermaster.intents.expression;

import org.jspecify.annotations.NullMarked;
