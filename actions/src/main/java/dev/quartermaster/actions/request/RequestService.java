package dev.quartermaster.actions.request;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.reading.EventKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Where wishes arrive: everything that changes a request goes through here, whoever carried it in. Each call is one
 * transaction with its audit facts and notices. Who the person is was settled by the caller from an authenticated event.
 */
public interface RequestService {
    /** What would be said, changing nothing. Launch, Grant, Extend and Resize only. */
    Judgement preview(PersonId by, Intent intent);

    /** What another size changes, and what that means for whoever uses it; empty for what is no Resize, or can't be judged. */
    Optional<Resizing> resizing(PersonId by, Intent intent);

    /**
     * Files a Launch, Grant, Extend or Resize: refused, approved at once, or waiting.
     *
     * @param key the same key is the same request, however often it is delivered
     * @param said what the person wrote, kept erasable apart from the chain, and how it was read
     */
    Answer submit(PersonId by, Intent intent, EventKey key, OriginalWords said);

    /** As above, for words of which nobody knows who read them. */
    Answer submit(PersonId by, Intent intent, EventKey key, String words);

    /**
     * Files a Launch, Grant, Extend or Resize in place of what waits or starts only later, or changes nothing: the other is of the
     * same asker, and nothing of it was handed over; and this one is not refused.
     *
     * @param before what is withdrawn for it
     */
    Answer replace(RequestId before, PersonId by, Intent intent, EventKey key, OriginalWords said);

    /** @param digest what the person was shown */
    Answer decide(RequestId request, PersonId by, Choice choice, String digest, String reason);

    /**
     * A yes to less than was asked: it takes the place of what was asked and keeps the yeses given so far. Refused, with
     * the reason, unless it is smaller in every component.
     *
     * @param digest what the person was shown when they chose less
     */
    Answer lessen(RequestId request, PersonId by, Less less, String digest, String reason);

    /** Why {@link #lessen} would be declined, in words; empty when it would not. Changes nothing. */
    Optional<String> hindrance(RequestId request, PersonId by, Less less, String digest);

    Answer withdraw(RequestId request, PersonId by);

    /** Ends a lease now: its owner, their manager, or a platform lead. */
    Answer stop(LeaseId lease, PersonId by);

    Optional<Request> find(RequestId request);

    /** Those of them that there are, in no order. */
    List<Request> find(Collection<RequestId> requests);

    /** Empty when there is none, or none for this person: the two look alike on purpose. */
    Optional<Request> find(RequestId request, PersonId viewer);

    /** Newest first: what the person asked, may decide, or (managers, platform leads) their team's. */
    List<Request> visibleTo(PersonId person, int limit);

    /** What the person asked for themselves, newest first: of a lead's, not lost among everybody's. */
    List<Request> askedBy(PersonId person, int limit);

    /** What the person asked that still waits, newest first. */
    List<Request> stillWaiting(PersonId by);

    /** What still waits of a team, newest first; who may see that is the caller's to ask. */
    List<Request> stillWaiting(TeamId team);

    /** Requests in state waiting that this person could decide now. */
    List<Request> waitingFor(PersonId person);

    sealed interface Answer {
        /** It took effect (or had already, by the same key). */
        record Done(Request request) implements Answer {}

        /** It did not, and nothing changed: why, in words with the next step. */
        record Declined(String words) implements Answer {}

        /** What was shown is no longer what would be decided; a fresh card is on its way. */
        record Stale(Request request, String words) implements Answer {}
    }
}
