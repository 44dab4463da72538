package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked for. Its law is {@code Transition.next}.
 *
 * @param summary one line in our words ("Ray cluster, 4 a100 GPUs, 3 days"), never the asker's
 * @param purpose as written; may be empty
 * @param judgement as last shown; its digest is in every button
 * @param digest SHA-256 (hex, first 32) over plan, term, ceiling and stages: exactly what was shown
 * @param clicks on what is shown now; those on an earlier showing are void and only in the record
 * @param extending the lease to be made longer, larger or smaller; null for something new
 * @param lapsesAt when a waiting request gives up
 * @param opened parts handed over before every yes was there, or on their way
 * @param resizing what another size was asked for against; null: it is no such request
 */
public record Request(
        RequestId id,
        PersonId by,
        TeamId team,
        String summary,
        String purpose,
        Judgement judgement,
        String digest,
        State state,
        List<Vote> clicks,
        @Nullable LeaseId extending,
        Instant at,
        Instant lapsesAt,
        Set<PartName> opened,
        @Nullable Resizing resizing) {
    public Request {
        clicks = List.copyOf(clicks);
        opened = Set.copyOf(opened);
    }

    /** One of which nothing is handed over yet. */
    public Request(
            RequestId id,
            PersonId by,
            TeamId team,
            String summary,
            String purpose,
            Judgement judgement,
            String digest,
            State state,
            List<Vote> clicks,
            @Nullable LeaseId extending,
            Instant at,
            Instant lapsesAt) {
        this(id, by, team, summary, purpose, judgement, digest, state, clicks, extending, at, lapsesAt, Set.of(), null);
    }

    /** The same, for another size of what runs. */
    public Request resizing(@Nullable Resizing of) {
        return new Request(
                id, by, team, summary, purpose, judgement, digest, state, clicks, extending, at, lapsesAt, opened, of);
    }

    /** The yeses it needs; empty when none. */
    public List<Stage> stages() {
        return stages(judgement);
    }

    /** Who sits in which stage, for people to see. */
    public List<Decision> decisions() {
        return new ApprovalTally(stages(), clicks).decisions();
    }

    /** Indices of the stages that wait for a yes now; those of a later order wait for these. */
    public List<Integer> asked() {
        return state == State.WAITING ? new ApprovalTally(stages(), clicks).asked() : List.of();
    }

    /** Who agreed to less than was asked, and to what; oldest first. */
    public List<Vote> lessened() {
        return clicks.stream().filter(click -> !click.less().isEmpty()).toList();
    }

    /** The lease it became, will become, or changes. */
    public LeaseId lease() {
        return extending == null ? id.lease() : extending;
    }

    /** Whose it becomes: whom it was asked for, otherwise the asker. */
    public PersonId owner() {
        return grantee(judgement.intent()).orElse(by);
    }

    /** Who asked and whom it is for: nobody's deciders here. */
    public Set<PersonId> askers() {
        return Set.of(by).contains(owner()) ? Set.of(by) : Set.of(by, owner());
    }

    /** The moment it was asked to start at; null: at once. */
    public @Nullable Instant from() {
        return judgement.intent() instanceof Intent.Acquisition wanted ? wanted.from() : null;
    }

    /** Whether it can still be taken back whole: it waits, or it starts only later. */
    public boolean withdrawable(Instant now) {
        Instant start = from();
        return state == State.WAITING || state == State.APPROVED && start != null && now.isBefore(start);
    }

    public static Optional<PersonId> grantee(Intent intent) {
        return intent instanceof Intent.Acquisition wanted ? Optional.ofNullable(wanted.grantee()) : Optional.empty();
    }

    public static List<Stage> stages(Judgement judgement) {
        return switch (judgement.verdict()) {
            case Verdict.NeedsApproval needs -> needs.stages();
            case Verdict.Allowed allowed -> List.of();
            case Verdict.Refused refused -> List.of();
        };
    }

    public List<Guard> guards() {
        return switch (judgement.verdict()) {
            case Verdict.NeedsApproval needs -> needs.guards();
            case Verdict.Allowed allowed -> allowed.guards();
            case Verdict.Refused refused -> List.of();
        };
    }

    public Request with(State changed) {
        return with(judgement, digest, changed, clicks, opened);
    }

    public Request with(List<Vote> changed) {
        return with(judgement, digest, state, changed, opened);
    }

    /** Less of the same: shown anew, in other words. */
    public Request with(Judgement changed, String lesser) {
        return new Request(
                id,
                by,
                team,
                lesser,
                purpose,
                changed,
                ApprovalDigest.of(changed),
                state,
                clicks,
                extending,
                at,
                lapsesAt,
                opened,
                resizing);
    }

    /** Shown anew: the digest follows the judgement. */
    public Request with(Judgement changed) {
        return with(changed, ApprovalDigest.of(changed), state, clicks, opened);
    }

    /** These parts are handed over as well. */
    public Request opening(Set<PartName> parts) {
        Set<PartName> all = new HashSet<>(opened);
        all.addAll(parts);
        return with(judgement, digest, state, clicks, all);
    }

    private Request with(Judgement judged, String shown, State stands, List<Vote> said, Set<PartName> handed) {
        return new Request(
                id, by, team, summary, purpose, judged, shown, stands, said, extending, at, lapsesAt, handed, resizing);
    }
}
