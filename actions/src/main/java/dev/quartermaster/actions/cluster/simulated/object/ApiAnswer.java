package dev.quartermaster.actions.cluster.simulated.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What one call gets. Refusals carry the real server's code, reason and words, so that what reads them is tested. */
public sealed interface ApiAnswer {
    /** @param warnings become {@code Warning} headers, as for fields dropped without strict validation */
    record Given(int code, JsonNode body, List<String> warnings) implements ApiAnswer {
        public static Given ok(JsonNode body) {
            return new Given(200, body, List.of());
        }
    }

    /** The connection stays open and carries changes after {@code from}. */
    record Watching(Scope scope, long from) implements ApiAnswer {}

    record Refused(int code, String reason, String message, ObjectNode details) implements ApiAnswer {
        public static final String MODIFIED =
                "the object has been modified; please apply your changes to the latest version and try again";

        public static Refused of(int code, String reason, String message) {
            return new Refused(code, reason, message, JsonNodeFactory.instance.objectNode());
        }

        public static Refused absent(Kind kind, String name) {
            return of(404, "NotFound", kind.resource() + " \"" + name + "\" not found")
                    .about(kind.group(), kind.plural(), name);
        }

        public static Refused noSuchResource() {
            return of(404, "NotFound", "the server could not find the requested resource");
        }

        public static Refused exists(Kind kind, String name) {
            return of(409, "AlreadyExists", kind.resource() + " \"" + name + "\" already exists")
                    .about(kind.group(), kind.plural(), name);
        }

        public static Refused modified(Kind kind, String name, String why) {
            var message = "Operation cannot be fulfilled on " + kind.resource() + " \"" + name + "\": " + why;
            return of(409, "Conflict", message).about(kind.group(), kind.plural(), name);
        }

        public static Refused badRequest(String message) {
            return of(400, "BadRequest", message);
        }

        public static Refused invalid(Kind kind, String name, List<Invalid> why) {
            var words = why.stream().map(Invalid::words).toList();
            var all = words.size() == 1 ? words.getFirst() : "[" + String.join(", ", words) + "]";
            var refused = of(422, "Invalid", kind.qualified() + " \"" + name + "\" is invalid: " + all)
                    .about(kind.group(), kind.name(), name);
            why.forEach(invalid -> refused.because(invalid.reason(), invalid.message(), invalid.field()));
            return refused;
        }

        public Refused about(String group, String kind, String name) {
            details.put("name", name).put("kind", kind);
            if (!group.isEmpty()) {
                details.put("group", group);
            }
            return this;
        }

        public void because(String reason, String message, String field) {
            details.withArray("causes")
                    .addObject()
                    .put("reason", reason)
                    .put("message", message)
                    .put("field", field);
        }

        public ObjectNode status() {
            var status = JsonNodeFactory.instance.objectNode();
            status.put("kind", "Status").put("apiVersion", "v1").putObject("metadata");
            status.put("status", "Failure").put("message", message);
            if (!reason.isEmpty()) {
                status.put("reason", reason);
            }
            if (!details.isEmpty()) {
                status.set("details", details);
            }
            return status.put("code", code);
        }
    }

    /** One field that can't be so. */
    record Invalid(String reason, String field, String message) {
        public static Invalid required(String field, String more) {
            return new Invalid("FieldValueRequired", field, "Required value" + (more.isEmpty() ? "" : ": " + more));
        }

        public static Invalid value(String field, String value, String why) {
            return new Invalid("FieldValueInvalid", field, "Invalid value: \"" + value + "\": " + why);
        }

        public static Invalid forbidden(String field, String why) {
            return new Invalid("FieldValueForbidden", field, "Forbidden: " + why);
        }

        String words() {
            return field + ": " + message;
        }
    }
}
