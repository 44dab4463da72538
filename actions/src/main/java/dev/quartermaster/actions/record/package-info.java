/** The git record: what is in force and what was decided, written from the database one way, so that it can be written anew. */
@NullMarked
package dev.quartermaster.actions.record;

import org.jspecify.annotations.NullMarked;
