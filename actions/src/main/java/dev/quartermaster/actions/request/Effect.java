package dev.quartermaster.actions.request;

import dev.quartermaster.actions.notice.Notice;
import java.time.Instant;

/** What a step asks of other rooms, in the step's own transaction. */
sealed interface Effect {
    /** Money for all guards of the judgement, or the whole step does not happen and is judged again. */
    record Reserve() implements Effect {}

    /** The parts are wanted from now on. */
    record Open() implements Effect {}

    /** The lease it extends ends later. */
    record Prolong(Instant until) implements Effect {}

    record Say(Notice.Kind kind, String words) implements Effect {}
}
