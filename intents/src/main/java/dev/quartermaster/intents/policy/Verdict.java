package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.intent.Intent;
import java.util.List;

/** What the rules say. Refuse beats approve beats allow; nothing matched is a refusal. */
public sealed interface Verdict {
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
    }

    /** Why not, in words with the next step. {@code rule}: its id, {@code bounds} or {@code nobody-could-approve}. */
    record Reason(String rule, String words) {}

    /** Something near that was itself judged allowed or approvable. {@code command}: the slash command without /qm. */
    record Alternative(String label, Intent intent, String command) {}
}
