package dev.quartermaster.bot.slack.app;

import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Bolt's requests, out of a body posted, an envelope of Socket Mode or a row of the inbox: JSON, or the form of a slash
 * command. Throws a runtime exception for what has another shape.
 */
public final class SlackRequests {
    private final SlackRequestParser parser;
    private final JsonPayloadExtractor extractor = new JsonPayloadExtractor();

    SlackRequests(AppConfig config) {
        this.parser = new SlackRequestParser(config);
    }

    /** @return null: a kind that Bolt does not know */
    public @Nullable Request<?> read(String body) {
        String json = json(body);
        return parser.parse(HttpRequest.builder()
                .requestBody(json == null ? body : json)
                .socketMode(json != null)
                .headers(new RequestHeaders(Map.of()))
                .build());
    }

    /** @return null: a form that carries no JSON */
    public @Nullable String json(String body) {
        return body.startsWith("{") ? body : extractor.extractIfExists(body);
    }
}
