package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.provider.BoundedHttp;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The key API of a LiteLLM proxy ({@code /key/generate}, {@code /key/list}, {@code /key/update}, {@code /key/delete}), as a
 * proxy admin. Written from its documentation of October 2026, and tested against a stub of it. {@code /key/info} is not
 * asked: it knows keys by their secret or hash, not by their alias.
 */
final class LiteLlm {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MOST_PAGES = 50;
    private static final long MOST_BYTES = 4L * 1024 * 1024;
    /** Of a key that never expires, which is none of ours as it was made. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private static final String LEASE = "quartermaster_lease";
    private static final String GENERATION = "quartermaster_generation";
    private static final String SINCE = "quartermaster_since";

    private final BoundedHttp http;
    private final ModelEndpoint endpoint;

    /** @param patience for a whole answer, its body too */
    LiteLlm(ModelEndpoint endpoint, Duration patience) {
        this.http = new BoundedHttp(patience, MOST_BYTES);
        this.endpoint = endpoint;
    }

    /** What a key may do. @param lasts from now on, by the proxy's own clock */
    record Terms(BigDecimal budget, Duration lasts, List<String> models) {
        private Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("max_budget", budget);
            body.put("duration", lasts.toSeconds() + "s");
            body.put("models", models);
            return body;
        }
    }

    Optional<ModelKey> find(String alias) throws IOException {
        JsonNode keys = send("GET", "/key/list?return_full_object=true&size=10&key_alias=" + encoded(alias), null)
                .path("keys");
        for (JsonNode key : keys) {
            if (key.path("key_alias").asString("").equals(alias)) {
                return Optional.of(key(alias, key));
            }
        }
        return Optional.empty();
    }

    /** Aliases of all keys that begin so, of as many as {@value #MOST_PAGES} pages hold. */
    List<String> aliases(String beginning) throws IOException {
        List<String> found = new ArrayList<>();
        for (int page = 1; page <= MOST_PAGES; page++) {
            JsonNode listed = send("GET", "/key/list?return_full_object=true&size=100&page=" + page, null);
            listed.path("keys")
                    .valueStream()
                    .map(key -> key.path("key_alias").asString(""))
                    .filter(alias -> alias.startsWith(beginning))
                    .forEach(found::add);
            if (page >= listed.path("total_pages").asInt(1)) {
                break;
            }
        }
        return found;
    }

    /**
     * No two keys have one alias: the proxy refuses the second with 400.
     *
     * @param spent what keys before it have spent of the same budget
     * @return its secret, which is to be had at this moment only
     */
    String generate(String alias, String lease, int generation, Instant since, BigDecimal spent, Terms terms)
            throws IOException {
        Map<String, Object> body = terms.body();
        body.put("key_alias", alias);
        body.put("spend", spent);
        // It calls models and nothing else: not the API that makes keys.
        body.put("key_type", "llm_api");
        body.put("metadata", Map.of(LEASE, lease, GENERATION, generation, SINCE, since.toString()));
        String secret = send("POST", "/key/generate", body).path("key").asString("");
        if (secret.isEmpty()) {
            throw new IOException("/key/generate gave no key");
        }
        return secret;
    }

    void update(ModelKey key, Terms terms) throws IOException {
        Map<String, Object> body = terms.body();
        body.put("key", key.token());
        try {
            send("POST", "/key/update", body);
        } catch (ProxyRefusal refused) {
            if (refused.status() == 404) {
                throw new IOException(key.alias() + " was replaced meanwhile", refused);
            }
            throw refused;
        }
    }

    /** Nothing happens where it is gone already. */
    void delete(ModelKey key) throws IOException {
        try {
            send("POST", "/key/delete", Map.of("keys", List.of(key.token())));
        } catch (ProxyRefusal refused) {
            if (refused.status() != 404) {
                throw refused;
            }
        }
    }

    private JsonNode send(String method, String path, @Nullable Map<String, ?> body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.url() + path))
                .header("Authorization", "Bearer " + endpoint.adminKey())
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        String call = method + " " + path.replaceFirst("\\?.*", "");
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new ProxyRefusal(call, answer.statusCode());
        }
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException notJson) {
            // Its words would quote the answer, and there may be a key in it.
            throw new IOException(call + " was not answered in JSON");
        }
    }

    private static ModelKey key(String alias, JsonNode key) throws IOException {
        JsonNode ours = key.path("metadata");
        try {
            return new ModelKey(
                    alias,
                    key.path("token").asString(""),
                    ours.path(GENERATION).asInt(0),
                    moment(ours.path(SINCE).asString(key.path("created_at").asString(""))),
                    key.path("spend").asDecimal(BigDecimal.ZERO),
                    key.path("max_budget").asDecimal(BigDecimal.ZERO),
                    key.path("expires").isString() ? moment(key.path("expires").asString()) : NEVER,
                    key.path("models").valueStream().map(JsonNode::asString).toList(),
                    key.path("blocked").asBoolean(false));
        } catch (DateTimeException unread) {
            throw new IOException("The key " + alias + " is not as it was made", unread);
        }
    }

    /** Without an offset it is UTC. */
    private static Instant moment(String written) {
        return written.matches(".*(Z|[+-]\\d\\d:\\d\\d)")
                ? OffsetDateTime.parse(written).toInstant()
                : LocalDateTime.parse(written).toInstant(ZoneOffset.UTC);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
