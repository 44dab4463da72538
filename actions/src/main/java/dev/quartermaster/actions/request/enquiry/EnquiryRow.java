package dev.quartermaster.actions.request.enquiry;

import dev.quartermaster.actions.persistence.InsertOnly;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** What an approver asked back, and the answer; the words stand in {@code words}, here are their hashes. */
@Entity
@NullUnmarked
@Table(name = "enquiry")
class EnquiryRow implements InsertOnly<EnquiryRow.Key> {
    @EmbeddedId
    Key key;

    String person;
    String question;
    Instant at;

    /** Empty until answered. */
    String answer = "";

    @Nullable
    @Column(name = "answered_at")
    Instant answeredAt;

    /** Empty once erased. */
    @Formula("coalesce((select max(w.text) from words w where w.request = request and w.hash = question), '')")
    String asked;

    /** Empty once erased. */
    @Formula("coalesce((select max(w.text) from words w where w.request = request and w.hash = answer), '')")
    String answered;

    @Embeddable
    record Key(String request, int number) {}

    @Override
    public Key getId() {
        return key;
    }
}
