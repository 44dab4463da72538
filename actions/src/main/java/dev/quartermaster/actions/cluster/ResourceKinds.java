package dev.quartermaster.actions.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Where in the API a kind lives. What never changes is written down, so that a plain role without the right to
 * discover, and a slow discovery, do no harm; everything else is asked for once.
 */
final class ResourceKinds {
    private record Kind(String apiVersion, String kind) {}

    private final KubernetesClient client;
    private final Map<Kind, ResourceDefinitionContext> known = new LinkedHashMap<>();
    private final Map<Kind, ResourceDefinitionContext> found = new ConcurrentHashMap<>();

    ResourceKinds(KubernetesClient client) {
        this.client = client;
        know("v1", "ConfigMap", "configmaps");
        know("v1", "PersistentVolumeClaim", "persistentvolumeclaims");
        know("v1", "Secret", "secrets");
        know("v1", "Service", "services");
        know("v1", "ServiceAccount", "serviceaccounts");
        know("networking.k8s.io/v1", "Ingress", "ingresses");
        know("networking.k8s.io/v1", "NetworkPolicy", "networkpolicies");
        know("v1", "Pod", "pods");
        know("batch/v1", "Job", "jobs");
        know("batch/v1", "CronJob", "cronjobs");
        know("apps/v1", "Deployment", "deployments");
        know("apps/v1", "StatefulSet", "statefulsets");
        know("ray.io/v1", "RayCluster", "rayclusters");
    }

    /** Empty when the cluster doesn't know the kind, which may change when its operator is installed. */
    Optional<ResourceDefinitionContext> find(String apiVersion, String kind) {
        var wanted = new Kind(apiVersion, kind);
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

    private Optional<ResourceDefinitionContext> discover(Kind wanted) {
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

    private void know(String apiVersion, String kind, String plural) {
        var wanted = new Kind(apiVersion, kind);
        known.put(wanted, context(wanted, plural, true));
    }

    private static ResourceDefinitionContext context(Kind kind, String plural, boolean namespaced) {
        var slash = kind.apiVersion().indexOf('/');
        return new ResourceDefinitionContext.Builder()
                .withGroup(slash < 0 ? "" : kind.apiVersion().substring(0, slash))
                .withVersion(kind.apiVersion().substring(slash + 1))
                .withKind(kind.kind())
                .withPlural(plural)
                .withNamespaced(namespaced)
                .build();
    }
}
