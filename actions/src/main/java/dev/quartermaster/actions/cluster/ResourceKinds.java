package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where in the API a kind lives. What never changes is written down, so that a plain role without the right to
 * discover, and a slow discovery, do no harm; everything else is asked for once.
 */
final class ResourceKinds {
    private static final List<ApiKind> KNOWN = List.of(
            new ApiKind("v1", "ConfigMap"),
            new ApiKind("v1", "PersistentVolumeClaim"),
            new ApiKind("v1", "Secret"),
            new ApiKind("v1", "Service"),
            new ApiKind("v1", "ServiceAccount"),
            new ApiKind("networking.k8s.io/v1", "Ingress"),
            new ApiKind("networking.k8s.io/v1", "NetworkPolicy"),
            new ApiKind("v1", "Pod"),
            new ApiKind("batch/v1", "Job"),
            new ApiKind("batch/v1", "CronJob"),
            new ApiKind("apps/v1", "Deployment"),
            new ApiKind("apps/v1", "StatefulSet"),
            new ApiKind("ray.io/v1", "RayCluster"));

    private final KubernetesClient client;
    private final Map<ApiKind, ResourceDefinitionContext> known = new LinkedHashMap<>();
    private final Map<ApiKind, ResourceDefinitionContext> found = new ConcurrentHashMap<>();

    ResourceKinds(KubernetesClient client) {
        this.client = client;
        KNOWN.forEach(kind -> known.put(kind, context(kind, kind.resource(), true)));
    }

    /** What {@link #namespaced} is used for; of any other kind we make, its own right says it. */
    static List<ClusterRight> rights() {
        return KNOWN.stream()
                .map(kind -> ClusterRight.inTeams(
                        kind, Set.of(Verb.LIST), "finds what was made for a lease, and what is left of one"))
                .toList();
    }

    /** Empty when the cluster doesn't know the kind, which may change when its operator is installed. */
    Optional<ResourceDefinitionContext> find(String apiVersion, String kind) {
        var wanted = new ApiKind(apiVersion, kind);
        var here = known.getOrDefault(wanted, found.get(wanted));
        if (here != null) {
            return Optional.of(here);
        }
        var asked = discover(wanted);
        asked.ifPresent(context -> found.put(wanted, context));
        return asked;
    }

    /** Every kind that may hold something of a lease: what others lean on first, what makes pods last. */
    List<ResourceDefinitionContext> namespaced() {
        var all = new LinkedHashMap<>(known);
        all.putAll(found);
        return all.values().stream()
                .filter(ResourceDefinitionContext::isNamespaceScoped)
                .toList();
    }

    private Optional<ResourceDefinitionContext> discover(ApiKind wanted) {
        var resources = client.getApiResources(wanted.apiVersion());
        if (resources == null) {
            return Optional.empty();
        }
        return resources.getResources().stream()
                .filter(resource -> resource.getKind().equals(wanted.kind()))
                .filter(resource -> !resource.getName().contains("/"))
                .map(resource -> context(wanted, resource.getName(), Boolean.TRUE.equals(resource.getNamespaced())))
                .findFirst();
    }

    private static ResourceDefinitionContext context(ApiKind kind, String plural, boolean namespaced) {
        return new ResourceDefinitionContext.Builder()
                .withGroup(kind.group())
                .withVersion(kind.version())
                .withKind(kind.kind())
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build();
    }
}
