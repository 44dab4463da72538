package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.cluster.ClusterResult.Done;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.cluster.ClusterSetup;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.NamedClass;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.RefusedRight;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.TeamNamespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a cluster what it is set up with, once. */
final class ClusterFactsReader {
    private static final String LEVEL = "pod-security.kubernetes.io/enforce";

    private final ClusterSetup setup;
    private final Set<String> unseen = new LinkedHashSet<>();

    ClusterFactsReader(ClusterSetup setup) {
        this.setup = setup;
    }

    /**
     * @param kinds those whose versions are of interest. @param teams their namespaces
     * @param queued whether those should have queues. @param rights that are asked about; none: they aren't looked at
     * @return what is lacking of an answer where the cluster can't be asked at all
     */
    ClusterResult<ClusterFacts> read(Set<ApiKind> kinds, Set<String> teams, boolean queued, ClusterRights rights) {
        return switch (setup.version()) {
            case Done<String>(var version) -> new Done<>(read(version, kinds, teams, queued, rights));
            case ClusterResult.Unreachable<String>(var words) -> new ClusterResult.Unreachable<>(words);
            case ClusterResult.Refused<String>(var status, var words) -> new ClusterResult.Refused<>(status, words);
            case ClusterResult.Late<String> _ -> new ClusterResult.Late<>();
        };
    }

    private ClusterFacts read(
            String version, Set<ApiKind> kinds, Set<String> teams, boolean queued, ClusterRights rights) {
        var namespaces = new LinkedHashMap<String, TeamNamespace>();
        teams.forEach(team -> namespace(team, queued).ifPresent(found -> namespaces.put(team, found)));
        var served = served(kinds);
        var storage = classes(done(setup.storageClasses(), "The StorageClasses"), "storageclass");
        var ingress = classes(done(setup.ingressClasses(), "The IngressClasses"), "ingressclass");
        var nodes = done(setup.nodes(), "The nodes")
                .map(all -> all.stream()
                        .map(node -> texts(Tree.of(node).at("metadata", "labels")))
                        .toList());
        var refused = refused(rights, teams);
        return new ClusterFacts(version, served, storage, ingress, nodes, namespaces, refused, List.copyOf(unseen));
    }

    private Map<ApiKind, List<String>> served(Set<ApiKind> kinds) {
        var served = new LinkedHashMap<ApiKind, List<String>>();
        for (var kind : kinds) {
            if (!kind.group().isEmpty()) {
                done(setup.versions(kind.group()), "The versions of " + kind.group())
                        .flatMap(versions -> serving(kind, versions))
                        .ifPresent(versions -> served.put(kind, versions));
            }
        }
        return served;
    }

    private Optional<List<String>> serving(ApiKind kind, List<String> versions) {
        var serving = new ArrayList<String>();
        for (var version : versions) {
            var kinds = done(setup.kinds(kind.group() + "/" + version), "What is served of " + kind.group());
            if (kinds.isEmpty()) {
                return Optional.empty();
            }
            if (kinds.get().contains(kind.kind())) {
                serving.add(version);
            }
        }
        return Optional.of(List.copyOf(serving));
    }

    private static Optional<List<NamedClass>> classes(Optional<List<Map<String, Object>>> found, String word) {
        return found.map(classes -> classes.stream()
                .map(each -> Tree.of(each).at("metadata"))
                .map(each -> new NamedClass(each.text("name"), isDefault(each, word)))
                .toList());
    }

    private static boolean isDefault(Tree metadata, String word) {
        var annotations = metadata.at("annotations");
        return annotations.flag(word + ".kubernetes.io/is-default-class")
                || annotations.flag(word + ".beta.kubernetes.io/is-default-class");
    }

    private Optional<TeamNamespace> namespace(String name, boolean queued) {
        return done(setup.namespace(name), "The namespace " + name).map(found -> {
            var level = found.map(each -> Tree.of(each).at("metadata", "labels").text(LEVEL));
            var queues = queued && found.isPresent()
                    ? done(setup.queues(name), "Kueue's queues in " + name)
                    : Optional.<List<Map<String, Object>>>empty();
            return new TeamNamespace(found.isPresent(), level.orElse(""), queues.map(ClusterFactsReader::names));
        });
    }

    private static Set<String> names(List<Map<String, Object>> objects) {
        return objects.stream()
                .map(each -> Tree.of(each).at("metadata").text("name"))
                .collect(Collectors.toSet());
    }

    /** Where it is granted everywhere, one question is enough. */
    private List<RefusedRight> refused(ClusterRights rights, Set<String> teams) {
        var refused = new ArrayList<RefusedRight>();
        for (var right : rights.all()) {
            for (var verb : right.verbs().stream().sorted().toList()) {
                var everywhere = done(setup.allowed(right, verb, ""), ours(right));
                if (everywhere.isEmpty() || everywhere.get()) {
                    continue;
                }
                if (right.where() == Where.CLUSTER) {
                    refused.add(new RefusedRight(right, verb, ""));
                    continue;
                }
                refused.addAll(refusedIn(right, verb, teams));
            }
        }
        return List.copyOf(refused);
    }

    private List<RefusedRight> refusedIn(ClusterRight right, ClusterRight.Verb verb, Set<String> teams) {
        return teams.stream()
                .filter(team -> done(setup.allowed(right, verb, team), ours(right))
                        .filter(allowed -> !allowed)
                        .isPresent())
                .map(team -> new RefusedRight(right, verb, team))
                .toList();
    }

    private static Map<String, String> texts(Tree labels) {
        var texts = new LinkedHashMap<String, String>();
        labels.fields().forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return texts;
    }

    private static String ours(ClusterRight right) {
        return "Our rights on " + right.resource() + (right.group().isEmpty() ? "" : "." + right.group());
    }

    /** @param what is read, which is kept where there is no answer */
    private <T> Optional<T> done(ClusterResult<T> result, String what) {
        if (result instanceof Done<T>(var value)) {
            return Optional.of(value);
        }
        unseen.add(what);
        return Optional.empty();
    }
}
