/** Custom kinds' definitions, held against objects that fit them and that do not. */
@NullMarked
package dev.quartermaster.actions.cluster.definition;

import org.jspecify.annotations.NullMarked;
