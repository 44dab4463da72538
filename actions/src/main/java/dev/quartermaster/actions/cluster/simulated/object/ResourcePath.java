package dev.quartermaster.actions.cluster.simulated.object;

import java.util.List;
import java.util.Optional;

/**
 * What a path means.
 *
 * @param namespace empty for all namespaces, or for a kind that has none
 * @param name empty for a collection
 * @param part empty, or {@code status}
 */
public record ResourcePath(Kind kind, String namespace, String name, String part) {
    public Key key() {
        return new Key(kind, namespace, name);
    }

    public Key key(String newName) {
        return new Key(kind, namespace, newName);
    }

    /** {@code /api/v1/…} and {@code /apis/group/version/…}, with or without {@code namespaces/x}. */
    public static Optional<ResourcePath> of(List<String> path, Kinds kinds) {
        var core = !path.isEmpty() && path.getFirst().equals("api");
        var from = core ? 2 : 3;
        if (path.size() <= from) {
            return Optional.empty();
        }
        var group = core ? "" : path.get(1);
        var version = path.get(from - 1);
        var rest = path.subList(from, path.size());
        var inNamespace = rest.getFirst().equals("namespaces")
                && rest.size() > 2
                && !rest.get(2).equals("status");
        var namespace = inNamespace ? rest.get(1) : "";
        var own = inNamespace ? rest.subList(2, rest.size()) : rest;
        if (own.size() > 3) {
            return Optional.empty();
        }
        return kinds.find(group, version, own.getFirst())
                .filter(kind -> kind.namespaced() || !inNamespace)
                .map(kind -> new ResourcePath(kind, namespace, at(own, 1), at(own, 2)))
                .filter(target -> target.part().isEmpty() || target.part().equals("status"));
    }

    private static String at(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : "";
    }
}
