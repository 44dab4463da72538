package dev.quartermaster.actions.provider.kubernetes.manifest;

import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.provider.Order;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a part asks of the cluster, checked: only what stays in the team's namespace and in its own pods. There is no
 * other way to an instance.
 */
public record Manifests(String namespace, List<Map<String, Object>> all) {
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";
    private static final String NAME = "[a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?";

    public sealed interface Checked {
        record Fine(Manifests manifests) implements Checked {}

        /** @param words for people: what is asked for that isn't allowed */
        record Escapes(String words) implements Checked {}
    }

    public static Checked of(Order order) {
        var namespace = order.team().namespace();
        var objections = new ArrayList<String>();
        if (!namespace.matches(LABEL)) {
            objections.add("the namespace \"" + namespace + "\"");
        }
        var manifests = Tree.of(order.part().spec()).items("manifests");
        if (manifests.isEmpty()) {
            objections.add("nothing at all (it has no manifests)");
        }
        var accounts = manifests.stream()
                .filter(manifest -> manifest.text("kind").equals("ServiceAccount"))
                .map(manifest -> manifest.at("metadata").text("name"))
                .collect(Collectors.toSet());
        for (var manifest : manifests) {
            objections.addAll(place(manifest, namespace));
            objections.addAll(PodRules.objections(manifest.fields(), accounts));
        }
        return objections.isEmpty()
                ? new Checked.Fine(new Manifests(
                        namespace, manifests.stream().map(Tree::fields).toList()))
                : new Checked.Escapes("The golden path's part \"" + order.part().name()
                        + "\" asks the cluster for what isn't allowed there: " + String.join(", ", objections)
                        + ". Its owner can change the file.");
    }

    private static List<String> place(Tree manifest, String namespace) {
        var objections = new ArrayList<String>();
        var metadata = manifest.at("metadata");
        var kind = manifest.text("kind");
        if (metadata.has("namespace") && !metadata.text("namespace").equals(namespace)) {
            objections.add("the namespace " + metadata.text("namespace"));
        }
        if (!metadata.text("name").matches(NAME)) {
            objections.add("the name \"" + metadata.text("name") + "\"");
        }
        if (manifest.text("apiVersion").startsWith("rbac.authorization.k8s.io/")) {
            objections.add("rights (" + kind + ")");
        }
        if (metadata.has("finalizers") || metadata.has("ownerReferences")) {
            objections.add("finalizers or owners of its own");
        }
        return objections;
    }

    public List<ObjectRef> refs() {
        return all.stream().map(manifest -> ObjectRef.of(manifest, namespace)).toList();
    }

    /** What people find it by. */
    public String ref() {
        var main = all.stream()
                .filter(manifest -> ObjectKinds.known().runs(Tree.of(manifest).text("kind")))
                .findFirst()
                .orElse(all.getFirst());
        return namespace + "/" + ObjectRef.of(main, namespace).name();
    }

    /**
     * The same without anything that runs: replicas at 0, schedules suspended, and what can't be held (Kueue resumes a
     * suspended RayCluster) left out, to be deleted. What is stored stays.
     */
    public Manifests stopped() {
        var kinds = ObjectKinds.known();
        var kept = all.stream()
                .filter(manifest -> !kinds.deletedWhenStopped(Tree.of(manifest).text("kind")))
                .map(manifest -> with(manifest, kinds.heldBy(Tree.of(manifest).text("kind"))))
                .toList();
        return new Manifests(namespace, kept);
    }

    public List<ObjectRef> missingFrom(Manifests other) {
        var there = other.refs();
        return refs().stream().filter(ref -> !there.contains(ref)).toList();
    }

    private static Map<String, Object> with(Map<String, Object> manifest, Map<String, Object> fields) {
        if (fields.isEmpty()) {
            return manifest;
        }
        var spec = new LinkedHashMap<>(Tree.of(manifest).at("spec").fields());
        spec.putAll(fields);
        var changed = new LinkedHashMap<>(manifest);
        changed.put("spec", spec);
        return changed;
    }
}
