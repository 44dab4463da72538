package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.PartName;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a step asks of other rooms, in the step's own transaction. */
public sealed interface Effect {
    /** Money for all guards of the judgement, or the whole step does not happen and is judged again. */
    record Reserve() implements Effect {}

    /** These parts are wanted from now on, on top of those wanted before. */
    record Open(Set<PartName> parts) implements Effect {
        public Open {
            parts = Set.copyOf(parts);
        }
    }

    /** What still waits will not come; what was handed over goes on. */
    record WithoutTheRest() implements Effect {}

    /** What was handed over, or would be, is taken back. @param by null for the system. @param why said to its owner */
    record End(@Nullable PersonId by, String why) implements Effect {}

    /** The lease it extends ends later. */
    record Prolong(Instant until) implements Effect {}

    /** What it extends becomes larger or smaller. */
    record Resize() implements Effect {}

    /** And that is undone before it was ready. @param why said to its owner */
    record ResizeBack(String why) implements Effect {}

    record Say(Notice.Kind kind, String words) implements Effect {}
}
