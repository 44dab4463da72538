package dev.quartermaster.actions.cluster;

import com.google.common.cache.Cache;
import com.google.common.cache.CacheBuilder;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.intents.people.TeamNamespace;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.LimitRangeBuilder;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.ObjectMetaBuilder;
import io.fabric8.kubernetes.api.model.Quantity;
import io.fabric8.kubernetes.api.model.ResourceQuotaBuilder;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands in a namespace that we created before anything of a team does: how much it may hold, what a container gets that
 * says nothing, and that nothing is let in or out but what a path's own policy names.
 */
final class NamespaceGuards {
    /** How long what was put right is taken to be so. */
    private static final Duration FRESH = Duration.ofMinutes(10);

    private final KubernetesClient client;
    private final Cache<String, TeamNamespace> standing = CacheBuilder.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(FRESH)
            .build();

    NamespaceGuards(KubernetesClient client) {
        this.client = client;
    }

    static List<ClusterRight> rights() {
        return Stream.of(
                        new ApiKind("networking.k8s.io/v1", "NetworkPolicy"),
                        new ApiKind("v1", "ResourceQuota"),
                        new ApiKind("v1", "LimitRange"))
                .map(kind -> ClusterRight.inTeams(
                        kind,
                        Set.of(Verb.CREATE, Verb.PATCH),
                        "keeps a team's namespace that it created closed and within bounds"))
                .toList();
    }

    /** Puts them there, and puts right what somebody changed, at most every few minutes. */
    void stand(String namespace, TeamNamespace rules) {
        if (rules.equals(standing.getIfPresent(namespace))) {
            return;
        }
        objects(metadata(namespace), rules)
                .forEach(object -> client.resource(object)
                        .fieldManager(Cluster.MANAGER)
                        .forceConflicts()
                        .serverSideApply());
        standing.put(namespace, rules);
    }

    /** Of a namespace that wasn't there. */
    void forget(String namespace) {
        standing.invalidate(namespace);
    }

    private static Stream<HasMetadata> objects(ObjectMeta metadata, TeamNamespace rules) {
        HasMetadata closed = new NetworkPolicyBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withNewPodSelector()
                .endPodSelector()
                .withPolicyTypes("Ingress", "Egress")
                .endSpec()
                .build();
        HasMetadata quota = new ResourceQuotaBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .withHard(quantities(rules.quota()))
                .endSpec()
                .build();
        HasMetadata container = new LimitRangeBuilder()
                .withMetadata(metadata)
                .withNewSpec()
                .addNewLimit()
                .withType("Container")
                .withDefaultRequest(quantities(rules.container()))
                .endLimit()
                .endSpec()
                .build();
        return Stream.of(
                        Stream.of(closed),
                        rules.quota().isEmpty() ? Stream.<HasMetadata>empty() : Stream.of(quota),
                        rules.container().isEmpty() ? Stream.<HasMetadata>empty() : Stream.of(container))
                .flatMap(each -> each);
    }

    /** Without the labels of what is handed out: these belong to the namespace, and go with it. */
    private static ObjectMeta metadata(String namespace) {
        return new ObjectMetaBuilder()
                .withName(Cluster.MANAGER)
                .withNamespace(namespace)
                .addToLabels("app.kubernetes.io/part-of", Cluster.MANAGER)
                .build();
    }

    private static Map<String, Quantity> quantities(Map<String, String> amounts) {
        return amounts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, amount -> new Quantity(amount.getValue())));
    }
}
