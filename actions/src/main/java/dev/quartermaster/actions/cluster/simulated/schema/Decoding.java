package dev.quartermaster.actions.cluster.simulated.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.quartermaster.actions.cluster.simulated.object.ApiAnswer;
import dev.quartermaster.actions.cluster.simulated.object.Kind;
import dev.quartermaster.actions.cluster.simulated.schema.Schema.Fault;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Bytes to an object of a kind, or the server's refusal. */
public final class Decoding {
    public enum Unknown {
        REFUSE,
        DROP_AND_WARN,
        DROP
    }

    public sealed interface Decoded {
        record Read(ObjectNode tree, List<String> warnings) implements Decoded {}

        record Refused(ApiAnswer.Refused answer) implements Decoded {}
    }

    private final ObjectMapper json = new ObjectMapper();
    private final ObjectMapper yaml = new YAMLMapper();
    private final Shapes shapes;

    public Decoding(Shapes shapes) {
        this.shapes = shapes;
    }

    /** JSON, or YAML where the first sign isn't a brace. Anything but an object is refused. */
    public Decoded tree(byte[] body) {
        try {
            var isJson = body.length > 0 && (body[0] == '{' || body[0] == '[');
            var node = (isJson ? json : yaml).readTree(body);
            if (node instanceof ObjectNode object) {
                return new Decoded.Read(object, List.of());
            }
            return refused(ApiAnswer.Refused.badRequest("the body of the request was not an object"));
        } catch (JsonProcessingException e) {
            return refused(ApiAnswer.Refused.badRequest(
                    "the object provided is unrecognized (must be of type object): " + e.getOriginalMessage()));
        } catch (IOException e) {
            return refused(ApiAnswer.Refused.badRequest("the body of the request could not be read"));
        }
    }

    public JsonNode any(byte[] body) throws IOException {
        return json.readTree(body);
    }

    /** For create and replace, where unknown fields are dropped unless the caller is strict. */
    public Decoded whole(Kind kind, ObjectNode tree, Unknown unknown) {
        var mismatch = mismatch(kind, tree);
        if (!mismatch.isEmpty()) {
            return refused(ApiAnswer.Refused.badRequest(mismatch));
        }
        var faults = Schema.faults(tree, shapes.of(kind));
        var handled =
                kind.name() + " in version \"" + kind.version() + "\" cannot be handled as a " + kind.name() + ": ";
        for (var fault : faults) {
            if (!(fault instanceof Fault.Unknown)) {
                return refused(ApiAnswer.Refused.badRequest(handled + decoderWords(fault)));
            }
        }
        var words = faults.stream().map(Decoding::decoderWords).toList();
        if (!words.isEmpty() && unknown == Unknown.REFUSE) {
            return refused(
                    ApiAnswer.Refused.badRequest(handled + "strict decoding error: " + String.join(", ", words)));
        }
        for (var fault : faults) {
            if (fault instanceof Fault.Unknown unknownField) {
                unknownField.in().remove(unknownField.field());
            }
        }
        return new Decoded.Read(tree, unknown == Unknown.DROP_AND_WARN ? words : List.of());
    }

    /**
     * For server-side apply, which never drops. The real server answers 500 without a reason here (kubernetes issue
     * 122480): whoever takes every 5xx for an outage waits for ever, so this server does the same.
     */
    public Decoded applied(Kind kind, ObjectNode tree, String where) {
        var mismatch = mismatch(kind, tree);
        if (!mismatch.isEmpty()) {
            return refused(ApiAnswer.Refused.badRequest(mismatch));
        }
        var faults = Schema.faults(tree, shapes.of(kind));
        if (faults.isEmpty()) {
            return new Decoded.Read(tree, List.of());
        }
        var words = faults.stream().map(Decoding::applyWords).toList();
        var all = words.size() == 1 ? words.getFirst() : "errors:\n  " + String.join("\n  ", words);
        var object = "(" + where + "; " + kind.apiVersion() + ", Kind=" + kind.name() + ")";
        return refused(ApiAnswer.Refused.of(500, "", "failed to create typed patch object " + object + ": " + all));
    }

    private static String mismatch(Kind kind, ObjectNode tree) {
        if (!tree.path("apiVersion").asText().equals(kind.apiVersion())
                || !tree.path("kind").asText().equals(kind.name())) {
            return "the object provided is " + tree.path("apiVersion").asText() + " "
                    + tree.path("kind").asText() + ", expected " + kind.apiVersion() + " " + kind.name();
        }
        return "";
    }

    private static String decoderWords(Fault fault) {
        return switch (fault) {
            case Fault.Unknown field -> "unknown field \"" + field.at().decoded() + "\"";
            case Fault.WrongType(var at, var wanted, var found) ->
                "json: cannot unmarshal " + found.getNodeType().name().toLowerCase(Locale.ROOT)
                        + " into Go struct field " + at.decoded() + " of type " + wanted;
            case Fault.NotAQuantity _ ->
                "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'";
        };
    }

    private static String applyWords(Fault fault) {
        return switch (fault) {
            case Fault.Unknown field -> field.at().applied() + ": field not declared in schema";
            case Fault.WrongType(var at, var wanted, var found) ->
                at.applied() + ": expected " + wanted + ", got " + found;
            case Fault.NotAQuantity(var at) -> at.applied() + ": " + decoderWords(fault);
        };
    }

    private static Decoded refused(ApiAnswer.Refused answer) {
        return new Decoded.Refused(answer);
    }
}
