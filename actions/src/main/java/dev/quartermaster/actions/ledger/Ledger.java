package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What was used and what it cost. */
public interface Ledger {
    /** One team's spend, if the asker may see it: its members, its manager, its budget's owner, platform leads. */
    Answer spend(PersonId asker, TeamId team, Period period);

    /** The first day anything was charged to the team; empty: none was, or the asker may not see it. */
    Optional<LocalDate> since(PersonId asker, TeamId team);

    /** What was charged on each day of the period up to today; empty too: the asker may not see it. */
    SortedMap<LocalDate, Money> daily(PersonId asker, TeamId team, Period period);

    /** Of what ended in the period; empty: the asker may not see the team's spend. */
    Optional<List<PathEstimate>> estimates(PersonId asker, TeamId team, Period period);

    /** What a verdict is computed on. */
    BudgetView budget(TeamId team);

    /** The same without what one lease uses and was promised: what a verdict on that lease itself is computed on. */
    BudgetView budget(TeamId team, LeaseId without);

    /**
     * The month that is, of a team, as the program itself reads it and for nobody: whoever shows any of it asks for the
     * right to see the team's spend before.
     */
    SpendReport thisMonth(TeamId team);

    sealed interface Answer {
        record Report(SpendReport report) implements Answer {}

        record NotYours(String words) implements Answer {
            public static NotYours of(TeamId team) {
                return new NotYours("What " + team + " spends is seen by its members, its manager and platform leads."
                        + " Ask one of them, or ask for your own team's spend.");
            }
        }
    }
}
