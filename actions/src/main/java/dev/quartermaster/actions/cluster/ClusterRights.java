package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything we call at the Kubernetes API, said by the classes that call it; the least role that works. Each resource
 * stands once for each place. {@link #rules} renders it for RBAC.
 */
public record ClusterRights(List<ClusterRight> all) {
    private static final Comparator<ClusterRight> ORDER = Comparator.comparing(ClusterRight::where)
            .thenComparing(ClusterRight::group)
            .thenComparing(ClusterRight::resource);

    public ClusterRights {
        var once = new ArrayList<ClusterRight>();
        for (var right : all) {
            var same = once.stream().filter(right::sameThing).findFirst();
            same.ifPresent(once::remove);
            once.add(same.map(there -> there.and(right)).orElse(right));
        }
        once.sort(ORDER);
        all = List.copyOf(once);
    }

    public ClusterRights and(ClusterRights other) {
        return new ClusterRights(Stream.concat(all.stream(), other.all.stream()).toList());
    }

    /**
     * As {@code rules} of a Role or ClusterRole, one rule a resource, sorted, so that the same rights give the same text:
     * {@code {apiGroups: [apps], resources: [statefulsets], verbs: [get, list]}}. Those of {@link Where#TEAMS} belong into
     * a role that is bound in the teams' namespaces, those of {@link Where#CLUSTER} into a ClusterRole.
     */
    public List<Map<String, List<String>>> rules(Where where) {
        return all.stream()
                .filter(right -> right.where() == where)
                .map(right -> Map.of(
                        "apiGroups", List.of(right.group()),
                        "resources", List.of(right.resource()),
                        "verbs", words(right)))
                .toList();
    }

    private static List<String> words(ClusterRight right) {
        return right.verbs().stream().sorted().map(Verb::word).toList();
    }
}
