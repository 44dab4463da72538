/**
 * What a part may ask of the cluster and what is known of kinds of objects: manifests checked, labels, readiness. Reads
 * trees; calls no cluster.
 */
@NullMarked
package dev.quartermaster.actions.provider.kubernetes.manifest;

import org.jspecify.annotations.NullMarked;
