package dev.quartermaster.actions.provider.kubernetes.manifest;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was last wanted stands on every object, so that a half-made part and a stopped one, which may look alike, are
 * told apart by whoever looks.
 */
public final class ManagedLabels {
    private static final String WANTED = "quartermaster.dev/wanted";
    private static final String STOPPED = "stopped";

    private ManagedLabels() {}

    public static Manifests running(Manifests manifests) {
        return marked(manifests, "running");
    }

    public static Manifests stopped(Manifests manifests) {
        return marked(manifests, STOPPED);
    }

    public static boolean isStopped(Map<String, Object> object) {
        return Tree.of(object).at("metadata", "annotations").text(WANTED).equals(STOPPED);
    }

    private static Manifests marked(Manifests manifests, String mark) {
        return new Manifests(
                manifests.namespace(),
                manifests.all().stream().map(manifest -> marked(manifest, mark)).toList());
    }

    private static Map<String, Object> marked(Map<String, Object> manifest, String mark) {
        var annotations = new LinkedHashMap<>(
                Tree.of(manifest).at("metadata", "annotations").fields());
        annotations.put(WANTED, mark);
        var metadata = new LinkedHashMap<>(Tree.of(manifest).at("metadata").fields());
        metadata.put("annotations", annotations);
        var marked = new LinkedHashMap<>(manifest);
        marked.put("metadata", metadata);
        return marked;
    }
}
