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
 */
public record Click(PersonId by, Choice choice, String reason, Instant at, List<Integer> own, List<Integer> standIn) {
    public Click {
        own = List.copyOf(own);
        standIn = List.copyOf(standIn);
    }
}
