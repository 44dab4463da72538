package dev.quartermaster.actions.why;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import java.util.Optional;

/** Reads the record of a request for those who may: who asked, who decides or decided, their manager, platform leads. */
public interface Explanations {
    /** Empty when there is none, or none for this person: the two look alike on purpose. */
    Optional<DecisionExplanation> of(RequestId request, PersonId viewer);
}
