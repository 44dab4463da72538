package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.RefusedRight;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what a cluster is set up with and remembers it for {@value #MINUTES} minutes, so that whoever asks for
 * something is answered without waiting for the cluster. Rights take many questions and are asked about in whole looks
 * only.
 */
public final class ClusterSurvey {
    private static final int MINUTES = 3;
    private static final Duration KEPT = Duration.ofMinutes(MINUTES);

    private final Cluster cluster;
    private final Function<Bundle, ClusterRights> rights;
    private final boolean nodesOnDemand;
    private final InstantSource clock;
    private volatile @Nullable Seen seen;

    private record Seen(ClusterFacts facts, Instant at) {}

    /**
     * @param rights that are needed for what a bundle offers
     * @param nodesOnDemand whether nodes come when pods wait for them
     */
    public ClusterSurvey(
            Cluster cluster, Function<Bundle, ClusterRights> rights, boolean nodesOnDemand, InstantSource clock) {
        this.cluster = cluster;
        this.rights = rights;
        this.nodesOnDemand = nodesOnDemand;
        this.clock = clock;
    }

    boolean nodesOnDemand() {
        return nodesOnDemand;
    }

    /** With the rights. */
    ClusterResult<ClusterFacts> whole(Bundle bundle, PathNeeds needs) {
        return kept(read(bundle, needs, rights.apply(bundle), List.of()));
    }

    /** Without the rights, which stay as they were seen last. */
    public void again(Bundle bundle) {
        var before = seen;
        kept(read(
                bundle,
                PathNeeds.of(bundle),
                new ClusterRights(List.of()),
                before == null ? List.of() : before.facts().refused()));
    }

    /** What of a part can't come up in a team's namespace for certain, by what was seen last; empty: nothing, or nobody knows. */
    Optional<UnmetNeed> prevented(Part part, String namespace) {
        var last = seen;
        if (last == null || clock.instant().isAfter(last.at().plus(KEPT))) {
            return Optional.empty();
        }
        var judge = new NeedJudge(last.facts(), nodesOnDemand);
        return NeedReader.of(part.spec()).stream()
                .flatMap(need -> judge.unmet(need, namespace).stream())
                .filter(UnmetNeed::certain)
                .findFirst();
    }

    private ClusterResult<ClusterFacts> read(
            Bundle bundle, PathNeeds needs, ClusterRights asked, List<RefusedRight> otherwise) {
        var namespaces = bundle.people().teams().values().stream()
                .map(Team::namespace)
                .collect(Collectors.toCollection(TreeSet::new));
        var result = new ClusterFactsReader(cluster.setup()).read(needs.kinds(), namespaces, needs.queued(), asked);
        return result instanceof Done<ClusterFacts>(var facts) && asked.all().isEmpty()
                ? new Done<>(facts.with(otherwise))
                : result;
    }

    private ClusterResult<ClusterFacts> kept(ClusterResult<ClusterFacts> result) {
        seen = result instanceof Done<ClusterFacts>(var facts) ? new Seen(facts, clock.instant()) : null;
        return result;
    }
}
