package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request to be judged: a launch or a grant (anything else is refused), by whom, when, and on top of what. An
 * extension comes as the original intent with the new end, and what is running in {@code already}.
 *
 * @param lease the id that names would be made from
 * @param budget of the asker's team
 * @param around what is held and what was approved beforehand
 */
public record EvaluationRequest(
        PersonId by,
        Intent intent,
        LeaseId lease,
        Instant now,
        BudgetView budget,
        @Nullable Already already,
        Circumstances around) {
    /** Where the team holds nothing and nothing is approved beforehand. */
    public EvaluationRequest(
            PersonId by, Intent intent, LeaseId lease, Instant now, BudgetView budget, @Nullable Already already) {
        this(by, intent, lease, now, budget, already, Circumstances.NONE);
    }

    /** The same question about another wish. */
    public EvaluationRequest wanting(Intent other) {
        return new EvaluationRequest(by, other, lease, now, budget, already, around);
    }

    /**
     * @param since hand-over
     * @param until the end agreed so far; time after it is new money
     * @param perHour the rate agreed so far: what changes its size costs another from now on; null: what it is now
     * @param values what runs has now, where its size changes; empty: it doesn't
     */
    public record Already(
            Instant since, Instant until, @Nullable Money perHour, Map<String, Value> values) {
        public Already {
            // What was stored before sizes could change has none.
            values = Map.copyOf(Optional.ofNullable(values).orElse(Map.of()));
        }

        public Already(Instant since, Instant until, @Nullable Money perHour) {
            this(since, until, perHour, Map.of());
        }

        /** Of an extension: another end, the same size and rate. */
        public Already(Instant since, Instant until) {
            this(since, until, null);
        }

        /** Whether it is another size of what runs. */
        public boolean resizes() {
            return !values.isEmpty();
        }
    }
}
