package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a budget's owner was told, with how it stood then.
 *
 * @param step the per cent of used and reserved that was reached; 0: the limit is used up, and what runs will be stopped
 * @param to who was told
 * @param left who said to leave things as they are; null: nobody
 * @param over there was money again before something was stopped for it: nothing is any more, until it is told anew
 */
public record BudgetAlert(
        long id,
        BudgetScope scope,
        int step,
        Money limit,
        Money used,
        Money reserved,
        PersonId to,
        Instant at,
        @Nullable PersonId left,
        boolean over) {
    public boolean stops() {
        return step == 0;
    }
}
