/**
 * One query of somebody who is not trusted, within bounds: one SELECT, read only, so many rows, bytes and seconds. Knows
 * a connection and nothing of roles, grants or leases.
 */
@NullMarked
package dev.quartermaster.actions.provider.grant.query;

import org.jspecify.annotations.NullMarked;
