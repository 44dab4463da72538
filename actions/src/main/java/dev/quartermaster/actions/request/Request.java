package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
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
        List<Decision> decisions,
        @Nullable LeaseId extending,
        Instant at,
        Instant lapsesAt) {
    public Request {
        decisions = List.copyOf(decisions);
    }

    /** The yeses it needs; empty when none. */
    public List<Stage> stages() {
        return switch (judgement.verdict()) {
            case Verdict.NeedsApproval needs -> needs.stages();
            case Verdict.Allowed allowed -> List.of();
            case Verdict.Refused refused -> List.of();
        };
    }
}
