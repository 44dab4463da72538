package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.policy.Stage;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a rule does when it applies. */
public sealed interface RuleEffect {
    record Allow() implements RuleEffect {}

    /**
     * @param overrun up to which per cent of the month's budget this yes lets a request go; null: it is no yes to an overrun
     * @param beforehand whether a yes given beforehand answers it
     */
    record Approve(Asking asking, Covers covers, @Nullable Integer overrun, boolean beforehand) implements RuleEffect {}

    /**
     * @param lift who can change it; told to the asker
     * @param instead what is near and may be allowed
     * @param measure what was asked for, and what can be had
     */
    record Refuse(Role lift, List<Variant> instead, Measure measure) implements RuleEffect {
        public Refuse {
            instead = List.copyOf(instead);
        }
    }

    /**
     * Somebody hears of it, and decides nothing.
     *
     * @param overrun up to which per cent of the month's budget it may go with that; null: it is no leave for an overrun
     */
    record Tell(Role whom, @Nullable Integer overrun) implements RuleEffect {}

    /**
     * Without a yes, in an emergency; it has no say in ordinary questions.
     *
     * @param by who may
     * @param longest for how long at most, from the hand-over
     */
    record BreakGlass(Role by, Duration longest) implements RuleEffect {}

    /**
     * @param needed how many different persons of each stage; null: all of them
     * @param order 0 to 9: asked once what is lower has been answered
     */
    record Asking(ApproverSpec by, @Nullable Integer needed, int order, Stage.Ping ping) {}

    /** In words with {@code ${…}}; empty where the rule names no measure. */
    record Measure(ReasonTemplate value, ReasonTemplate limit) {
        static final Measure NONE = new Measure(new ReasonTemplate(List.of()), new ReasonTemplate(List.of()));
    }

    /** Which parts wait for a yes. */
    enum Covers {
        ALL,
        /** Those that open the data in question. */
        DATA,
        /** Those that make pods. */
        COMPUTE
    }

    /** Whether it lets something be, at once or with somebody's yes. */
    default boolean grants() {
        return switch (this) {
            case Allow allow -> true;
            case Approve approve -> true;
            case Refuse refuse -> false;
            case Tell tell -> false;
            case BreakGlass glass -> false;
        };
    }

    default String word() {
        return switch (this) {
            case Allow() -> "allow";
            case Approve approve -> "approve";
            case Refuse refuse -> "refuse";
            case Tell tell -> "tell";
            case BreakGlass glass -> "break-glass";
        };
    }
}
