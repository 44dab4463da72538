package dev.quartermaster.actions.cluster;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Kubernetes cluster, real or simulated: the same calls. Objects are plain trees. No call throws; each request to
 * the cluster is given up after about five seconds.
 */
public final class Cluster implements AutoCloseable {
    static final String MANAGER = "quartermaster";

    private final KubernetesClient client;
    private final LiveObjects objects;
    private final boolean simulated;

    private Cluster(Config config, boolean simulated) {
        client = new KubernetesClientBuilder().withConfig(config).build();
        objects = new LiveObjects(client);
        this.simulated = simulated;
    }

    /**
     * The real one: {@code KUBECONFIG}, else the identity of the pod this runs in.
     *
     * @return empty when neither is there
     * @throws IllegalArgumentException when {@code KUBECONFIG} names a file that can't be read
     */
    public static Optional<Cluster> from(Map<String, String> environment) {
        return Access.from(environment).map(config -> new Cluster(config, false));
    }

    public static Cluster simulatedAt(URI url) {
        return new Cluster(Access.at(url), true);
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

    /**
     * Makes the objects so, in order, stopping at the first that can't be. Fields we say are ours: whoever set them
     * otherwise is overruled, because price and bounds were agreed on them; fields we don't say are left. An object of
     * that name which isn't the lease's is left alone and refused (409). A write under an older epoch than the object
     * carries is late; so is one that lost a race.
     *
     * @return the objects as they are now
     */
    public ClusterResult<List<Map<String, Object>>> apply(
            List<Map<String, Object>> manifests, String namespace, Labels labels) {
        return Answers.of(() -> manifests.stream()
                .map(manifest -> objects.apply(manifest, namespace, labels))
                .toList());
    }

    /** Makes an object that must not change once it is there, such as a secret others have read. */
    public ClusterResult<Boolean> once(Map<String, Object> manifest, String namespace, Labels labels) {
        return Answers.of(() -> {
            objects.once(manifest, namespace, labels);
            return true;
        });
    }

    /** What is there of these, in their order; empty where nothing is. */
    public ClusterResult<List<Optional<Map<String, Object>>>> observe(List<ObjectRef> refs) {
        return Answers.of(() -> refs.stream().map(objects::find).toList());
    }

    /**
     * Takes away, last first, those that carry the lease's label; what is absent or another's is left.
     *
     * @return how many were there. They may take a while to go: observe
     */
    public ClusterResult<Long> delete(List<ObjectRef> refs, Labels labels) {
        return Answers.of(() -> refs.reversed().stream()
                .filter(ref -> objects.delete(ref, labels))
                .count());
    }

    /** Everything of a lease in a namespace, of any kind we make, for people to look at: secrets without their values. */
    public ClusterResult<List<Map<String, Object>>> objects(String namespace, String lease) {
        return labelled(namespace, Map.of(Labels.LEASE, lease));
    }

    /** As {@link #objects}, of whatever carries all of these labels. */
    public ClusterResult<List<Map<String, Object>>> labelled(String namespace, Map<String, String> labels) {
        return Answers.of(() -> objects.labelled(namespace, labels).stream()
                .map(Cluster::withoutSecrets)
                .toList());
    }

    /** Every object of a kind in a namespace; none where the cluster doesn't know the kind. */
    public ClusterResult<List<Map<String, Object>>> list(String apiVersion, String kind, String namespace) {
        return Answers.of(() -> objects.list(apiVersion, kind, namespace));
    }

    /**
     * @param create it when it is absent; otherwise an absent one is refused (404)
     * @return whether it was created
     */
    public ClusterResult<Boolean> namespace(String name, boolean create) {
        return Answers.of(() -> {
            if (exists(name)) {
                return false;
            }
            if (!create) {
                throw new KubernetesClientException(
                        "The namespace " + name + " doesn't exist; the platform team makes it.", 404, null);
            }
            var namespace = new NamespaceBuilder()
                    .withNewMetadata()
                    .withName(name)
                    .addToLabels("app.kubernetes.io/managed-by", MANAGER)
                    .endMetadata()
                    .build();
            client.resource(namespace).fieldManager(MANAGER).serverSideApply();
            return true;
        });
    }

    /** Where we may not even look, it is taken to be there: what is made in it will say so otherwise. */
    private boolean exists(String namespace) {
        try {
            return client.namespaces().withName(namespace).get() != null;
        } catch (KubernetesClientException e) {
            if (e.getCode() == 403) {
                return true;
            }
            throw e;
        }
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
