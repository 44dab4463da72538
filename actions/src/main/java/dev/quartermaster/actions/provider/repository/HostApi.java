package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.provider.BoundedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JSON calls of one API with one token, which stands in headers only. */
final class HostApi {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BoundedHttp http = new BoundedHttp(PATIENCE, MOST_BYTES);
    private final String base;
    private final Map<String, String> headers;

    /** @param base without a slash at its end */
    HostApi(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = headers;
    }

    record Answer(int status, JsonNode body) {
        /** @throws RefusedByHost for any other status */
        Answer only(String call, Integer... expected) throws RefusedByHost {
            if (!Set.of(expected).contains(status)) {
                throw new RefusedByHost(call, status);
            }
            return this;
        }

        String text(String field) {
            return body.path(field).asString("");
        }
    }

    Answer get(String path) throws IOException {
        return send("GET", path, null);
    }

    Answer send(String method, String path, @Nullable Map<String, ?> body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    answer.statusCode(),
                    answer.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(answer.body()));
        } catch (JacksonException notJson) {
            throw new IOException(method + " " + path + " was not answered in JSON");
        }
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
