/** Money: budgets, reservations, metering, spend; knows not what was bought. */
@NullMarked
package dev.quartermaster.actions.ledger;

import org.jspecify.annotations.NullMarked;
