/**
 * Why a part is not ready yet: a snapshot of what the cluster says, and the reason in words for the asker. Changes
 * nothing in the cluster.
 */
@NullMarked
package dev.quartermaster.actions.provider.kubernetes.waiting;

import org.jspecify.annotations.NullMarked;
