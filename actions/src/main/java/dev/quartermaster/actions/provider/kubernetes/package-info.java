/**
 * {@code provider: kubernetes}: makes, observes and removes a part's objects in the team's namespace; knows the cluster
 * as trees and results, never its client.
 */
@NullMarked
package dev.quartermaster.actions.provider.kubernetes;

import org.jspecify.annotations.NullMarked;
