package dev.quartermaster.bot.slack.app;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.util.JsonPayloadExtractor;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.RequestHeaders;
import com.slack.api.bolt.util.SlackRequestParser;
import com.slack.api.bolt.util.SlackRequestParser.HttpRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses Bolt's requests out of a posted body, an envelope of Socket Mode or a row of the inbox: JSON, or the form of a
 * slash command. Throws a runtime exception for what has another shape.
 */
public final class SlackRequests {
    private final SlackRequestParser parser;
    private final JsonPayloadExtractor extractor = new JsonPayloadExtractor();

    SlackRequests(AppConfig config) {
        this.parser = new SlackRequestParser(config);
    }

    /** @return null: a kind that Bolt does not know */
    public @Nullable Request<?> read(String body) {
        String json = typed(json(body));
        return parser.parse(HttpRequest.builder()
                .requestBody(json == null ? body : json)
                .socketMode(json != null)
                .headers(new RequestHeaders(Map.of()))
                .build());
    }

    /** Slack always says which kind of view was sent in; what stands in for it may not, and Bolt takes no form without. */
    private static @Nullable String typed(@Nullable String json) {
        if (json == null || !json.contains(ViewSubmissionPayload.TYPE)) return json;
        JsonObject payload = JsonParser.parseString(json).getAsJsonObject();
        if (!(payload.get("view") instanceof JsonObject view) || view.has("type")) return json;
        view.addProperty("type", "modal");
        return payload.toString();
    }

    /** @return null: a form that carries no JSON */
    public @Nullable String json(String body) {
        return body.startsWith("{") ? body : extractor.extractIfExists(body);
    }
}
