package dev.quartermaster.actions.rulebook;

import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.rulebook.Edit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where changes of rules arrive. Each call is one transaction with its audit facts; the right to decide is read in it. */
public interface ChangeDesk {
    /**
     * Keeps a change as a draft; seen by nobody but who wrote it.
     *
     * @param figures what trying it on the past said, in one sentence
     * @param key the same key is the same draft, however often it is delivered
     */
    Answer draft(PersonId by, Edit edit, String reason, String figures, EventKey key);

    /** Asks the owner. */
    Answer propose(ChangeId change, PersonId by);

    /** @param digest what the person was shown. @param remark as written; may be empty */
    Answer decide(ChangeId change, PersonId by, Choice choice, String digest, String remark);

    /** By whoever wrote it, before it is decided. */
    Answer withdraw(ChangeId change, PersonId by);

    /** Waiting changes whose time is up. */
    List<ChangeId> overdue();

    /** One whose time is up becomes lapsed; as it is then. */
    RuleChange lapse(ChangeId change);

    Optional<RuleChange> find(ChangeId change);

    /** Who may decide on it now, by the files in force; empty while the source of people is broken. */
    Set<PersonId> deciders(RuleChange change);

    sealed interface Answer {
        record Done(RuleChange change) implements Answer {}

        /** It did not, and nothing changed: why, with the next step. */
        record Declined(String words) implements Answer {}

        /** What it was written over is no longer in force; it is over. */
        record Stale(RuleChange change, String words) implements Answer {}
    }
}
