package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.notice.Notice.Kind;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import java.util.Map;

/**
 * What is told of parts that were handed over before the rest: they live and end while the request still waits, or is
 * over for the rest. Its state says how the whole of it stands, so only their end in a waiting request changes it.
 */
record PartialHandOver(Request request) {
    /** Whether a request in this state is told of as a whole. */
    static boolean wholly(State state) {
        return switch (state) {
            case APPROVED, PROVIDING, LIVE, FAILED, ENDED -> true;
            case WAITING, DENIED, REFUSED, WITHDRAWN, LAPSED -> false;
        };
    }

    Transition told(Input.Told told) {
        Transition same = Transition.done(request);
        return switch (told.outcome()) {
            case PROGRESS -> same.say(Kind.PROGRESS, told.words());
            case HANDED_OVER -> fact(same, "handed-over-in-part", told).say(Kind.HANDED_OVER, told.words());
            case INTERRUPTED -> same.say(Kind.INTERRUPTED, told.words());
            case ENDING_SOON -> same.say(Kind.ENDING_SOON, told.words());
            case ENDED -> fact(over(State.ENDED), "ended", told).say(Kind.ENDED, told.words());
            case FAILED -> fact(over(State.FAILED), "failed", told).say(Kind.FAILED, told.words());
        };
    }

    private Transition over(State end) {
        return Transition.done(request.state() == State.WAITING ? request.with(end) : request);
    }

    private static Transition fact(Transition step, String what, Input.Told told) {
        return step.fact(what, null, Map.of("words", Sha256.hex(told.words())));
    }
}
