package dev.quartermaster.actions.request.emergency;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** What was had without a yes: inside it all is rows, outside it all is types. */
@Component
class BreakGlassStore {
    private final BreakGlassRepository rows;
    private final Audit audit;

    BreakGlassStore(BreakGlassRepository rows, Audit audit) {
        this.rows = rows;
        this.audit = audit;
    }

    void insert(Request request, String reason) {
        String id = request.id().value();
        rows.insert(id, request.by().value(), audit.words(id, reason));
    }

    Optional<BreakGlass.Used> of(RequestId request) {
        return rows.findById(request.value()).map(BreakGlassStore::used);
    }

    Optional<BreakGlass.Used> lock(RequestId request) {
        return rows.lock(request.value()).map(BreakGlassStore::used);
    }

    List<BreakGlass.Used> unreviewed() {
        return rows.unreviewed(Limit.of(50)).stream().map(BreakGlassStore::used).toList();
    }

    List<BreakGlass.Used> toReview() {
        return rows.toReview(Limit.of(200)).stream().map(BreakGlassStore::used).toList();
    }

    /** Over, or a day old: time to look at it. */
    List<RequestId> due() {
        return rows.due(Limit.of(200)).stream().map(RequestId::new).toList();
    }

    /** @return false: another replica was quicker */
    boolean ask(RequestId request) {
        return rows.ask(request.value()) == 1;
    }

    void reviewed(RequestId request, PersonId by, boolean inOrder, String note) {
        String hash = note.isBlank() ? "" : audit.words(request.value(), note);
        rows.reviewed(request.value(), by.value(), inOrder, hash);
    }

    private static BreakGlass.Used used(BreakGlassRow row) {
        return new BreakGlass.Used(
                new RequestId(row.request),
                new PersonId(row.person),
                row.why,
                row.at,
                row.reviewAt,
                row.reviewedAt == null ? null : review(row));
    }

    private static BreakGlass.Review review(BreakGlassRow row) {
        return new BreakGlass.Review(new PersonId(row.reviewedBy), row.inOrder, row.remark, row.reviewedAt);
    }
}
