/**
 * What teams were charged, in the columns of FOCUS, the FinOps Open Cost and Usage Specification. Reads through the
 * ledger's walls; charges nothing.
 */
@NullMarked
package dev.quartermaster.actions.ledger.focus;

import org.jspecify.annotations.NullMarked;
