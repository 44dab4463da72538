/**
 * Rows of leases and their parts, their repositories and queries, and how a request opens a lease; knows neither
 * hand-over nor reconciler.
 */
@NullMarked
package dev.quartermaster.actions.lease.store;

import org.jspecify.annotations.NullMarked;
