package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Planner;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the golden paths of a catalogue need a cluster to be set up with.
 *
 * @param paths by need, those that have it, as they are shown to people
 */
record PathNeeds(Map<ClusterNeed, List<String>> paths) {
    private static final String KIND = "kubernetes";
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");
    private static final ApiKind QUEUES = new ApiKind("kueue.x-k8s.io/v1beta2", "LocalQueue");

    static PathNeeds of(Bundle bundle) {
        var paths = new LinkedHashMap<ClusterNeed, List<String>>();
        bundle.catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .sorted(Comparator.comparing(path -> path.name().value()))
                .forEach(path -> of(bundle, path)
                        .forEach((need, always) -> paths.merge(
                                need,
                                List.of(path.name() + (always ? "" : " (in some sizes)")),
                                (one, other) -> Stream.of(one, other)
                                        .flatMap(List::stream)
                                        .toList())));
        return new PathNeeds(paths);
    }

    /** Each need, and whether it is there when nothing is said. */
    private static Map<ClusterNeed, Boolean> of(Bundle bundle, GoldenPath path) {
        var always = new LinkedHashMap<ClusterNeed, Boolean>();
        var first = true;
        for (var wish : SampleWishes.of(path)) {
            for (var need : needs(bundle, path, wish)) {
                always.putIfAbsent(need, first);
            }
            first = false;
        }
        return always;
    }

    /** A wish that can't be planned needs nothing here: whoever asks for it is told why not. */
    private static Set<ClusterNeed> needs(Bundle bundle, GoldenPath path, Map<String, Value> wish) {
        var needs = new LinkedHashSet<ClusterNeed>();
        bundle.people().teams().values().stream()
                .flatMap(team -> team.members().stream()
                        .flatMap(member -> bundle.people().find(member).stream())
                        .map(person -> new Planner(bundle.organisation(), bundle.catalogue(), bundle.prices())
                                .draft(
                                        new Intent.Launch(
                                                path.name(), new TreeMap<>(wish), new Term.Unsaid(), "a look"),
                                        person,
                                        team,
                                        LEASE,
                                        Instant.EPOCH)))
                .findFirst()
                .ifPresent(draft -> {
                    if (draft instanceof Draft.Ready(var plan, var price)) {
                        plan.parts().stream()
                                .filter(part -> part.provider().equals(KIND))
                                .forEach(part -> needs.addAll(NeedReader.of(part.spec())));
                    }
                });
        return needs;
    }

    boolean queued() {
        return paths.keySet().stream().anyMatch(ClusterNeed.Queued.class::isInstance);
    }

    /** Kinds whose versions matter. */
    Set<ApiKind> kinds() {
        var kinds = paths.keySet().stream()
                .filter(ClusterNeed.Made.class::isInstance)
                .map(need -> ((ClusterNeed.Made) need).kind())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (queued()) {
            kinds.add(QUEUES);
        }
        return kinds;
    }

    /** Every path that has a need of the cluster. */
    List<String> all() {
        return paths.values().stream()
                .flatMap(List::stream)
                .filter(path -> !path.contains(" "))
                .distinct()
                .toList();
    }
}
