/** The contract of one kind of part: observe, converge; a new kind is a new package below. */
@NullMarked
package dev.quartermaster.actions.provider;

import org.jspecify.annotations.NullMarked;
