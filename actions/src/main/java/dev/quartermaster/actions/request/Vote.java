package dev.quartermaster.actions.request;

import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import java.time.Instant;
import java.util.List;

/**
 * One person's yes or no, with the rights they had at that moment.
 *
 * @param own indices of the stages they decide in their own right
 * @param standIn indices of the stages they may decide as a deputy only
 * @param reason as written; may be empty
 * @param less what they made smaller with it, in our words ({@code 2 gpus instead of 4}); empty: nothing
 */
public record Vote(
        PersonId by, Choice choice, String reason, Instant at, List<Integer> own, List<Integer> standIn, String less) {
    public Vote {
        own = List.copyOf(own);
        standIn = List.copyOf(standIn);
    }

    public Vote(PersonId by, Choice choice, String reason, Instant at, List<Integer> own, List<Integer> standIn) {
        this(by, choice, reason, at, own, standIn, "");
    }

    /** The same word over other stages. */
    public Vote over(List<Integer> owned, List<Integer> deputised) {
        return new Vote(by, choice, reason, at, owned, deputised, less);
    }

    public Vote making(String smaller) {
        return new Vote(by, choice, reason, at, own, standIn, less.isEmpty() ? smaller : less + ", then " + smaller);
    }
}
