package dev.quartermaster.intents.policy.facts;

import dev.quartermaster.intents.policy.SentenceParts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Facts as people read them, by dotted name. */
public record FactWords(FactTypes vocabulary, String currency) {
    /** @param names those that matter; every one when there are none */
    public SortedMap<String, String> of(Map<String, Object> facts, Set<String> names) {
        SortedMap<String, String> words = new TreeMap<>();
        for (Map.Entry<String, List<FactName>> group : vocabulary.groups().entrySet()) {
            if (facts.get(group.getKey()) instanceof Map<?, ?> values) {
                for (FactName fact : group.getValue()) {
                    String name = group.getKey() + "." + fact.name();
                    Object value = values.get(fact.name());
                    if (value != null && (names.isEmpty() || names.contains(name))) {
                        words.put(name, written(fact, value));
                    }
                }
            }
        }
        if (names.isEmpty() || names.contains(FactTypes.DATASETS)) {
            words.put(FactTypes.DATASETS, datasets(facts));
        }
        if (names.isEmpty() || names.contains(FactTypes.NOW)) {
            words.put(FactTypes.NOW, facts.get(FactTypes.NOW).toString());
        }
        return words;
    }

    private static String datasets(Map<String, Object> facts) {
        return ((List<?>) facts.get(FactTypes.DATASETS))
                .stream()
                        .map(each -> ((Map<?, ?>) each).get("name") + " (" + ((Map<?, ?>) each).get("class") + ")")
                        .collect(Collectors.joining(", "));
    }

    private String written(FactName fact, Object value) {
        return switch (value) {
            case Long cents when fact.unit().equals(FactName.CENTS) -> SentenceParts.money(cents, currency);
            case Duration length -> SentenceParts.length(length);
            case List<?> some -> some.stream().map(String::valueOf).collect(Collectors.joining(", "));
            case Boolean truth -> truth ? "yes" : "no";
            case Double number when fact.unit().equals("GiB") -> number + " GiB";
            default -> value.toString();
        };
    }
}
