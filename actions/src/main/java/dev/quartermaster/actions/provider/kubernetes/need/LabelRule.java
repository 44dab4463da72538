package dev.quartermaster.actions.provider.kubernetes.need;

import java.util.List;
import java.util.Map;

/** One expression over a node's labels, as a node affinity has it. One that isn't understood holds. */
public record LabelRule(String key, String operator, List<String> values) {
    boolean holds(Map<String, String> labels) {
        return switch (operator) {
            case "In" -> values.contains(labels.get(key));
            case "NotIn" -> !values.contains(labels.get(key));
            case "Exists" -> labels.containsKey(key);
            case "DoesNotExist" -> !labels.containsKey(key);
            default -> true;
        };
    }
}
