package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.PlatformTrouble;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.RefusedRight;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Part;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
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
    private static final int MOST_OFFERED = 5;
    private static final Duration KEPT = Duration.ofMinutes(MINUTES);

    private final Cluster cluster;
    private final Function<Bundle, ClusterRights> rights;
    private final boolean fixedNodes;
    private final InstantSource clock;
    private volatile @Nullable Seen seen;

    private record Seen(ClusterFacts facts, PathNeeds needs, Instant at) {}

    /**
     * @param rights that are needed for what a bundle offers
     * @param fixedNodes whether no node comes when a pod waits for one
     */
    public ClusterSurvey(
            Cluster cluster, Function<Bundle, ClusterRights> rights, boolean fixedNodes, InstantSource clock) {
        this.cluster = cluster;
        this.rights = rights;
        this.fixedNodes = fixedNodes;
        this.clock = clock;
    }

    boolean fixedNodes() {
        return fixedNodes;
    }

    /** With the rights. */
    ClusterResult<ClusterFacts> whole(Bundle bundle, PathNeeds needs) {
        return kept(needs, read(bundle, needs, rights.apply(bundle), List.of()));
    }

    /** Without the rights, which stay as they were seen last. */
    public void again(Bundle bundle) {
        var before = seen;
        var needs = PathNeeds.of(bundle);
        var known = before == null ? List.<RefusedRight>of() : before.facts().refused();
        kept(needs, read(bundle, needs, new ClusterRights(List.of()), known));
    }

    /**
     * Why a part can't come up in a team's namespace for certain, and what can, by what was seen last; empty: nothing speaks
     * against it, or nobody knows.
     */
    public Optional<Observed.Broken> missing(Part part, String namespace) {
        return last().flatMap(seen -> NeedReader.of(part.spec()).stream()
                .flatMap(need -> certain(seen, need, namespace).stream())
                .findFirst()
                .map(unmet -> broken(unmet, seen, namespace)));
    }

    /** What isn't available to any of these teams, one line for each golden path, as it was seen last. */
    public List<String> unavailable(Collection<Team> teams) {
        return last().map(seen -> unavailable(seen, teams)).orElse(List.of());
    }

    private List<String> unavailable(Seen seen, Collection<Team> teams) {
        var lines = new TreeMap<String, String>();
        seen.needs()
                .paths()
                .forEach((need, paths) -> teams.stream()
                        .flatMap(team -> certain(seen, need, team.namespace()).stream())
                        .findFirst()
                        .ifPresent(
                                unmet -> paths.forEach(path -> lines.putIfAbsent(path, path + ": " + unmet.words()))));
        return List.copyOf(lines.values());
    }

    private Observed.Broken broken(UnmetNeed unmet, Seen seen, String namespace) {
        var here = seen.needs().paths().entrySet().stream()
                .filter(need -> certain(seen, need.getKey(), namespace).isPresent())
                .flatMap(need -> need.getValue().stream())
                .collect(Collectors.toSet());
        var others = seen.needs().all().stream()
                .filter(path -> !here.contains(path))
                .limit(MOST_OFFERED)
                .toList();
        return new Observed.Broken(
                "It is not available here at the moment: " + unmet.asker()
                        + ". Nothing was asked for and nothing is charged; the platform team is told."
                        + (others.isEmpty()
                                ? ""
                                : " In their standard size these can be had: " + String.join(", ", others) + "."),
                new PlatformTrouble("not-set-up", unmet.words() + " To mend it: " + unmet.mend()));
    }

    private Optional<UnmetNeed> certain(Seen seen, ClusterNeed need, String namespace) {
        return new NeedJudge(seen.facts(), fixedNodes).unmet(need, namespace).filter(UnmetNeed::certain);
    }

    private Optional<Seen> last() {
        var last = seen;
        return last == null || clock.instant().isAfter(last.at().plus(KEPT)) ? Optional.empty() : Optional.of(last);
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

    private ClusterResult<ClusterFacts> kept(PathNeeds needs, ClusterResult<ClusterFacts> result) {
        seen = result instanceof Done<ClusterFacts>(var facts) ? new Seen(facts, needs, clock.instant()) : null;
        return result;
    }
}
