package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A wish made definite: planned and priced, or outside what its path allows at all. */
sealed interface Draft {
    record Ready(Plan plan, Price price) implements Draft {}

    record Outside(List<Finding> findings) implements Draft {
        public Outside {
            findings = List.copyOf(findings);
        }
    }

    /** @param parameter its name; {@code duration} is the term. @param nearest the nearest valid value, if there is one */
    record Finding(String parameter, String words, @Nullable Value nearest) {}

    /** Makes drafts. {@code start} is the hand-over, passed or expected: lengths count from it. */
    @FunctionalInterface
    interface Maker {
        Draft draft(Intent intent, Person person, Team team, LeaseId lease, Instant start);
    }
}
