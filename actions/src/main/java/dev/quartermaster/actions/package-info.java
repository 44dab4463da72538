/** Remembering and doing; this root holds only the id every room below shares. */
@NullMarked
package dev.quartermaster.actions;

import org.jspecify.annotations.NullMarked;
