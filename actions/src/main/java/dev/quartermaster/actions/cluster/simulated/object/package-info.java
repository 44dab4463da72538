/**
 * The simulated cluster's objects: kinds, keys and selectors, who set which field, how a change is merged, and what a
 * call is answered. Knows no HTTP.
 */
@NullMarked
package dev.quartermaster.actions.cluster.simulated.object;

import org.jspecify.annotations.NullMarked;
