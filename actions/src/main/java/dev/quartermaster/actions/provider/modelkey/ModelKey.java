package dev.quartermaster.actions.provider.modelkey;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * A key as the proxy keeps it, without its secret: nobody knows that but whom it was shown to.
 *
 * @param alias which no other key has
 * @param token the proxy's name for it, a hash of the secret
 * @param generation counts the showings, from 1; each is a new key
 * @param since when the first of them was made
 * @param spent by all of them, in the proxy's currency
 * @param blocked by somebody at the proxy
 * @param budget up to which {@code spent} may grow
 */
record ModelKey(
        String alias,
        String token,
        int generation,
        Instant since,
        BigDecimal spent,
        BigDecimal budget,
        Instant expires,
        List<String> models,
        boolean blocked) {
    ModelKey {
        models = List.copyOf(models);
    }
}
