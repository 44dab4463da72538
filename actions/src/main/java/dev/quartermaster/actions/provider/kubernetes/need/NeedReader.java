package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what the manifests of a part need. */
final class NeedReader {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";
    private static final String INGRESS_CLASS = "kubernetes.io/ingress.class";

    private final Set<ClusterNeed> needs = new LinkedHashSet<>();

    private NeedReader() {}

    /** In the order of the manifests. @param spec of a part, its values filled in */
    static Set<ClusterNeed> of(Map<String, Object> spec) {
        var reader = new NeedReader();
        var part = Tree.of(spec);
        part.items("manifests").forEach(reader::manifest);
        if (part.has("token")) {
            reader.needs.add(new ClusterNeed.Made(new ApiKind("v1", "Secret")));
        }
        return Collections.unmodifiableSet(reader.needs);
    }

    private void manifest(Tree manifest) {
        var kind = manifest.text("kind");
        needs.add(new ClusterNeed.Made(new ApiKind(manifest.text("apiVersion"), kind)));
        var queue = manifest.at("metadata", "labels").text(QUEUE);
        if (!queue.isEmpty()) {
            needs.add(new ClusterNeed.Queued(queue));
        }
        var spec = manifest.at("spec");
        switch (kind) {
            case "PersistentVolumeClaim" -> claim(spec);
            case "StatefulSet" -> spec.items("volumeClaimTemplates").forEach(claim -> claim(claim.at("spec")));
            case "Ingress" -> ingress(manifest, spec);
            default -> {}
        }
        pods(manifest.fields());
    }

    /** An empty class is none on purpose: a volume that somebody made by hand. */
    private void claim(Tree spec) {
        if (!spec.has("storageClassName") && spec.text("volumeName").isEmpty()) {
            needs.add(new ClusterNeed.Stored(""));
        } else if (!spec.text("storageClassName").isEmpty()) {
            needs.add(new ClusterNeed.Stored(spec.text("storageClassName")));
        }
    }

    private void ingress(Tree manifest, Tree spec) {
        var older = manifest.at("metadata", "annotations").text(INGRESS_CLASS);
        needs.add(new ClusterNeed.Entered(spec.has("ingressClassName") ? spec.text("ingressClassName") : older));
    }

    /** Wherever pods are described, in a template or in a kind of its own. */
    private void pods(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(this::pods);
        } else if (node instanceof Map<?, ?> map) {
            var tree = Tree.of(map);
            var labels = labels(tree.at("nodeSelector"));
            var terms = tree
                    .at("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                    .items("nodeSelectorTerms")
                    .stream()
                    .map(NeedReader::rules)
                    .toList();
            if (!labels.isEmpty() || !terms.isEmpty()) {
                needs.add(new ClusterNeed.Placed(labels, terms));
            }
            map.values().forEach(value -> {
                if (value != null) {
                    pods(value);
                }
            });
        }
    }

    private static List<LabelRule> rules(Tree term) {
        var rules = new ArrayList<LabelRule>();
        term.items("matchExpressions")
                .forEach(each ->
                        rules.add(new LabelRule(each.text("key"), each.text("operator"), each.words("values"))));
        return List.copyOf(rules);
    }

    private static Map<String, String> labels(Tree selector) {
        var labels = new LinkedHashMap<String, String>();
        selector.fields().forEach((name, value) -> labels.put(name, String.valueOf(value)));
        return labels;
    }
}
