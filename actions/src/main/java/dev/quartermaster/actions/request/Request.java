package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing asked for. Its law is {@link Step#next}.
 *
 * @param summary one line in our words ("Ray cluster, 4 a100 GPUs, 3 days"), never the asker's
 * @param purpose as written; may be empty
 * @param judgement as last shown; its digest is in every button
 * @param digest SHA-256 (hex, first 32) over plan, term, ceiling and stages: exactly what was shown
 * @param clicks on what is shown now; those on an earlier showing are void and only in the record
 * @param extending the lease to be made longer; null for something new
 * @param lapsesAt when a waiting request gives up
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
        List<Click> clicks,
        @Nullable LeaseId extending,
        Instant at,
        Instant lapsesAt) {
    public Request {
        clicks = List.copyOf(clicks);
    }

    /** The yeses it needs; empty when none. */
    public List<Stage> stages() {
        return stages(judgement);
    }

    /** Who sits in which stage, for people to see. */
    public List<Decision> decisions() {
        return new Seating(stages(), clicks).decisions();
    }

    /** The lease it became, will become, or makes longer. */
    public LeaseId lease() {
        return extending == null ? id.lease() : extending;
    }

    static List<Stage> stages(Judgement judgement) {
        return switch (judgement.verdict()) {
            case Verdict.NeedsApproval needs -> needs.stages();
            case Verdict.Allowed allowed -> List.of();
            case Verdict.Refused refused -> List.of();
        };
    }

    List<Guard> guards() {
        return switch (judgement.verdict()) {
            case Verdict.NeedsApproval needs -> needs.guards();
            case Verdict.Allowed allowed -> allowed.guards();
            case Verdict.Refused refused -> List.of();
        };
    }

    Request with(State changed) {
        return new Request(id, by, team, summary, purpose, judgement, digest, changed, clicks, extending, at, lapsesAt);
    }

    Request with(List<Click> changed) {
        return new Request(id, by, team, summary, purpose, judgement, digest, state, changed, extending, at, lapsesAt);
    }

    /** Shown anew: the digest follows the judgement. */
    Request with(Judgement changed) {
        return new Request(
                id, by, team, summary, purpose, changed, Digest.of(changed), state, clicks, extending, at, lapsesAt);
    }
}
