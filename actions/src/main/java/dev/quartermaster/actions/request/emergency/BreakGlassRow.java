package dev.quartermaster.actions.request.emergency;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What was had without a yes; what people wrote stands in {@code words}, here is its hash. */
@Entity
@NullUnmarked
@Table(name = "break_glass")
class BreakGlassRow {
    @Id
    String request;

    String person;
    String reason;
    Instant at;

    @Nullable
    @Column(name = "review_at")
    Instant reviewAt;

    @Nullable
    @Column(name = "reviewed_at")
    Instant reviewedAt;

    @Nullable
    @Column(name = "reviewed_by")
    String reviewedBy;

    @Nullable
    @Column(name = "in_order")
    Boolean inOrder;

    @Nullable
    String note;

    /** Empty once erased. */
    @Formula("coalesce((select max(w.text) from words w where w.request = request and w.hash = reason), '')")
    String why;

    /** Empty once erased. */
    @Formula("coalesce((select max(w.text) from words w where w.request = request and w.hash = note), '')")
    String remark;
}
