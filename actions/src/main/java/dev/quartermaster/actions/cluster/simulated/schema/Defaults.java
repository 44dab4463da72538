package dev.quartermaster.actions.cluster.simulated.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** What the server adds or turns round on every write: few of its many defaults, those that others read. */
public final class Defaults {
    private Defaults() {}

    /** Secrets are turned before owners are counted, so that what was said as text is owned as data. */
    public static void turn(Kind kind, ObjectNode tree) {
        if (kind.equals(Kinds.SECRET) && tree.remove("stringData") instanceof ObjectNode words) {
            var data = tree.withObjectProperty("data");
            words.properties()
                    .forEach(word -> data.put(
                            word.getKey(),
                            Base64.getEncoder()
                                    .encodeToString(word.getValue().asText().getBytes(StandardCharsets.UTF_8))));
        }
    }

    public static void fill(Kind kind, ObjectNode tree) {
        if (kind.equals(Kinds.STATEFUL_SET) || kind.equals(Kinds.DEPLOYMENT)) {
            absent(tree.withObjectProperty("spec"), "replicas", 1);
        } else if (kind.equals(Kinds.JOB)) {
            absent(tree.withObjectProperty("spec"), "completions", 1);
            absent(tree.withObjectProperty("spec"), "parallelism", 1);
        } else if (kind.equals(Kinds.SERVICE)) {
            service(
                    tree.withObjectProperty("spec"),
                    tree.path("metadata").path("name").asText());
        } else if (kind.equals(Kinds.SECRET) && !tree.has("type")) {
            tree.put("type", "Opaque");
        } else if (kind.equals(Kinds.CLAIM)) {
            absent(tree.withObjectProperty("spec"), "volumeMode", "Filesystem");
        }
    }

    /** What a cluster with a default class writes into a new claim that names none. */
    public static void storageClass(ObjectNode claim) {
        absent(claim.withObjectProperty("spec"), "storageClassName", "simulated");
    }

    private static void service(ObjectNode spec, String name) {
        absent(spec, "type", "ClusterIP");
        absent(spec, "sessionAffinity", "None");
        if (!spec.has("clusterIP")) {
            var low = Math.floorMod(name.hashCode(), 65_000);
            spec.put("clusterIP", "10.96." + (low / 256) + "." + (low % 256));
        }
        spec.path("ports").forEach(port -> {
            absent((ObjectNode) port, "protocol", "TCP");
            if (!port.has("targetPort")) {
                ((ObjectNode) port).set("targetPort", port.path("port"));
            }
        });
    }

    private static void absent(ObjectNode in, String field, String value) {
        if (!in.has(field)) {
            in.put(field, value);
        }
    }

    private static void absent(ObjectNode in, String field, int value) {
        if (!in.has(field)) {
            in.put(field, value);
        }
    }
}
