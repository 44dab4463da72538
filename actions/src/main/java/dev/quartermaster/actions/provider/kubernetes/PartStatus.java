package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.FoundObject;
import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.LeaseObjects;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.kubernetes.image.PinnedImages;
import dev.quartermaster.actions.provider.kubernetes.manifest.HandChanges;
import dev.quartermaster.actions.provider.kubernetes.manifest.ManagedLabels;
import dev.quartermaster.actions.provider.kubernetes.manifest.Manifests;
import dev.quartermaster.actions.provider.kubernetes.manifest.ObjectKinds;
import dev.quartermaster.actions.provider.kubernetes.manifest.Readiness;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.actions.provider.kubernetes.waiting.ClusterSnapshot;
import dev.quartermaster.actions.provider.kubernetes.waiting.ClusterSnapshotReader;
import dev.quartermaster.actions.provider.kubernetes.waiting.WaitingExplanation;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a part looks like now, changing nothing. What isn't ours stands in its way and is never taken for it. */
final class PartStatus {
    private final ClusterSnapshotReader reader;
    private final PinnedImages images;
    private final Readiness readiness = new Readiness();

    PartStatus(Cluster cluster, PinnedImages images, InstantSource clock) {
        this.images = images;
        reader = new ClusterSnapshotReader(cluster, clock);
    }

    Observed of(Order order, Manifests manifests, LeaseObjects objects, Labels labels) {
        return KubernetesProvider.after(objects.observe(manifests.refs()), seen -> {
            var foreign = foreign(seen);
            return foreign.isPresent() ? foreign.get() : judged(order, manifests, labels, seen);
        });
    }

    /** Broken where somebody else's stands under one of our names. */
    static Optional<Observed> foreign(List<FoundObject> seen) {
        return seen.stream()
                .filter(FoundObject.Foreign.class::isInstance)
                .map(FoundObject.Foreign.class::cast)
                .map(FoundObject.Foreign::words)
                .<Observed>map(words -> new Observed.Broken(words, new PlatformTrouble("not-ours", words)))
                .findFirst();
    }

    private Observed judged(Order order, Manifests manifests, Labels labels, List<FoundObject> seen) {
        var there = seen.stream()
                .filter(FoundObject.Ours.class::isInstance)
                .map(found -> ((FoundObject.Ours) found).tree())
                .toList();
        if (there.isEmpty()) {
            return new Observed.Absent();
        }
        if (there.stream().anyMatch(object -> Tree.of(object).at("metadata").has("deletionTimestamp"))) {
            return new Observed.Ending("some of it is on its way out");
        }
        if (there.stream().anyMatch(ManagedLabels::isStopped)) {
            return stopped(manifests, there);
        }
        var broken = WaitingExplanation.givenUp(there.stream().map(Tree::of).toList());
        if (broken.isPresent()) {
            return broken.get();
        }
        if (there.size() < seen.size()) {
            return new Observed.Making(manifests.ref(), there.size() + " of " + seen.size() + " objects are made");
        }
        if (succeeded(there.stream().map(Tree::of).toList())) {
            return new Observed.Done(manifests.ref());
        }
        if (there.stream().map(Tree::of).anyMatch(ObjectKinds.known()::outdated)) {
            return waiting(manifests, reader.read(there, manifests.namespace(), labels));
        }
        var changed = changedByHand(manifests, there);
        if (changed.isPresent()) {
            return changed.get();
        }
        var expression = order.part().ready();
        if (expression == null) {
            return ready(manifests, there);
        }
        return readiness
                .fault(expression)
                .<Observed>map(fault -> new Observed.Broken("The golden path's \"ready\" can't be read: " + fault))
                .orElseGet(() -> readiness.holds(expression, there)
                        ? ready(manifests, there)
                        : waiting(manifests, reader.read(there, manifests.namespace(), labels)));
    }

    private static Optional<Observed> changedByHand(Manifests manifests, List<Map<String, Object>> there) {
        for (var i = 0; i < there.size(); i++) {
            var changes = HandChanges.of(manifests.all().get(i), there.get(i), Cluster.MANAGER);
            if (!changes.isEmpty()) {
                var ref = manifests.refs().get(i);
                var trouble = new PlatformTrouble(
                        PlatformTrouble.BY_HAND,
                        "Somebody changed " + ref + " by hand: " + changes
                                + ". It is set back, because price and bounds were agreed on what it says.");
                return Optional.of(
                        new Observed.Making(manifests.ref(), "changed by hand; it is being set back", trouble));
            }
        }
        return Optional.empty();
    }

    private Observed ready(Manifests manifests, List<Map<String, Object>> there) {
        return new Observed.Ready(manifests.ref(), Map.of(), images.byTag(there));
    }

    /** Where nothing runs but jobs, and all have succeeded. */
    private static boolean succeeded(List<Tree> objects) {
        var running = objects.stream()
                .filter(object -> ObjectKinds.known().runs(object.text("kind")))
                .toList();
        return !running.isEmpty() && running.stream().allMatch(ObjectKinds.known()::done);
    }

    private static Observed waiting(Manifests manifests, ClusterSnapshot seen) {
        var reason = WaitingExplanation.of(seen);
        var making = new Observed.Making(manifests.ref(), reason.words(), reason.trouble());
        return WaitingExplanation.held(seen) ? making.whileHeld() : making;
    }

    /** Every object that stays is marked, what doesn't is away, and no replica is left. */
    private static Observed stopped(Manifests manifests, List<Map<String, Object>> there) {
        var staying = manifests.stopped().refs().size();
        var still = there.size() == staying
                && there.stream()
                        .allMatch(object -> ManagedLabels.isStopped(object)
                                && Tree.of(object).at("status").number("replicas") == 0);
        return still ? new Observed.Stopped(manifests.ref()) : new Observed.Making(manifests.ref(), "stopping");
    }
}
