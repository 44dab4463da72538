package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a part looks like now, changing nothing. */
final class Sight {
    private final Cluster cluster;
    private final Progress progress;
    private final Readiness readiness = new Readiness();

    Sight(Cluster cluster) {
        this.cluster = cluster;
        progress = new Progress(cluster);
    }

    Observed of(Order order, Manifests manifests) {
        return KubernetesProvider.after(cluster.observe(manifests.refs()), seen -> judged(order, manifests, seen));
    }

    private Observed judged(Order order, Manifests manifests, List<Optional<Map<String, Object>>> seen) {
        var there = seen.stream().flatMap(Optional::stream).toList();
        if (there.isEmpty()) {
            return new Observed.Absent();
        }
        if (there.stream().anyMatch(object -> Tree.of(object).at("metadata").has("deletionTimestamp"))) {
            return new Observed.Ending("some of it is on its way out");
        }
        if (there.stream().anyMatch(Marks::isStopped)) {
            return stopped(manifests, there);
        }
        var broken = progress.broken(there);
        if (broken.isPresent()) {
            return new Observed.Broken(broken.get());
        }
        if (there.size() < seen.size()) {
            return new Observed.Making(manifests.ref(), there.size() + " of " + seen.size() + " objects are made");
        }
        var expression = order.part().ready();
        if (expression == null) {
            return new Observed.Ready(manifests.ref());
        }
        return readiness
                .fault(expression)
                .<Observed>map(fault -> new Observed.Broken("The golden path's \"ready\" can't be read: " + fault))
                .orElseGet(() -> readiness.holds(expression, there)
                        ? new Observed.Ready(manifests.ref())
                        : new Observed.Making(manifests.ref(), progress.words(there, manifests.namespace())));
    }

    /** Every object that stays is marked, what doesn't is away, and no replica is left. */
    private static Observed stopped(Manifests manifests, List<Map<String, Object>> there) {
        var staying = manifests.stopped().refs().size();
        var still = there.size() == staying
                && there.stream()
                        .allMatch(object -> Marks.isStopped(object)
                                && Tree.of(object).at("status").number("replicas") == 0);
        return still ? new Observed.Stopped(manifests.ref()) : new Observed.Making(manifests.ref(), "stopping");
    }
}
