package dev.quartermaster.actions.cluster.simulated;

import java.util.List;
import java.util.Optional;

/**
 * A call as RBAC sees it.
 *
 * @param verb {@code get}, {@code list}, {@code create} and so on
 * @param group empty for the core kinds
 * @param resource the plural, with {@code /} and its part
 */
public record Asked(String verb, String group, String resource) {
    /** Empty for what is no resource's, such as discovery. */
    static Optional<Asked> of(Call call) {
        var path = call.path();
        var core = !path.isEmpty() && path.getFirst().equals("api");
        var from = core ? 2 : 3;
        if (path.size() <= from || !core && !path.getFirst().equals("apis")) {
            return Optional.empty();
        }
        var rest = path.subList(from, path.size());
        var inside = rest.size() > 2
                && rest.getFirst().equals("namespaces")
                && !List.of("status", "finalize").contains(rest.get(2));
        var own = inside ? rest.subList(2, rest.size()) : rest;
        var resource = own.size() > 2 ? own.getFirst() + "/" + own.get(2) : own.getFirst();
        return Optional.of(new Asked(verb(call, own.size() > 1), core ? "" : path.get(1), resource));
    }

    Asked creating() {
        return new Asked("create", group, resource);
    }

    private static String verb(Call call, boolean named) {
        return switch (call.method()) {
            case "GET", "HEAD" -> call.watching() ? "watch" : named ? "get" : "list";
            case "POST" -> "create";
            case "PUT" -> "update";
            case "PATCH" -> "patch";
            case "DELETE" -> named ? "delete" : "deletecollection";
            default -> call.method();
        };
    }
}
