package dev.quartermaster.actions.cluster;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which object. */
public record ObjectRef(String apiVersion, String kind, String namespace, String name) {
    /** Of a manifest, in this namespace. What it doesn't say is empty and refused by the cluster. */
    public static ObjectRef of(Map<String, Object> manifest, String namespace) {
        var name = manifest.get("metadata") instanceof Map<?, ?> metadata ? metadata.get("name") : "";
        return new ObjectRef(text(manifest.get("apiVersion")), text(manifest.get("kind")), namespace, text(name));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** {@code StatefulSet growth/lab}, for people. */
    @Override
    public String toString() {
        return kind + " " + namespace + "/" + name;
    }
}
