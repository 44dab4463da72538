package dev.quartermaster.actions.statement;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.time.YearMonth;
import java.util.Set;

/** Reads closed months for those who may, and closes them. */
public interface MonthStatements {
    /** Of one team and month, if the asker may see the team's spend. */
    Answer of(PersonId asker, TeamId team, YearMonth month);

    /** Teams that were charged for something and are no more, or have another id by now, where the asker may see their statements. */
    Set<TeamId> gone(PersonId asker);

    /** Closes the month now, and those before it that are open; platform leads only, once it is over. The same twice is as once. */
    Answer close(PersonId by, TeamId team, YearMonth month);

    sealed interface Answer {
        /** @param fault empty: as it was closed, on an unbroken chain of the team's earlier ones; otherwise a sentence naming what isn't */
        record Found(Statement statement, String fault) implements Answer {}

        /** There is none, with when there will be. */
        record Open(String words) implements Answer {}

        record NotYours(String words) implements Answer {}
    }
}
