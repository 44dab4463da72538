package dev.quartermaster.bot.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The query page of one lease as its script speaks to us. */
final class QueryBrowser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final String base;
    private final String origin;
    private @Nullable String cookie;

    QueryBrowser(RunningProgram program, String lease) {
        this.origin = program.address();
        this.base = origin + "/query/" + lease;
    }

    HttpResponse<String> page() {
        return send(HttpRequest.newBuilder(URI.create(base)));
    }

    JsonNode state() {
        return JSON.readTree(
                send(HttpRequest.newBuilder(URI.create(base + "/state"))).body());
    }

    /** @return the answer; a session is kept */
    JsonNode opens(String token) {
        HttpResponse<String> answer = posts("/session", "token", token, origin);
        answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set);
        return JSON.readTree(answer.body());
    }

    JsonNode runs(String sql) {
        return JSON.readTree(posts("/run", "sql", sql, origin).body());
    }

    HttpResponse<String> posts(String path, String field, String value, String from) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/json")
                .header("Origin", from)
                .POST(HttpRequest.BodyPublishers.ofString(
                        JSON.createObjectNode().put(field, value).toString())));
    }

    Optional<String> cookie() {
        return Optional.ofNullable(cookie);
    }

    /** A cookie that another page has. */
    void takes(QueryBrowser other) {
        cookie = other.cookie;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (cookie != null) {
            request.header("Cookie", cookie.split(";")[0]);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
