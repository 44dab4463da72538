/**
 * Views of ours that show a table with columns masked: as the catalogue says, owned by the login that we reach the
 * warehouse as. Knows nothing of grants or leases.
 */
@NullMarked
package dev.quartermaster.actions.provider.grant.mask;

import org.jspecify.annotations.NullMarked;
