/** Answers questions about what can be had, from files, rules and measurements handed in; may start and decide nothing. */
@NullMarked
package dev.quartermaster.intents.guide;

import org.jspecify.annotations.NullMarked;
