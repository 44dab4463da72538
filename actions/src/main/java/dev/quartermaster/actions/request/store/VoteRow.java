package dev.quartermaster.actions.request.store;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** One person's yes or no in one round; never changed. */
@Entity
@NullUnmarked
@Table(name = "decision")
class VoteRow implements InsertOnly<VoteRow.Key> {
    @EmbeddedId
    Key key;

    /** Hash of the words, or empty. */
    String reason;

    Instant at;
    int[] own;

    @Column(name = "stand_in")
    int[] standIn;

    /** In our words; empty where nothing was made smaller. */
    String less;

    @Embeddable
    record Key(String request, int round, String person, String choice) {}

    @Override
    public Key getId() {
        return key;
    }
}
