package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ApiKind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Something that others have to set up before the objects of a part can do their work. */
public sealed interface ClusterNeed {
    /** The API understands the kind, and we may make it. */
    record Made(ApiKind kind) implements ClusterNeed {}

    /** The team's namespace has Kueue's LocalQueue of this name. */
    record Queued(String queue) implements ClusterNeed {}

    /** Volumes of this StorageClass can be had. @param name empty: of the one that is the default */
    record Stored(String name) implements ClusterNeed {}

    /** An ingress controller of this class is there. @param name empty: the default one */
    record Entered(String name) implements ClusterNeed {}

    /**
     * A node is there that a pod is bound to.
     *
     * @param labels all of which it has
     * @param terms of which it meets one wholly; empty: no such condition
     */
    record Placed(Map<String, String> labels, List<List<LabelRule>> terms) implements ClusterNeed {
        public Placed {
            labels = Map.copyOf(labels);
            terms = List.copyOf(terms);
        }

        boolean takes(Map<String, String> node) {
            return labels.entrySet().stream().allMatch(label -> label.getValue().equals(node.get(label.getKey())))
                    && (terms.isEmpty()
                            || terms.stream().anyMatch(term -> term.stream().allMatch(rule -> rule.holds(node))));
        }

        /** {@code quartermaster.dev/gpu=a100}, as a person would give it to a node: of several ways the shortest. */
        String shortest() {
            var given = new TreeMap<>(labels);
            terms.stream()
                    .filter(term ->
                            term.stream().allMatch(rule -> !rule.values().isEmpty()))
                    .min((one, other) -> Integer.compare(values(one), values(other)))
                    .ifPresent(term -> term.forEach(
                            rule -> given.put(rule.key(), rule.values().getFirst())));
            return given.entrySet().stream()
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(" "));
        }

        private static int values(List<LabelRule> term) {
            return term.stream().mapToInt(rule -> rule.values().size()).sum();
        }
    }
}
