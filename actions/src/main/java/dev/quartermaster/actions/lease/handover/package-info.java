/**
 * What is wanted of a lease: opened for a request, extended, ended, and what its holder may be shown. Writes what is
 * wanted and wakes the reconciler, which it does not know.
 */
@NullMarked
package dev.quartermaster.actions.lease.handover;

import org.jspecify.annotations.NullMarked;
