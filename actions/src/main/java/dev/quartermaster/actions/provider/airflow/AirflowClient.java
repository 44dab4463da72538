package dev.quartermaster.actions.provider.airflow;

import dev.quartermaster.actions.provider.BoundedHttp;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls of Airflow's API as one account. A name and password are changed for a token at {@code /auth/token}, again when it
 * is not taken any more.
 */
final class AirflowClient {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(1);
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    private static final String JSON_TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BoundedHttp http = new BoundedHttp(PATIENCE, MOST_BYTES);
    private final AirflowSettings settings;
    private final InstantSource clock;
    private volatile String token;
    private volatile Instant quiet = Instant.MIN;

    AirflowClient(AirflowSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
        this.token = settings.token();
    }

    /** @param text the body as it came */
    record Answer(int status, String text) {
        boolean good() {
            return status / 100 == 2;
        }

        /** @throws IOException when it is not JSON: somebody else answered in Airflow's place */
        JsonNode json() throws IOException {
            try {
                return JSON.readTree(text.isBlank() ? "{}" : text);
            } catch (JacksonException notJson) {
                throw new IOException("Airflow did not answer in JSON");
            }
        }
    }

    Answer get(String path) throws IOException {
        return send("GET", path, JSON_TYPE, null);
    }

    Answer get(String path, String accept) throws IOException {
        return send("GET", path, accept, null);
    }

    Answer send(String method, String path, Map<String, ?> body) throws IOException {
        return send(method, path, JSON_TYPE, JSON.writeValueAsString(body));
    }

    private Answer send(String method, String path, String accept, @Nullable String body) throws IOException {
        boolean fresh = token.isEmpty();
        if (fresh) {
            Answer refused = login();
            if (refused != null) {
                return refused;
            }
        }
        Answer answer = once(method, path, accept, body, token);
        if (answer.status() != 401 || fresh || settings.username().isEmpty()) {
            return answer;
        }
        Answer refused = login();
        return refused == null ? once(method, path, accept, body, token) : refused;
    }

    /** @return what was answered instead of a token; null: there is one now */
    private @Nullable Answer login() throws IOException {
        String account =
                JSON.writeValueAsString(Map.of("username", settings.username(), "password", settings.password()));
        Answer answer = once("POST", "/auth/token", JSON_TYPE, account, "");
        if (!answer.good()) {
            return answer;
        }
        token = answer.json().path("access_token").asString("");
        if (token.isEmpty()) {
            throw new IOException("Airflow gave no token");
        }
        return null;
    }

    private Answer once(String method, String path, String accept, @Nullable String body, String bearer)
            throws IOException {
        if (clock.instant().isBefore(quiet)) {
            throw new IOException("Airflow asked not to be asked for a while");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(settings.url() + path))
                .header("Accept", accept)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", JSON_TYPE);
        }
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        if (answer.statusCode() == 429) {
            quiet = clock.instant()
                    .plus(asked(answer.headers().firstValue("Retry-After").orElse("")));
        }
        if (answer.statusCode() == 429 || answer.statusCode() / 100 == 5) {
            throw new IOException("Airflow answered " + answer.statusCode());
        }
        return new Answer(answer.statusCode(), answer.body());
    }

    private static Duration asked(String seconds) {
        Duration asked = Duration.ofSeconds(seconds.matches("[0-9]{1,6}") ? Long.parseLong(seconds) : 1);
        return asked.compareTo(LONGEST_QUIET) > 0 ? LONGEST_QUIET : asked;
    }
}
