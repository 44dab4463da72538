package dev.quartermaster.actions.request.store;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A request as it lies in its table. Written once here; every later change is a conditional update. */
@Entity
@NullUnmarked
@Table(name = "request")
class RequestRow implements InsertOnly<String> {
    @Id
    String id;

    @Column(name = "event_key")
    String eventKey;

    String asker;
    String team;
    String summary;
    String purpose;

    @ColumnTransformer(write = "?::jsonb")
    String judgement;

    String digest;
    String state;

    @Nullable
    String extending;

    @Nullable
    String beneficiary;

    /** JSON of what another size was asked for against; null: it is no such request. */
    @Nullable
    String resizing;

    String[] opened;

    @Column(name = "asked_at")
    Instant askedAt;

    @Column(name = "lapses_at")
    Instant lapsesAt;

    int round;
    long version;
    String progress;
    int reminders;

    /** How often it was passed on to somebody higher, 0 to 2. */
    int escalated;

    @Nullable
    @Column(name = "escalate_at")
    Instant escalateAt;

    @Override
    public String getId() {
        return id;
    }
}
