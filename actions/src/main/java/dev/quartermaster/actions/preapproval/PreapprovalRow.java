package dev.quartermaster.actions.preapproval;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A yes beforehand as it lies in its table. */
@Entity
@NullUnmarked
@Table(name = "preapproval")
class PreapprovalRow implements InsertOnly<String> {
    @Id
    String id;

    @Column(name = "event_key")
    String eventKey;

    String asker;
    String team;
    int gpus;

    @Column(name = "gpu_kind")
    String gpuKind;

    Instant until;

    /** As JSON. */
    String deciders;

    int needed;
    String state;
    String[] yeses;

    @Column(name = "asked_at", insertable = false)
    Instant askedAt;

    @Override
    public String getId() {
        return id;
    }
}
