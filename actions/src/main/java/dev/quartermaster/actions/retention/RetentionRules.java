package dev.quartermaster.actions.retention;

import java.util.List;

/** What one module names; a bean. */
public record RetentionRules(List<RetentionRule> all) {
    public RetentionRules {
        all = List.copyOf(all);
    }
}
