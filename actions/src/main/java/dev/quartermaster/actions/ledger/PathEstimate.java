package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.money.Money;

/**
 * What was agreed for everything of one golden path that has ended, and what it came to in the end.
 *
 * @param things how many leases
 * @param estimate everything that yeses were given for
 */
public record PathEstimate(String path, int things, Money estimate, Money amount) {}
