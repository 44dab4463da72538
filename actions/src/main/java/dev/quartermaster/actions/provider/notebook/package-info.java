/**
 * Notebook servers on this machine, for the local workspace: real ones, in place of what a cluster would run. Knows neither Slack
 * nor rules, and nothing of the cluster.
 */
@NullMarked
package dev.quartermaster.actions.provider.notebook;

import org.jspecify.annotations.NullMarked;
