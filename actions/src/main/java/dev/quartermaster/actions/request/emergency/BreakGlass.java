package dev.quartermaster.actions.request.emergency;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What needs a yes, had at once in an emergency by those whom a rule lets: short, loud to everybody whose yes it went
 * without, and reviewed by one of them afterwards. What the rules refuse stays refused, and the budget's guards hold.
 */
public interface BreakGlass {
    /**
     * One transaction with its facts and notices.
     *
     * @param key the same key is the same request
     * @param words what the person wrote, kept erasable apart from the chain; likewise {@code reason}
     */
    RequestService.Answer use(PersonId by, Intent intent, EventKey key, String words, String reason);

    /** @param note why not, when it was not in order */
    Answer review(RequestId request, PersonId by, boolean inOrder, String note);

    Optional<Used> of(RequestId request);

    /** Whose yes it went without, as far as it can be told now: who hears of it and is asked to review. */
    Set<PersonId> owners(Request request);

    /** Those whose review was asked for a day ago and more, oldest first. */
    List<Used> unreviewed();

    /** Those that wait for a review which this person may give. */
    List<Used> toReview(PersonId person);

    /**
     * One time.
     *
     * @param reason as written; empty once erased
     * @param asked when a review was asked for; null before that
     */
    record Used(
            RequestId request,
            PersonId by,
            String reason,
            Instant at,
            @Nullable Instant asked,
            @Nullable Review review) {}

    /** @param note as written; may be empty */
    record Review(PersonId by, boolean inOrder, String note, Instant at) {}

    sealed interface Answer {
        record Done(Used used) implements Answer {}

        /** It was not taken: why, in words. */
        record Declined(String words) implements Answer {}
    }
}
