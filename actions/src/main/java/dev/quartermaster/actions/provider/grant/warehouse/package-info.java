/**
 * The warehouse as a server: connections, quoted statements, what its errors mean, locks and membership. Knows nothing
 * of grants or leases.
 */
@NullMarked
package dev.quartermaster.actions.provider.grant.warehouse;

import org.jspecify.annotations.NullMarked;
