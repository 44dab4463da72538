package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.doctor.Checkup;
import dev.quartermaster.actions.doctor.Finding;
import dev.quartermaster.actions.doctor.SetupCheck;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.Team;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a cluster lacks for the golden paths whose parts run in it. */
public final class ClusterCheck implements SetupCheck {
    private static final String SUBJECT = "Cluster";
    private static final List<String> LEVELS = List.of("baseline", "restricted");

    private final Cluster cluster;
    private final ClusterSurvey survey;

    public ClusterCheck(Cluster cluster, ClusterSurvey survey) {
        this.cluster = cluster;
        this.survey = survey;
    }

    @Override
    public Checkup look(Bundle bundle) {
        var needs = PathNeeds.of(bundle);
        return switch (survey.whole(bundle, needs)) {
            case ClusterResult.Done<ClusterFacts>(var facts) ->
                new Checkup(
                        SUBJECT,
                        cluster.address() + ", " + facts.version(),
                        findings(bundle, needs, facts),
                        facts.unseen().stream()
                                .map(each -> each + " could not be looked at.")
                                .toList());
            case ClusterResult.Unreachable<ClusterFacts>(var words) -> unreachable(words);
            case ClusterResult.Refused<ClusterFacts>(var status, var words) -> unreachable(words);
            case ClusterResult.Late<ClusterFacts> _ -> unreachable("it is busy");
        };
    }

    private Checkup unreachable(String words) {
        var finding = new Finding(
                "The cluster can't be asked: " + words + ".",
                List.of(),
                "everybody with or without something that runs there",
                "kubectl version    # with our KUBECONFIG; it names the address and the account to mend");
        return new Checkup(SUBJECT, cluster.address(), List.of(finding));
    }

    private List<Finding> findings(Bundle bundle, PathNeeds needs, ClusterFacts facts) {
        var judge = new NeedJudge(facts, survey.fixedNodes());
        var found = new ArrayList<Finding>(namespaces(bundle, needs, facts));
        var teams = bundle.people().teams().values().stream()
                .sorted(Comparator.comparing(team -> team.id().value()))
                .toList();
        needs.paths().forEach((need, paths) -> found.addAll(findings(judge, need, paths, teams)));
        judge.others(needs.kinds())
                .forEach(lacking -> found.add(new Finding(
                        RightWords.refusedWithReason(lacking),
                        needs.all(),
                        "the platform team",
                        RightWords.grant(lacking))));
        return found.stream().distinct().toList();
    }

    /** One for each thing that lacks, however many teams it lacks for. */
    private static List<Finding> findings(NeedJudge judge, ClusterNeed need, List<String> paths, List<Team> teams) {
        var unmet = new LinkedHashMap<String, UnmetNeed>();
        Map<String, List<Team>> lacking = new LinkedHashMap<>();
        for (var team : teams) {
            judge.unmet(need, team.namespace()).ifPresent(each -> {
                unmet.putIfAbsent(each.words(), each);
                lacking.computeIfAbsent(each.words(), _ -> new ArrayList<>()).add(team);
            });
        }
        return unmet.entrySet().stream()
                .map(each -> new Finding(
                        each.getKey(),
                        paths,
                        affected(lacking.get(each.getKey()), teams),
                        mend(each.getValue(), lacking.get(each.getKey()))))
                .toList();
    }

    private static List<Finding> namespaces(Bundle bundle, PathNeeds needs, ClusterFacts facts) {
        var found = new ArrayList<Finding>();
        var create = bundle.organisation().createNamespaces();
        bundle.people().teams().values().stream()
                .sorted(Comparator.comparing(team -> team.id().value()))
                .forEach(team -> {
                    var there = facts.namespaces().get(team.namespace());
                    if (there != null && !there.there() && !create) {
                        found.add(new Finding(
                                "The namespace " + team.namespace() + " isn't there, and none is made by us.",
                                needs.all(),
                                "the team " + team.id(),
                                "kubectl create namespace " + team.namespace() + "\nkubectl label namespace "
                                        + team.namespace() + " pod-security.kubernetes.io/enforce=restricted"));
                    } else if (there != null && there.there() && !LEVELS.contains(there.enforced())) {
                        found.add(new Finding(
                                "The namespace " + team.namespace() + " holds pods to no level of Pod Security"
                                        + (there.enforced().isEmpty() ? "." : " (" + there.enforced() + ")."),
                                needs.all(),
                                "the team " + team.id(),
                                "kubectl label --overwrite namespace " + team.namespace()
                                        + " pod-security.kubernetes.io/enforce=restricted"));
                    }
                });
        return found;
    }

    private static String mend(UnmetNeed unmet, List<Team> lacking) {
        var others = lacking.stream()
                .map(Team::namespace)
                .distinct()
                .filter(unmet.mend()::contains)
                .findFirst()
                .map(named -> lacking.stream()
                        .map(Team::namespace)
                        .distinct()
                        .filter(other -> !other.equals(named))
                        .toList())
                .orElse(List.of());
        return others.isEmpty() ? unmet.mend() : unmet.mend() + "\n# likewise in " + String.join(", ", others);
    }

    private static String affected(List<Team> lacking, List<Team> all) {
        if (lacking.size() == all.size()) {
            return "every team";
        }
        var names = lacking.stream().map(team -> team.id().value()).toList();
        return (names.size() == 1 ? "the team " : "the teams ") + String.join(", ", names);
    }
}
