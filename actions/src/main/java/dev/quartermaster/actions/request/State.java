package dev.quartermaster.actions.request;

import java.util.Locale;

/** Where a request stands; the words are the contract's (design: section 8). */
public enum State {
    WAITING,
    APPROVED,
    PROVIDING,
    LIVE,
    DENIED,
    REFUSED,
    WITHDRAWN,
    LAPSED,
    FAILED,
    ENDED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing will happen to it any more. */
    public boolean terminal() {
        return switch (this) {
            case WAITING, APPROVED, PROVIDING, LIVE -> false;
            case DENIED, REFUSED, WITHDRAWN, LAPSED, FAILED, ENDED -> true;
        };
    }
}
