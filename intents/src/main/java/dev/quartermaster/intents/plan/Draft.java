package dev.quartermaster.intents.plan;

import dev.quartermaster.intents.catalogue.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the planner makes of a launch or a grant: a plan with its price, or what lies outside the bounds. */
public sealed interface Draft {
    record Ready(Plan plan, Price price) implements Draft {}

    /** @param fault why the golden path's own file comes to nothing with these values, for its owner; mostly empty */
    record Outside(List<Finding> findings, String fault) implements Draft {
        public Outside {
            findings = List.copyOf(findings);
            if (findings.isEmpty()) {
                throw new IllegalArgumentException("Outside of nothing");
            }
        }

        public Outside(List<Finding> findings) {
            this(findings, "");
        }
    }

    /**
     * One thing that does not fit.
     *
     * @param parameter its name; {@code duration} is the term, {@code dataset} and {@code grantee} those of a grant
     * @param words what is valid, as a sentence with the next step
     * @param nearest the nearest valid value, if there is one
     */
    record Finding(String parameter, String words, @Nullable Value nearest) {}
}
