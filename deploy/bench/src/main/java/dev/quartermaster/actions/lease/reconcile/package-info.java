/** How the cost of what is live grows with how much of it there is; in the reconciler's package, to call what it calls. */
@NullMarked
package dev.quartermaster.actions.lease.reconcile;

import org.jspecify.annotations.NullMarked;
