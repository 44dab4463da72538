package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.policy.rule.Variant;
import java.util.List;

/** The wish with every value that lies outside its bounds put to the nearest that lies within. */
final class NearestWithinBounds {
    private static final String TERM = "duration";

    private NearestWithinBounds() {}

    /** One wish, or none where some value has no valid neighbour. */
    static List<Intent> of(Intent intent, List<Draft.Finding> findings) {
        Intent changed = intent;
        for (Draft.Finding finding : findings) {
            Value nearest = finding.nearest();
            if (nearest == null) {
                return List.of();
            }
            if (finding.parameter().equals(TERM) && nearest instanceof Value.Span(var length)) {
                changed = Variant.lasting(changed, length);
            } else if (changed instanceof Intent.Launch launch) {
                changed = launch.with(finding.parameter(), nearest);
            } else {
                return List.of();
            }
        }
        return changed.equals(intent) ? List.of() : List.of(changed);
    }
}
