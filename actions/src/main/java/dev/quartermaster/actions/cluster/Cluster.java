package dev.quartermaster.actions.cluster;

import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.people.TeamNamespace;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Kubernetes cluster, real or simulated: the same calls. Objects are plain trees. No call throws; each request to
 * the cluster is given up after about five seconds.
 */
public final class Cluster implements AutoCloseable {
    /** The name under which every field is written. */
    public static final String MANAGER = "quartermaster";

    private final KubernetesClient client;
    private final KindObjects objects;
    private final Namespaces namespaces;
    private final boolean simulated;

    private Cluster(Config config, boolean simulated) {
        client = new KubernetesClientBuilder().withConfig(config).build();
        objects = new KindObjects(client);
        namespaces = new Namespaces(client);
        this.simulated = simulated;
    }

    /**
     * The real one: {@code KUBECONFIG}, else the identity of the pod this runs in.
     *
     * @return empty when neither is there
     * @throws IllegalArgumentException when {@code KUBECONFIG} names a file that can't be read
     */
    public static Optional<Cluster> from(Map<String, String> environment) {
        return ClusterConfig.from(environment).map(config -> new Cluster(config, false));
    }

    /**
     * What has to be allowed for objects of these kinds to be made, looked at and taken away.
     *
     * @param createNamespaces whether those of teams are made as well
     */
    public static ClusterRights rights(Set<ApiKind> made, boolean createNamespaces) {
        return new ClusterRights(
                Stream.of(Namespaces.rights(createNamespaces), ResourceKinds.rights(), LeaseObjects.rights(made))
                        .flatMap(List::stream)
                        .toList());
    }

    public static Cluster simulatedAt(URI url) {
        return new Cluster(ClusterConfig.at(url), true);
    }

    public boolean simulated() {
        return simulated;
    }

    /** One line for screens and logs. */
    public String describe() {
        var url = client.getMasterUrl();
        return simulated
                ? "a SIMULATED cluster at " + url + ": nothing real is made. Set KUBECONFIG for a real one."
                : "the cluster at " + url;
    }

    /** Where its API is. */
    public String address() {
        return client.getMasterUrl().toString();
    }

    /** What others have set it up with. */
    public ClusterSetup setup() {
        return new ClusterSetup(objects);
    }

    /** The objects of one part, as far as they were made for it. */
    public LeaseObjects of(Labels labels, Ownership ownership) {
        return new LeaseObjects(new LiveObjects(objects, labels, ownership));
    }

    /** What making this object would come to, as strictly as if it were made; nothing of it is kept (dryRun=All). */
    public ClusterResult<Boolean> rehearse(Map<String, Object> manifest, String namespace, Labels labels) {
        return ClusterCall.of(() -> {
            objects.rehearse(ObjectRef.of(manifest, namespace), labels.onto(manifest, namespace, "rehearsed"));
            return true;
        });
    }

    /** Everything of a lease in a namespace, of any kind we make, for people to look at: secrets without their values. */
    public ClusterResult<List<Map<String, Object>>> objects(String namespace, String lease) {
        return labelled(namespace, Map.of(Labels.LEASE, lease));
    }

    /** As {@link #objects}, of whatever carries all of these labels. */
    public ClusterResult<List<Map<String, Object>>> labelled(String namespace, Map<String, String> labels) {
        return ClusterCall.of(() -> objects.labelled(namespace, labels).stream()
                .map(objects::tree)
                .map(Cluster::withoutSecrets)
                .toList());
    }

    /** Every object of a kind in a namespace with all of these labels; none where the cluster doesn't know the kind. */
    public ClusterResult<List<Map<String, Object>>> list(
            String apiVersion, String kind, String namespace, Map<String, String> labels) {
        return ClusterCall.of(() -> objects.list(apiVersion, kind, namespace, labels, Map.of()).stream()
                .map(objects::tree)
                .toList());
    }

    /** What was reported about one object lately; the cluster keeps it for an hour. */
    public ClusterResult<List<Map<String, Object>>> events(String namespace, String uid) {
        return ClusterCall.of(
                () -> objects.list("v1", "Event", namespace, Map.of(), Map.of("involvedObject.uid", uid)).stream()
                        .map(objects::tree)
                        .toList());
    }

    /** What waits in a LocalQueue of Kueue, with the places; refused where Kueue doesn't tell, or not us. */
    public ClusterResult<Map<String, Object>> pending(String namespace, String queue) {
        return ClusterCall.of(() -> objects.read("/apis/visibility.kueue.x-k8s.io/v1beta2/namespaces/" + namespace
                + "/localqueues/" + queue + "/pendingworkloads"));
    }

    /**
     * Whether a team's things may be made there: never in one of the cluster's own, of another team, or, where
     * namespaces are created by us, in one that somebody else made. Those are refused (403, 409).
     *
     * @param rules whether it is created when it is absent (otherwise an absent one is refused, 404), and what then stands
     *     in it first
     * @return whether it was created
     */
    public ClusterResult<Boolean> namespace(String name, TeamId team, TeamNamespace rules) {
        return ClusterCall.of(() -> namespaces.ready(name, team, rules));
    }

    private static Map<String, Object> withoutSecrets(Map<String, Object> tree) {
        if (!"Secret".equals(tree.get("kind"))) {
            return tree;
        }
        var shown = new LinkedHashMap<>(tree);
        shown.replaceAll((name, value) -> name.equals("data") ? "(hidden)" : value);
        return shown;
    }

    @Override
    public void close() {
        client.close();
    }
}
