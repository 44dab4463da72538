/** What golden paths need a cluster to be set up with, and which of that it lacks; knows nothing of leases. */
@NullMarked
package dev.quartermaster.actions.provider.kubernetes.need;

import org.jspecify.annotations.NullMarked;
