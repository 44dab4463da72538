package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.life.Lacks;
import dev.quartermaster.actions.cluster.simulated.object.FieldOwners;
import dev.quartermaster.actions.cluster.simulated.object.Key;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.object.Store;
import java.util.List;
import java.util.Map;

/** What is there before anybody makes anything, as far as it isn't lacking: namespaces, nodes, and classes that are the default. */
final class SetUp {
    private static final Map<String, String> GPUS =
            Map.of("t4", "Tesla-T4", "a100", "NVIDIA-A100-SXM4-80GB", "h100", "NVIDIA-H100-80GB-HBM3");

    private final Store store;

    private SetUp(Store store) {
        this.store = store;
    }

    static void of(Store store, Lacks lacks) {
        var setUp = new SetUp(store);
        List.of("default", "kube-system").forEach(name -> setUp.make(Kinds.NAMESPACE, name));
        setUp.label(setUp.make(Kinds.NODE, "simulated-cpu"), "kubernetes.io/os", "linux");
        if (!lacks.labelledNodes()) {
            GPUS.forEach((kind, product) -> {
                var node = setUp.make(Kinds.NODE, "simulated-" + kind);
                setUp.label(node, "nvidia.com/gpu.product", product);
                setUp.label(node, "quartermaster.dev/gpu", kind);
            });
        }
        if (!lacks.storageClass()) {
            setUp.standard(Kinds.STORAGE_CLASS, "storageclass.kubernetes.io/is-default-class");
        }
        if (!lacks.ingressClass()) {
            setUp.standard(Kinds.INGRESS_CLASS, "ingressclass.kubernetes.io/is-default-class");
        }
    }

    private void standard(Kind kind, String annotation) {
        var key = make(kind, "simulated");
        var tree = store.find(key).orElseThrow().tree().deepCopy();
        tree.withObjectProperty("metadata").putObject("annotations").put(annotation, "true");
        if (kind.equals(Kinds.STORAGE_CLASS)) {
            tree.put("provisioner", "quartermaster.dev/simulated");
        } else {
            tree.putObject("spec").put("controller", "quartermaster.dev/simulated");
        }
        store.observed(key, tree);
    }

    private void label(Key key, String name, String value) {
        ObjectNode tree = store.find(key).orElseThrow().tree().deepCopy();
        tree.withObjectProperty("metadata").withObjectProperty("labels").put(name, value);
        store.observed(key, tree);
    }

    private Key make(Kind kind, String name) {
        var key = new Key(kind, "", name);
        var tree = JsonNodeFactory.instance.objectNode();
        tree.put("apiVersion", kind.apiVersion()).put("kind", kind.name());
        tree.putObject("metadata").put("name", name);
        store.create(key, tree, FieldOwners.nobody());
        return key;
    }
}
