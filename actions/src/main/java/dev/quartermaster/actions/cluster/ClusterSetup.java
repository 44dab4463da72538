package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What others have set a cluster up with: read, never changed. Each call is one request, but lists, which come 500 at a
 * time. No call throws.
 */
public final class ClusterSetup {
    private static final int PAGE = 500;
    private static final ApiKind QUEUE = new ApiKind("kueue.x-k8s.io/v1beta2", "LocalQueue");
    private static final ClusterRight NAMESPACE = ClusterRight.ofCluster(
            "", "namespaces", Set.of(Verb.GET), "sees whether teams have one, and what may run there");
    private static final ClusterRight NODES =
            ClusterRight.ofCluster("", "nodes", Set.of(Verb.LIST), "sees whether any node has what a path selects by");
    private static final ClusterRight STORAGE = ClusterRight.ofCluster(
            "storage.k8s.io", "storageclasses", Set.of(Verb.LIST), "sees whether volumes can be had");
    private static final ClusterRight INGRESS = ClusterRight.ofCluster(
            "networking.k8s.io", "ingressclasses", Set.of(Verb.LIST), "sees whether links can lead anywhere");
    private static final ClusterRight REVIEW = ClusterRight.ofCluster(
            "authorization.k8s.io",
            "selfsubjectaccessreviews",
            Set.of(Verb.CREATE),
            "asks which of these rights are granted; Kubernetes grants it to everybody by itself");

    private final KindObjects objects;

    ClusterSetup(KindObjects objects) {
        this.objects = objects;
    }

    /** What has to be allowed for it. @param queued whether Kueue's queues are of interest */
    public static ClusterRights rights(boolean queued) {
        var queues = ClusterRight.inTeams(QUEUE, Set.of(Verb.LIST), "sees whether the queue a path names is there");
        var all = List.of(NAMESPACE, NODES, STORAGE, INGRESS, REVIEW);
        return new ClusterRights(
                queued ? Stream.concat(all.stream(), Stream.of(queues)).toList() : all);
    }

    /** As {@code kubectl version} says it: {@code v1.36.0}. */
    public ClusterResult<String> version() {
        return ClusterCall.of(() -> String.valueOf(objects.read("/version").get("gitVersion")));
    }

    /** Versions of a group that are served, the preferred one first; none where nothing of it is installed. */
    public ClusterResult<List<String>> versions(String group) {
        return ClusterCall.of(() -> found("/apis/" + group)
                .map(answer -> maps(answer.get("versions")).stream()
                        .map(version -> String.valueOf(version.get("version")))
                        .toList())
                .orElse(List.of()));
    }

    /** Kinds that are served in a version of a group, such as {@code ray.io/v1}; none where it isn't served. */
    public ClusterResult<Set<String>> kinds(String apiVersion) {
        return ClusterCall.of(() -> found((apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion)
                .map(answer -> Set.copyOf(maps(answer.get("resources")).stream()
                        .filter(resource ->
                                !String.valueOf(resource.get("name")).contains("/"))
                        .map(resource -> String.valueOf(resource.get("kind")))
                        .toList()))
                .orElse(Set.of()));
    }

    public ClusterResult<List<Map<String, Object>>> storageClasses() {
        return ClusterCall.of(() -> all("/apis/storage.k8s.io/v1/storageclasses"));
    }

    public ClusterResult<List<Map<String, Object>>> ingressClasses() {
        return ClusterCall.of(() -> all("/apis/networking.k8s.io/v1/ingressclasses"));
    }

    public ClusterResult<List<Map<String, Object>>> nodes() {
        return ClusterCall.of(() -> all("/api/v1/nodes"));
    }

    /** Empty: there is none of that name. */
    public ClusterResult<Optional<Map<String, Object>>> namespace(String name) {
        return ClusterCall.of(() -> found("/api/v1/namespaces/" + name));
    }

    /** Kueue's LocalQueues in a namespace; none where Kueue isn't installed. */
    public ClusterResult<List<Map<String, Object>>> queues(String namespace) {
        return ClusterCall.of(
                () -> objects.list(QUEUE.apiVersion(), QUEUE.kind(), namespace, Map.of(), Map.of()).stream()
                        .map(objects::tree)
                        .toList());
    }

    /** @param namespace empty: in every one of them, or of a kind that belongs to none */
    public ClusterResult<Boolean> allowed(ClusterRight right, Verb verb, String namespace) {
        return ClusterCall.of(() -> allowed(attributes(right, verb, namespace)));
    }

    private boolean allowed(Map<String, Object> attributes) {
        Map<String, Object> review = Map.of(
                "apiVersion",
                "authorization.k8s.io/v1",
                "kind",
                "SelfSubjectAccessReview",
                "spec",
                Map.of("resourceAttributes", attributes));
        var answer = objects.ask("/apis/authorization.k8s.io/v1/selfsubjectaccessreviews", review);
        return answer.get("status") instanceof Map<?, ?> status && Boolean.TRUE.equals(status.get("allowed"));
    }

    private static Map<String, Object> attributes(ClusterRight right, Verb verb, String namespace) {
        var resource = right.resource().split("/", 2);
        var attributes = new LinkedHashMap<String, Object>();
        attributes.put("verb", verb.word());
        attributes.put("group", right.group());
        attributes.put("resource", resource[0]);
        if (resource.length > 1) {
            attributes.put("subresource", resource[1]);
        }
        if (right.where() == Where.TEAMS && !namespace.isEmpty()) {
            attributes.put("namespace", namespace);
        }
        return attributes;
    }

    private List<Map<String, Object>> all(String path) {
        var all = new ArrayList<Map<String, Object>>();
        var next = "";
        do {
            var answer = objects.read(path + "?limit=" + PAGE + (next.isEmpty() ? "" : "&continue=" + next));
            all.addAll(maps(answer.get("items")));
            next = answer.get("metadata") instanceof Map<?, ?> metadata
                            && metadata.get("continue") instanceof String more
                    ? URLEncoder.encode(more, StandardCharsets.UTF_8)
                    : "";
        } while (!next.isEmpty());
        return all;
    }

    private Optional<Map<String, Object>> found(String path) {
        try {
            return Optional.of(objects.read(path));
        } catch (KubernetesClientException e) {
            if (e.getCode() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static List<Map<String, Object>> maps(@Nullable Object list) {
        if (!(list instanceof List<?> items)) {
            return List.of();
        }
        var maps = new ArrayList<Map<String, Object>>();
        for (var item : items) {
            if (item instanceof Map<?, ?> map) {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, value) -> copy.put(String.valueOf(name), value));
                maps.add(copy);
            }
        }
        return maps;
    }
}
