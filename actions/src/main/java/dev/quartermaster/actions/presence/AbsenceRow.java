package dev.quartermaster.actions.presence;

import dev.quartermaster.intents.people.PersonId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** Somebody's absence, the last one they said. */
@Entity
@NullUnmarked
@Table(name = "absence")
class AbsenceRow {
    @Id
    String person;

    @Nullable
    String cover;

    Instant until;
    Instant since;

    Absence absence() {
        return new Absence(new PersonId(person), cover == null ? null : new PersonId(cover), until);
    }
}
