package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.yaml.Problem;
import java.util.List;

/**
 * Judges one intent: resolves it within the path's bounds, plans, prices, evaluates the rules, and looks whether
 * anybody could say the yeses it needs. Pure: the same bundle and the same question give the same answer.
 */
public interface Judge {
    Judgement judge(EvaluationRequest asked);

    /**
     * The same in an emergency. Where a rule of the kind {@code break-glass} lets this person, the yeses are not waited
     * for; what is refused stays refused, and money is guarded as ever.
     */
    default Emergency emergency(EvaluationRequest asked) {
        return Emergency.notForeseen(judge(asked));
    }

    /** Each group a rule would ping whole, with more people in it than a message should go to. Never a reason not to start. */
    default List<Problem> warnings() {
        return List.of();
    }
}
