package dev.quartermaster.actions.bundle;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** An approved text that lies over one of the folder's files, until it is retired. */
@Entity
@NullUnmarked
@Table(name = "bundle_overlay")
class OverlayRow implements InsertOnly<OverlayRow.Key> {
    @EmbeddedId
    Key key;

    String text;

    /** SHA-256 of the folder's own file when it was laid. */
    String base;

    @Column(name = "laid_at", insertable = false)
    Instant laidAt;

    @Nullable
    @Column(name = "retired_at")
    Instant retiredAt;

    String why = "";

    @Embeddable
    record Key(String change, String file) {}

    @Override
    public Key getId() {
        return key;
    }
}
