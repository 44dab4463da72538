package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Leases and their parts; every call joins the caller's transaction. */
@Component
public class LeaseStore {
    private final LeaseRepository leases;
    private final PartRepository parts;
    private final Json json;

    LeaseStore(LeaseRepository leases, PartRepository parts, Json json) {
        this.leases = leases;
        this.parts = parts;
        this.json = json;
    }

    /** Opens it, once. @return false: it was open already */
    public boolean insert(Opening opening) {
        Request request = opening.request();
        int inserted = leases.insert(
                request.id().lease().value(),
                request.id().value(),
                request.owner().value(),
                request.team().value(),
                request.summary(),
                request.purpose(),
                json.write(opening.plan()),
                request.judgement().version(),
                opening.namespace(),
                opening.rate().amount(),
                opening.rate().currency(),
                opening.askedUntil(),
                opening.starts(),
                opening.plan().term().toSeconds());
        if (inserted == 1) {
            insertParts(opening);
        }
        return inserted == 1;
    }

    private void insertParts(Opening opening) {
        String lease = opening.request().id().lease().value();
        int position = 0;
        for (Part part : opening.plan().parts()) {
            parts.save(new PartRow(
                    new PartRow.Key(lease, part.name().value()),
                    position++,
                    part.provider(),
                    opening.parts().contains(part.name()) ? Progress.WANTED : Progress.WAITING,
                    opening.share(part.name()).amount()));
        }
    }

    /**
     * Of the parts that waited, those wanted from now on, as judged just now. What is live already is joined when they
     * are ready; what is still being made waits for them.
     */
    public List<PartName> want(LeaseRow lease, Opening opening) {
        String id = lease.id().value();
        boolean live = lease.started() != null;
        List<PartName> wanted = new ArrayList<>();
        BigDecimal added = BigDecimal.ZERO;
        for (PartName part : opening.parts()) {
            BigDecimal share = opening.share(part).amount();
            if (parts.want(id, part.value(), live, share) == 1) {
                wanted.add(part);
                added = live ? added : added.add(share);
            }
        }
        if (!wanted.isEmpty()) {
            leases.want(id, json.write(opening.into(lease.plan(), wanted)), added);
        }
        return wanted;
    }

    /** Takes the parts out that still wait for a yes. @return their rate an hour */
    public BigDecimal dropWaiting(LeaseRow lease) {
        return parts.dropWaiting(lease.id().value()).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Another plan for what runs, for which these parts change. @return false: it is being changed already */
    public boolean resize(LeaseRow lease, Plan plan, List<PartName> changed, Money perHour, RequestId request) {
        String id = lease.id().value();
        boolean resized = leases.resize(id, json.write(plan), perHour.amount(), request.value()) == 1;
        if (resized) {
            changed.forEach(part -> parts.change(id, part.value(), "", PartRow.Change.APPLY.word()));
        }
        return resized;
    }

    /** To the plan before. @return false: that request isn't on its way any more */
    public boolean resizeBack(LeaseId lease, RequestId request) {
        boolean back = leases.resizeBack(lease.value(), request.value()) == 1;
        if (back) {
            parts.changeBack(lease.value());
        }
        return back;
    }

    /** Notes that a part has been stopped for its change of size, and is next to be made as the plan says. */
    public void stoppedForChange(LeaseId lease, PartName part) {
        parts.change(lease.value(), part.value(), PartRow.Change.RESTART.word(), PartRow.Change.APPLY.word());
    }

    public Optional<LeaseRow> find(LeaseId id) {
        return leases.findById(id.value());
    }

    /** Of these, those that there are; in one query. */
    public List<LeaseRow> all(Collection<LeaseId> ids) {
        return leases.all(ids.stream().map(LeaseId::value).toList());
    }

    /** Locked until the transaction ends, and so are its parts. */
    public Optional<LeaseRow> lock(LeaseId id) {
        Optional<LeaseRow> row = leases.lock(id.value());
        parts.lock(id.value());
        return row;
    }

    /** A team's leases that are being made, live or stopped. */
    public List<LeaseRow> open(TeamId team) {
        return leases.open(team.value());
    }

    /** In the order they are made. */
    public List<PartRow> parts(LeaseId id) {
        return parts.of(id.value());
    }

    /** Of each of these, in the order they are made; in one query. */
    public Map<LeaseId, List<PartRow>> parts(Collection<LeaseId> leases) {
        return parts.of(leases.stream().map(LeaseId::value).toList()).stream()
                .collect(Collectors.groupingBy(PartRow::lease));
    }

    /** What was seen of a part, unless the claim was lost. */
    public void note(LeaseRow claimed, PartName part, Progress state, String ref, String words) {
        parts.note(claimed.id().value(), part.value(), claimed.epoch(), state.word(), ref, words);
    }

    /** What a part gives, and whether it has done its work, unless the claim was lost. */
    public void gave(LeaseRow claimed, PartName part, Map<String, String> outputs, boolean done) {
        parts.gave(claimed.id().value(), part.value(), claimed.epoch(), json.write(outputs), done);
    }

    /** Its credentials were shown, now for the last time. */
    public void revealed(LeaseId id, PartName part) {
        parts.reveal(id.value(), part.value());
    }
}
