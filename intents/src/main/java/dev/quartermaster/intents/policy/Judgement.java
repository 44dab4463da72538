package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole answer to "may they": plan, price, verdict, and which rules said so.
 *
 * @param intent the intent judged
 * @param plan null only when the intent could not be planned (out of bounds); then the verdict is a refusal
 * @param price null exactly when {@code plan} is
 * @param version hash of the configuration bundle it was judged under
 */
public record Judgement(
        Intent intent,
        @Nullable Plan plan,
        @Nullable Price price,
        Verdict verdict,
        List<Matched> rules,
        String version) {
    public Judgement {
        rules = List.copyOf(rules);
    }

    /** A rule that applied: {@code then} is allow, approve or refuse. */
    public record Matched(String rule, String then, String because) {}
}
