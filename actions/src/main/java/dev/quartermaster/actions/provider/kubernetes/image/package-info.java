/**
 * Images by digest: asks the registries that the organisation allows which digest a tag has. Knows manifests, and nothing
 * of leases.
 */
@NullMarked
package dev.quartermaster.actions.provider.kubernetes.image;

import org.jspecify.annotations.NullMarked;
