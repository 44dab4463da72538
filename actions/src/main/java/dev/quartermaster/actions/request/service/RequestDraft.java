package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.EvaluationRequest;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be judged.
 *
 * @param asker who asks
 * @param by whose it becomes, and as whom it is judged
 * @param intent a Launch or a Grant; for an extension the running one's, up to the new end
 * @param lease what names are made from
 * @param already what runs, for an extension or another size; null for something new
 * @param resizing what another size is asked for against; null: none is
 */
public record RequestDraft(
        PersonId asker,
        PersonId by,
        TeamId team,
        Intent intent,
        LeaseId lease,
        EvaluationRequest.@Nullable Already already,
        @Nullable Resizing resizing) {
    /** Of something new, or of an extension. */
    public RequestDraft(
            PersonId asker,
            PersonId by,
            TeamId team,
            Intent intent,
            LeaseId lease,
            EvaluationRequest.@Nullable Already already) {
        this(asker, by, team, intent, lease, already, null);
    }

    /** The same person's other wish. */
    public RequestDraft wanting(Intent other) {
        return new RequestDraft(asker, by, team, other, lease, already, resizing);
    }

    /** It cannot even be judged: why, with the next step. */
    public static final class Impossible extends Exception {
        private static final long serialVersionUID = 1;

        Impossible(String words) {
            super(words);
        }

        public String words() {
            return String.valueOf(getMessage());
        }
    }
}
