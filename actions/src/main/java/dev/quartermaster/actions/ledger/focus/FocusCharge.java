package dev.quartermaster.actions.ledger.focus;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a lease at one rate, or what one person's messages of a day cost that one language model read, as far as
 * they fall into one month.
 *
 * @param lease null: of a language model
 * @param model empty: of a lease
 * @param resources what is behind the rate, as {@code prices.yaml} names it
 * @param perHour null: of a language model
 * @param quantity seconds, or tokens
 * @param amount to six decimals, as the ledger has it
 * @param corrects an earlier month, of which another statement said something else; null: used when it says
 */
record FocusCharge(
        @Nullable LeaseId lease,
        String path,
        String model,
        PersonId person,
        String purpose,
        Set<String> resources,
        String currency,
        @Nullable BigDecimal perHour,
        Instant from,
        Instant to,
        long quantity,
        BigDecimal amount,
        @Nullable YearMonth corrects) {

    boolean ofLease() {
        return lease != null;
    }
}
