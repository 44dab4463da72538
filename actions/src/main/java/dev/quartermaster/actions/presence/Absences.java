package dev.quartermaster.actions.presence;

import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is away right now. What changes joins the caller's transaction, with its fact in the record. */
public interface Absences {
    /** Replaces an absence said before. @param until at most a year from now */
    Answer away(PersonId person, Instant until, @Nullable PersonId cover);

    /** @return what has ended; empty: they were not away */
    Optional<Absence> back(PersonId person);

    Optional<Absence> of(PersonId person);

    /** Everybody who is away by the database's time. */
    List<Absence> now();

    sealed interface Answer {
        record Noted(Absence absence) implements Answer {}

        /** Why not, in words with the next step; nothing changed. */
        record Declined(String words) implements Answer {}
    }
}
