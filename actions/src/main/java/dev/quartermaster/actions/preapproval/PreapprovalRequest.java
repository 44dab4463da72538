package dev.quartermaster.actions.preapproval;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import java.util.Set;

/**
 * One yes beforehand, asked for or given.
 *
 * @param id {@code pre-} and ten characters
 * @param deciders whose yes it stands for
 * @param needed how many of them have to agree
 * @param yeses who did
 */
public record PreapprovalRequest(
        String id,
        PersonId by,
        Preapprovals.Window window,
        Deciders deciders,
        int needed,
        State state,
        Set<PersonId> yeses) {
    public PreapprovalRequest {
        yeses = Set.copyOf(yeses);
    }

    public enum State {
        WAITING,
        AGREED,
        DENIED,
        STOPPED
    }

    /** {@code growth may run up to 2 a100 GPUs at once}. */
    public String words() {
        return window.team() + " may run up to " + window.gpus() + " " + window.gpuKind()
                + (window.gpus() == 1 ? " GPU" : " GPUs") + " at once without asking";
    }
}
