/**
 * Remembering and doing. This root holds only what every room below shares: a request's id, a configured secret, the hash
 * of a text, and how a start is refused.
 */
@NullMarked
package dev.quartermaster.actions;

import org.jspecify.annotations.NullMarked;
