/**
 * What an object of a kind may look like in the simulated cluster: decoding, shapes, defaults, and the server's own
 * words for what is wrong. Keeps nothing.
 */
@NullMarked
package dev.quartermaster.actions.cluster.simulated.schema;

import org.jspecify.annotations.NullMarked;
