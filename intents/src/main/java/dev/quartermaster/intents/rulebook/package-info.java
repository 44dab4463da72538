/** The rule files as people read and edit them: one rule's own text, found and replaced; knows no storage and judges nothing. */
@NullMarked
package dev.quartermaster.intents.rulebook;

import org.jspecify.annotations.NullMarked;
