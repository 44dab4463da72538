/**
 * The reconciler: claims a lease, observes its parts and converges them, one pass at a time, and sweeps what was left
 * over. Nothing points here.
 */
@NullMarked
package dev.quartermaster.actions.lease.reconcile;

import org.jspecify.annotations.NullMarked;
