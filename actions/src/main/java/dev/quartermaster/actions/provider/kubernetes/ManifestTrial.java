package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.cluster.Ownership;
import dev.quartermaster.actions.cluster.definition.CustomDefinitions;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.kubernetes.manifest.Manifests;
import dev.quartermaster.intents.people.TeamNamespace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries what a golden path makes of its {@code kubernetes} parts before anybody asks for it: our own rules, a cluster's
 * strict refusal, custom kinds' definitions. Each object that looks alike is tried once.
 */
public final class ManifestTrial {
    private final Cluster cluster;
    private final CustomDefinitions definitions;
    private final Map<Map<String, Object>, List<String>> tried = new HashMap<>();
    private final Map<String, ClusterResult<Boolean>> rooms = new HashMap<>();
    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> absent = new TreeSet<>();

    /** @param cluster simulated, or a real one in whose namespaces nothing is kept */
    public ManifestTrial(Cluster cluster, CustomDefinitions definitions) {
        this.cluster = cluster;
        this.definitions = definitions;
    }

    /** @param kind of the object it is about; empty: the part as a whole */
    public record Objection(String kind, String words) {}

    /** What would be refused of a part whose spec is complete; nothing is made. */
    public List<Objection> objections(Order order) {
        return switch (Manifests.of(order)) {
            case Manifests.Checked.Escapes(var words) -> List.of(new Objection("", words));
            case Manifests.Checked.Fine(var manifests) -> objections(order, manifests);
        };
    }

    private List<Objection> objections(Order order, Manifests manifests) {
        var found = new ArrayList<Objection>();
        for (var manifest : manifests.all()) {
            var kind = String.valueOf(manifest.get("kind"));
            tried.computeIfAbsent(manifest, each -> refused(order, each, manifests.namespace()))
                    .forEach(words -> found.add(new Objection(kind, words)));
        }
        return found;
    }

    private List<String> refused(Order order, Map<String, Object> manifest, String namespace) {
        var defined = definitions.wrong(manifest);
        if (defined.isPresent() && !defined.get().isEmpty()) {
            return defined.get();
        }
        var room = rooms.computeIfAbsent(
                namespace, name -> cluster.namespace(name, order.team().id(), room()));
        if (room instanceof ClusterResult.Refused<Boolean>(var status, var words)) {
            return List.of(words);
        }
        return switch (cluster.rehearse(manifest, namespace, KubernetesProvider.labels(order))) {
            case ClusterResult.Done<Boolean> done -> {
                if (defined.isEmpty() && cluster.simulated() && !described(manifest)) {
                    unknown.add(kind(manifest));
                }
                yield List.of();
            }
            case ClusterResult.Refused<Boolean>(var status, var words)
            when status == 404 && cluster.simulated() -> {
                absent.add(kind(manifest));
                if (defined.isEmpty()) {
                    unknown.add(kind(manifest));
                }
                yield List.of();
            }
            case ClusterResult.Refused<Boolean>(var status, var words) -> List.of(words);
            case ClusterResult.Unreachable<Boolean>(var words) -> List.of(words);
            case ClusterResult.Late<Boolean> late -> List.of();
        };
    }

    /** A cluster that is there for the trial has no namespaces; in a real one nothing is made. */
    private TeamNamespace room() {
        return cluster.simulated() ? TeamNamespace.CREATED : TeamNamespace.EXISTING;
    }

    private static boolean described(Map<String, Object> manifest) {
        return SimulatedCluster.knowsFieldsOf(
                String.valueOf(manifest.get("apiVersion")), String.valueOf(manifest.get("kind")));
    }

    private static String kind(Map<String, Object> manifest) {
        return manifest.get("kind") + " (" + manifest.get("apiVersion") + ")";
    }

    /** How far the part comes when it is really made, which is only for a simulated cluster; empty: of kinds that it doesn't have. */
    public Optional<Observed> made(Order order) {
        if (!cluster.simulated()
                || !(Manifests.of(order) instanceof Manifests.Checked.Fine(var manifests))
                || manifests.all().stream().anyMatch(each -> absent.contains(kind(each)))) {
            return Optional.empty();
        }
        var provider = new KubernetesProvider(cluster, new Everything(), this::room, List::of);
        provider.converge(order, Wanted.RUNNING);
        return Optional.of(provider.observe(order));
    }

    /** How many different objects were tried so far. */
    public int count() {
        return tried.size();
    }

    /** Kinds of which neither the cluster nor a definition said what they look like, such as {@code RayCluster (ray.io/v1)}. */
    public Set<String> unknown() {
        return Set.copyOf(unknown);
    }

    /** All that stands in a cluster that is there for the trial alone was made by it. */
    private static final class Everything implements Ownership {
        private static final String MARK = "tried";

        @Override
        public String intend(ObjectRef ref, Labels labels) {
            return MARK;
        }

        @Override
        public Optional<String> mark(ObjectRef ref, Labels labels, Identity identity) {
            return Optional.of(MARK);
        }

        @Override
        public List<ObjectRef> made(Labels labels) {
            return List.of();
        }

        @Override
        public List<String> namespaces() {
            return List.of();
        }
    }
}
