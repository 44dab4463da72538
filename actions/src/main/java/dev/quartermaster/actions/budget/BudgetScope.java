package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.time.YearMonth;
import java.util.Locale;

/**
 * Whose money of a month is looked at: all of a team's, one person's or one purpose's.
 *
 * @param name a person's id, or a purpose as the team's file writes it; empty for the whole team
 */
public record BudgetScope(TeamId team, YearMonth month, Kind kind, String name) {
    public enum Kind {
        TEAM,
        PERSON,
        PURPOSE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether what is charged to a person of the team for a purpose counts. */
    public boolean concerns(PersonId person, String purpose) {
        return switch (kind) {
            case TEAM -> true;
            case PERSON -> person.value().equals(name);
            case PURPOSE -> BudgetCap.same(purpose, name);
        };
    }
}
