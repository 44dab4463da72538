package dev.quartermaster.actions.cluster.simulated;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.ResourcePath;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The path of a call and the object in it must agree on name and namespace. */
final class Placing {
    private Placing() {}

    /** An object that says no namespace, or no name where the path has one, takes the path's. */
    static Optional<ApiAnswer.Refused> misplaced(ResourcePath target, ObjectNode tree) {
        var metadata = tree.withObjectProperty("metadata");
        metadata.remove("managedFields");
        var name = metadata.path("name").asText();
        if (!metadata.path("namespace").asText(target.namespace()).equals(target.namespace())) {
            return Optional.of(ApiAnswer.Refused.badRequest(
                    "the namespace of the provided object does not match the namespace sent on the request"));
        }
        if (!target.name().isEmpty()) {
            metadata.put("name", target.name());
            var words =
                    "the name of the object (" + name + ") does not match the name on the URL (" + target.name() + ")";
            return name.isEmpty() || name.equals(target.name())
                    ? Optional.empty()
                    : Optional.of(ApiAnswer.Refused.badRequest(words));
        }
        if (name.isEmpty() && metadata.has("generateName")) {
            var ending = UUID.randomUUID().toString().substring(0, 5);
            metadata.put("name", metadata.path("generateName").asText() + ending);
        } else if (name.isEmpty()) {
            var required = ApiAnswer.Invalid.required("metadata.name", "name or generateName is required");
            return Optional.of(ApiAnswer.Refused.invalid(target.kind(), "", List.of(required)));
        }
        return Optional.empty();
    }
}
