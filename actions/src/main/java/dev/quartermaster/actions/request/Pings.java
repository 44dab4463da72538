package dev.quartermaster.actions.request;

import dev.quartermaster.intents.people.PersonId;
import java.util.Set;

/** Who was asked personally for a yes. Joins the caller's transaction. */
public interface Pings {
    /** Asks whoever's turn it is now and was not asked yet; for a request that does not wait, nobody. */
    void ask(Request request);

    /** Everybody asked so far who may still decide: their messages hold a card. */
    Set<PersonId> of(Request request);
}
