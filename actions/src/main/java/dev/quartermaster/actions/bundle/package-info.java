/** The configuration in force: stored by hash, activated for all replicas at once. */
@NullMarked
package dev.quartermaster.actions.bundle;

import org.jspecify.annotations.NullMarked;
