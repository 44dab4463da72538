package dev.quartermaster.actions.cluster.simulated.schema;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import dev.quartermaster.actions.cluster.simulated.schema.Shape.Type;
import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Quantity;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The schema of each kind, read from the client library's generated models: they come from the same OpenAPI as the
 * real server's, so a field that is unknown there is unknown here. RayCluster has no model; its fields are those of
 * KubeRay 1.7 down to the pod templates, which are ordinary ones.
 */
public final class Shapes {
    private static final Shape TEXT = new Shape.Scalar(Type.TEXT);
    private static final Shape WHOLE = new Shape.Scalar(Type.WHOLE);
    private static final Shape FLAG = new Shape.Scalar(Type.FLAG);
    private static final Shape WORDS = new Shape.Entries(TEXT);
    private static final Shape ANYTHING = new Shape.Anything();

    private final ObjectMapper mapper = new ObjectMapper();
    private final Map<Class<?>, Shape> known = new HashMap<>();
    private final Kinds kinds;

    public Shapes(Kinds kinds) {
        this.kinds = kinds;
    }

    synchronized Shape of(Kind kind) {
        return kinds.model(kind)
                .map(model -> of(mapper.constructType(model)))
                .orElseGet(() -> kind.equals(Kinds.RAY_CLUSTER) ? rayCluster() : ANYTHING);
    }

    private Shape of(JavaType type) {
        var raw = type.getRawClass();
        if (type.isMapLikeType()) {
            return new Shape.Entries(of(type.getContentType()));
        }
        if (type.isCollectionLikeType()) {
            return new Shape.Items(of(type.getContentType()));
        }
        if (raw == Quantity.class) {
            return new Shape.Scalar(Type.QUANTITY);
        }
        if (raw == IntOrString.class) {
            return new Shape.Scalar(Type.TEXT_OR_WHOLE);
        }
        if (raw == String.class) {
            return TEXT;
        }
        if (raw == Boolean.class) {
            return FLAG;
        }
        if (raw == Integer.class || raw == Long.class) {
            return WHOLE;
        }
        if (Number.class.isAssignableFrom(raw)) {
            return new Shape.Scalar(Type.NUMBER);
        }
        var isModel = raw.getName().startsWith("io.fabric8.kubernetes.api.model.") && !raw.isInterface();
        return isModel ? model(type) : ANYTHING;
    }

    private Shape model(JavaType type) {
        return known.computeIfAbsent(type.getRawClass(), _ -> new Shape.Fields(lazily(type)));
    }

    private Supplier<Map<String, Shape>> lazily(JavaType type) {
        var fields = new LinkedHashMap<String, Shape>();
        return () -> {
            synchronized (this) {
                if (fields.isEmpty()) {
                    mapper.getDeserializationConfig().introspect(type).findProperties().stream()
                            .filter(BeanPropertyDefinition::couldDeserialize)
                            .forEach(property -> fields.put(property.getName(), of(property.getPrimaryType())));
                }
                return fields;
            }
        };
    }

    private Shape rayCluster() {
        var template = of(mapper.constructType(PodTemplateSpec.class));
        var group = new HashMap<String, Shape>(Map.of(
                "groupName", TEXT,
                "labels", WORDS,
                "rayStartParams", WORDS,
                "resources", WORDS,
                "template", template));
        var head = new HashMap<>(group);
        head.remove("groupName");
        head.putAll(Map.of(
                "enableIngress", FLAG, "headService", ANYTHING, "ingressOptions", ANYTHING, "serviceType", TEXT));
        for (var whole : new String[] {"replicas", "minReplicas", "maxReplicas", "numOfHosts", "idleTimeoutSeconds"}) {
            group.put(whole, WHOLE);
        }
        group.putAll(Map.of("priority", WHOLE, "scaleStrategy", ANYTHING, "suspend", FLAG));
        var spec = new HashMap<String, Shape>(Map.of(
                "headGroupSpec", fields(head),
                "workerGroupSpecs", new Shape.Items(fields(group)),
                "headServiceAnnotations", WORDS,
                "rayVersion", TEXT,
                "managedBy", TEXT,
                "suspend", FLAG,
                "enableInTreeAutoscaling", FLAG));
        for (var loose : new String[] {
            "authOptions", "autoscalerOptions", "gcsFaultToleranceOptions", "historyServerOptions", "networkPolicy"
        }) {
            spec.put(loose, ANYTHING);
        }
        spec.putAll(Map.of("tlsOptions", ANYTHING, "upgradeStrategy", ANYTHING));
        return fields(Map.of(
                "apiVersion", TEXT,
                "kind", TEXT,
                "metadata", of(mapper.constructType(ObjectMeta.class)),
                "spec", fields(spec),
                "status", ANYTHING));
    }

    private static Shape fields(Map<String, Shape> named) {
        var fixed = Map.copyOf(named);
        return new Shape.Fields(() -> fixed);
    }
}
