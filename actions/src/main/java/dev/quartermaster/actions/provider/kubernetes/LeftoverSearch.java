package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.cluster.Ownership;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Objects in the teams' namespaces that carry our labels and belong to no open lease: what a worker made that stalled
 * until after the end, and what somebody copied. Only what was surely made by us for a lease that is over is taken away;
 * of a lease nobody here knows, another installation may.
 */
final class LeftoverSearch {
    private static final Logger LOG = LoggerFactory.getLogger(LeftoverSearch.class);
    private static final String MANAGER = Cluster.MANAGER;
    /** Named in one message. */
    private static final int MOST = 10;

    private final Cluster cluster;
    private final Ownership ownership;
    private final Supplier<List<String>> namespaces;

    LeftoverSearch(Cluster cluster, Ownership ownership, Supplier<List<String>> namespaces) {
        this.cluster = cluster;
        this.ownership = ownership;
        this.namespaces = namespaces;
    }

    List<Leftover> leftovers(Function<LeaseId, Standing> leases) {
        var found = new ArrayList<Leftover>();
        // A team may have moved, or be gone: what was left in its namespace of then is still there.
        var looked = new TreeSet<>(namespaces.get());
        looked.addAll(ownership.namespaces());
        for (var namespace : looked) {
            switch (cluster.labelled(namespace, Map.of(Labels.MANAGED_BY, MANAGER))) {
                case Done<List<Map<String, Object>>>(var trees) ->
                    trees.forEach(tree -> leftover(tree, namespace, leases).ifPresent(found::add));
                case ClusterResult.Unreachable<?> _, ClusterResult.Refused<?> _, ClusterResult.Late<?> _ ->
                    LOG.debug("{} couldn't be looked through for what is left over", namespace);
            }
        }
        return List.copyOf(found);
    }

    /** What runs in the namespaces of teams that we made, carries no mark of ours and belongs to nothing that does. */
    List<PlatformTrouble> strangers() {
        var found = new ArrayList<PlatformTrouble>();
        for (var namespace : new TreeSet<>(namespaces.get())) {
            if (cluster.labelled(namespace, Map.of()) instanceof Done<List<Map<String, Object>>>(var trees)) {
                var refs = trees.stream()
                        .filter(LeftoverSearch::strange)
                        .map(tree -> ObjectRef.of(tree, namespace).toString())
                        .sorted()
                        .toList();
                if (!refs.isEmpty()) {
                    found.add(strangers(namespace, refs));
                }
            }
        }
        return List.copyOf(found);
    }

    private static PlatformTrouble strangers(String namespace, List<String> refs) {
        var more = refs.size() > MOST ? " and " + (refs.size() - MOST) + " more" : "";
        return new PlatformTrouble(
                "not-ours",
                "In " + namespace + " runs what wasn't made by us: "
                        + String.join(", ", refs.subList(0, Math.min(MOST, refs.size()))) + more
                        + ". It is left alone, nobody is charged for it, and it takes room from the team: find out"
                        + " whose it is.");
    }

    private static boolean strange(Map<String, Object> tree) {
        var metadata = Tree.of(tree).at("metadata");
        return ObjectKinds.known().runs(Tree.of(tree).text("kind"))
                && !metadata.at("labels").text(Labels.MANAGED_BY).equals(MANAGER)
                && !metadata.has("ownerReferences")
                && !metadata.has("deletionTimestamp");
    }

    /** What has an owner goes with it. */
    private Optional<Leftover> leftover(
            Map<String, Object> tree, String namespace, Function<LeaseId, Standing> leases) {
        var metadata = Tree.of(tree).at("metadata");
        var lease = metadata.at("labels").text(Labels.LEASE);
        if (!lease.matches(LeaseId.PATTERN) || metadata.has("ownerReferences") || metadata.has("deletionTimestamp")) {
            return Optional.empty();
        }
        var id = new LeaseId(lease);
        var ref = ObjectRef.of(tree, namespace);
        return switch (leases.apply(id)) {
            case OPEN -> Optional.empty();
            case OVER ->
                Optional.of(new Leftover(id, metadata.text("uid"), ref.toString(), removed(ref, metadata, id)));
            case UNKNOWN -> Optional.of(new Leftover(id, metadata.text("uid"), ref.toString(), false));
        };
    }

    /** Nobody works on a lease that is over, so no claim is newer than this one. */
    private boolean removed(ObjectRef ref, Tree metadata, LeaseId lease) {
        var part = metadata.at("labels").text(Labels.PART);
        if (part.isEmpty()) {
            return false;
        }
        var labels =
                new Labels(lease, new PartName(part), new TeamId("platform"), new PersonId("platform"), Long.MAX_VALUE);
        return cluster.of(labels, ownership).delete(List.of(ref)) instanceof Done<Long>(var count) && count > 0;
    }
}
