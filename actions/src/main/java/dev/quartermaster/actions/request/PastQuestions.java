package dev.quartermaster.actions.request;

import dev.quartermaster.intents.policy.EvaluationRequest;
import java.time.Instant;
import java.util.List;

/** What was asked before, to be put to other rules. */
public interface PastQuestions {
    /** At most this many are looked at, the newest. */
    int MOST = 2_000;

    Found since(Instant from);

    /**
     * @param questions oldest first
     * @param withoutMoney how many of them were asked before the money of then was kept: they are put as if nothing had
     *     been used or reserved
     * @param unreadable how many could not be rebuilt at all
     * @param more how many older ones were left out
     */
    record Found(List<EvaluationRequest> questions, int withoutMoney, int unreadable, int more) {
        public Found {
            questions = List.copyOf(questions);
        }
    }
}
