package dev.quartermaster.actions.cluster.simulated;

import dev.quartermaster.actions.cluster.simulated.schema.Decoding;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One HTTP call, read. */
record Call(String method, List<String> path, Map<String, String> query, String contentType, byte[] body) {
    static Call of(String method, URI uri, String contentType, byte[] body) {
        var segments = Arrays.stream(uri.getPath().split("/"))
                .filter(segment -> !segment.isEmpty())
                .toList();
        return new Call(method, segments, pairs(uri.getRawQuery()), contentType, body);
    }

    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String mediaType() {
        return contentType.split(";")[0].strip();
    }

    boolean dryRun() {
        return query("dryRun").equals("All");
    }

    boolean watching() {
        return query("watch").equals("true") || query("watch").equals("1");
    }

    /** What to do with unknown fields: the server's default is to drop them with a warning. */
    Decoding.Unknown unknown() {
        return switch (query("fieldValidation")) {
            case "Strict" -> Decoding.Unknown.REFUSE;
            case "Ignore" -> Decoding.Unknown.DROP;
            default -> Decoding.Unknown.DROP_AND_WARN;
        };
    }

    private static Map<String, String> pairs(@Nullable String raw) {
        if (raw == null || raw.isEmpty()) {
            return Map.of();
        }
        return Arrays.stream(raw.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(
                        pair -> decoded(pair[0]), pair -> pair.length > 1 ? decoded(pair[1]) : "", (_, last) -> last));
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
