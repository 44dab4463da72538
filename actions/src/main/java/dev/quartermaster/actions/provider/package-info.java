/**
 * The contract of one kind of part: what it is, observe, converge; a new kind is a new package below, and nothing else. The
 * packages below know this one and never each other.
 */
@NullMarked
package dev.quartermaster.actions.provider;

import org.jspecify.annotations.NullMarked;
