package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** A change of rules as it lies in its table; what people wrote stands in {@code words}, here is its hash. */
@Entity
@NullUnmarked
@Table(name = "rule_change")
class RuleChangeRow implements InsertOnly<String> {
    @Id
    String id;

    @Column(name = "event_key")
    String eventKey;

    String proposer;
    String rule;
    String owner;

    /** As JSON. */
    String files;

    String reason;
    String difference;
    String figures;
    String digest;
    String state;

    @Column(name = "written_at")
    Instant writtenAt;

    @Nullable
    @Column(name = "lapses_at")
    Instant lapsesAt;

    @Nullable
    @Column(name = "decided_by")
    String decidedBy;

    @Nullable
    @Column(name = "decided_at")
    Instant decidedAt;

    /** Hash of the decider's words, or why it went stale. */
    String remark = "";

    String version = "";

    @Override
    public String getId() {
        return id;
    }
}
