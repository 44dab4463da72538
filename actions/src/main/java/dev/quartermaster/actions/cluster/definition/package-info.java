/** Custom kinds as their projects define them (CRDs), and what of an object such a definition refuses. Asks no cluster. */
@NullMarked
package dev.quartermaster.actions.cluster.definition;

import org.jspecify.annotations.NullMarked;
