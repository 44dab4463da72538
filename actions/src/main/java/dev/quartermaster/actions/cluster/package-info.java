/** The one place that knows the Kubernetes client: objects as plain trees in, results out, no exception; knows no provider. */
@NullMarked
package dev.quartermaster.actions.cluster;

import org.jspecify.annotations.NullMarked;
