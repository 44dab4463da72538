package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.Kinds;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the API is made of, for clients that ask before they act. */
final class Discovery {
    private static final List<String> VERBS =
            List.of("create", "delete", "deletecollection", "get", "list", "patch", "update", "watch");

    private final Kinds kinds;

    Discovery(Kinds kinds) {
        this.kinds = kinds;
    }

    /** Empty for a path that isn't discovery's. */
    Optional<ApiAnswer> answer(List<String> path) {
        return switch (String.join("/", path)) {
            case "version" -> ok(version());
            case "healthz", "livez", "readyz" -> ok(object("Status", "v1").put("status", "Success"));
            case "api" -> {
                var versions = object("APIVersions", "v1");
                versions.putArray("versions").add("v1");
                yield ok(versions);
            }
            case "apis" -> ok(groups());
            default -> group(path);
        };
    }

    private Optional<ApiAnswer> group(List<String> path) {
        if (path.size() == 2 && path.getFirst().equals("api")) {
            return Optional.of(resources("", path.get(1)));
        }
        if (path.size() == 3 && path.getFirst().equals("apis")) {
            return Optional.of(resources(path.get(1), path.get(2)));
        }
        if (path.size() == 2 && path.getFirst().equals("apis")) {
            return groups().path("groups")
                    .valueStream()
                    .filter(group -> group.path("name").asText().equals(path.get(1)))
                    .<ApiAnswer>map(ApiAnswer.Given::ok)
                    .findFirst()
                    .or(() -> Optional.of(ApiAnswer.Refused.noSuchResource()));
        }
        return Optional.empty();
    }

    private ObjectNode version() {
        var version = JsonNodeFactory.instance.objectNode();
        version.put("major", "1").put("minor", "36").put("gitVersion", "v1.36.0+quartermaster.simulated");
        version.put("gitCommit", "simulated").put("gitTreeState", "clean").put("buildDate", "2026-01-01T00:00:00Z");
        return version.put("goVersion", "none").put("compiler", "none").put("platform", "simulated");
    }

    private ObjectNode groups() {
        var list = object("APIGroupList", "v1");
        var groups = list.putArray("groups");
        var seen = new LinkedHashSet<String>();
        for (var kind : kinds.all()) {
            if (!kind.group().isEmpty() && seen.add(kind.group())) {
                var group = groups.addObject().put("name", kind.group());
                var version = group.putArray("versions").addObject();
                version.put("groupVersion", kind.apiVersion()).put("version", kind.version());
                group.set("preferredVersion", version.deepCopy());
            }
        }
        return list;
    }

    private ApiAnswer resources(String group, String version) {
        var served = kinds.all().stream()
                .filter(kind -> kind.group().equals(group) && kind.version().equals(version))
                .toList();
        if (served.isEmpty()) {
            return ApiAnswer.Refused.noSuchResource();
        }
        var list = object("APIResourceList", "v1")
                .put("groupVersion", served.getFirst().apiVersion());
        var resources = list.putArray("resources");
        for (var kind : served) {
            var resource = resources.addObject();
            resource.put("name", kind.plural()).put("singularName", kind.name().toLowerCase(Locale.ROOT));
            resource.put("namespaced", kind.namespaced()).put("kind", kind.name());
            VERBS.forEach(resource.putArray("verbs")::add);
        }
        return ApiAnswer.Given.ok(list);
    }

    private static Optional<ApiAnswer> ok(ObjectNode body) {
        return Optional.of(ApiAnswer.Given.ok(body));
    }

    private static ObjectNode object(String kind, String apiVersion) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind).put("apiVersion", apiVersion);
    }
}
