package dev.quartermaster.actions.bundle;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.NullUnmarked;

/** A configuration that was in force once, by its content; never changed. */
@Entity
@NullUnmarked
@Table(name = "bundle")
class BundleRow {
    @Id
    String hash;

    /** As JSON: texts by file. */
    String files;

    @Column(name = "activated_at", insertable = false)
    Instant activatedAt;
}
