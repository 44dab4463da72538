package dev.quartermaster.actions.preapproval;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Preapproval;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Yeses beforehand; each call that changes something is one transaction with its audit fact. */
public interface Preapprovals {
    /**
     * What somebody of the team may start without asking right now: nobody's own yes answers for what they ask. Joins the
     * caller's transaction.
     */
    List<Preapproval> inForce(TeamId team, PersonId asker, Instant now);

    /**
     * Asks for one: until {@code until}, the team may run up to {@code gpus} of a kind at once. Who has to agree is who
     * would be asked for such a launch.
     *
     * @param key the same key is the same asking
     */
    Answer ask(PersonId by, Window window, String key);

    /** A yes or a no of one who may; nobody decides on their own. */
    Answer decide(String id, PersonId by, boolean yes);

    /** Ends one that waits or is in force: whoever asked, or one who may decide on it. */
    Answer stop(String id, PersonId by);

    Optional<PreapprovalRequest> find(String id);

    /** Waiting or in force, of the teams they are in or decide for; soonest end first. */
    List<PreapprovalRequest> visibleTo(PersonId person);

    /** @param gpus 1 to 64. @param gpuKind such as {@code a100} */
    record Window(TeamId team, int gpus, String gpuKind, Instant until) {
        public Window {
            if (gpus < 1 || gpus > 64) {
                throw new IllegalArgumentException("From 1 to 64 GPUs can be agreed on beforehand");
            }
        }
    }

    sealed interface Answer {
        record Done(PreapprovalRequest beforehand) implements Answer {}

        /** Nothing changed: why, in words with the next step. */
        record Declined(String words) implements Answer {}
    }
}
