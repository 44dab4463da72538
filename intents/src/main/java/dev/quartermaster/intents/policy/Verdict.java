package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.intent.Intent;
import java.util.List;
import java.util.Optional;

/** What the rules come to: refuse beats approve beats allow, and where no rule applies it is a refusal. */
public sealed interface Verdict {
    /** {@code allow}, {@code approve} or {@code refuse}, as rules, their tests and the API say it. */
    default String word() {
        return switch (this) {
            case Allowed allowed -> "allow";
            case NeedsApproval needs -> "approve";
            case Refused refused -> "refuse";
        };
    }

    record Allowed(List<Guard> guards) implements Verdict {
        public Allowed {
            guards = List.copyOf(guards);
        }
    }

    record NeedsApproval(List<Stage> stages, List<Guard> guards) implements Verdict {
        public NeedsApproval {
            stages = List.copyOf(stages);
            guards = List.copyOf(guards);
        }
    }

    record Refused(List<Reason> reasons, List<Alternative> alternatives) implements Verdict {
        public Refused {
            reasons = List.copyOf(reasons);
            alternatives = List.copyOf(alternatives);
        }

        /** What is offered to somebody. @param money whether they see the team's money */
        public List<Alternative> alternatives(boolean money) {
            return alternatives.stream().filter(each -> money || each.open()).toList();
        }
    }

    /**
     * Why not, in words with the next step.
     *
     * @param rule its id, {@code bounds} or {@code nobody-could-approve}
     * @param value what was asked for, such as {@code 15 days}; empty where the rule names no measure
     * @param limit what can be had, in the same words; empty as well
     * @param lift who could allow it all the same, by name; empty where nobody could
     */
    record Reason(String rule, String words, String value, String limit, String lift) {
        /** What was stored before these were told apart has none. */
        public Reason {
            value = Optional.ofNullable(value).orElse("");
            limit = Optional.ofNullable(limit).orElse("");
            lift = Optional.ofNullable(lift).orElse("");
        }

        public Reason(String rule, String words) {
            this(rule, words, "", "", "");
        }
    }

    /**
     * Something near that was itself judged allowed or approvable.
     *
     * @param command the slash command without /qm
     * @param open whether anybody may read it; what was worked out from what is left of a team's budget would give that
     *     away, so it is for those who see the team's money. What was stored before this was told apart counts as not open
     */
    record Alternative(String label, Intent intent, String command, boolean open) {
        public Alternative(String label, Intent intent, String command) {
            this(label, intent, command, true);
        }
    }
}
