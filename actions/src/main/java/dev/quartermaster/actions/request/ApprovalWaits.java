package dev.quartermaster.actions.request;

import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** How long approvers take, from the decisions themselves: from when somebody was asked (or, unasked, since it was filed). */
public interface ApprovalWaits {
    /** Of everybody who decided anything within this time. */
    Map<PersonId, Taken> within(Duration past);

    /** The median over all decisions within this time, whoever made them; empty: there were none. */
    Optional<Duration> median(Duration past);

    /** @param median of all of them; half took longer */
    record Taken(int yes, int no, Duration median) {}
}
