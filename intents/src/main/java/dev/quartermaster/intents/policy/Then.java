package dev.quartermaster.intents.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule does when it applies. */
sealed interface Then {
    record Allow() implements Then {}

    /**
     * @param needed how many different persons of the role
     * @param overrun up to which per cent of the month's budget this yes lets a request go; null: it is no yes to an overrun
     */
    record Approve(
            Role by, int needed, Covers covers, @Nullable Integer overrun) implements Then {}

    /** @param lift who can change it; told to the asker. @param instead what is near and may be allowed */
    record Refuse(Role lift, List<Variant> instead) implements Then {
        public Refuse {
            instead = List.copyOf(instead);
        }
    }

    /** Somebody hears of it, and decides nothing. */
    record Tell(Role whom) implements Then {}

    /** Which parts wait for a yes. */
    enum Covers {
        ALL,
        /** Those that open the data in question. */
        DATA,
        /** Those that make pods. */
        COMPUTE
    }

    default String word() {
        return switch (this) {
            case Allow() -> "allow";
            case Approve approve -> "approve";
            case Refuse refuse -> "refuse";
            case Tell tell -> "tell";
        };
    }
}
