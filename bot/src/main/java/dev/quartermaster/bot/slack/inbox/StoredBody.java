package dev.quartermaster.bot.slack.inbox;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.util.json.GsonFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it is kept until it is worked: Slack's payload as Socket Mode carries it, less the address that answers it,
 * the old token, and what it repeats of the message or form it was sent from. A form that shows credentials is never kept.
 */
final class StoredBody {
    private static final Gson GSON = GsonFactory.createSnakeCase();
    private static final List<String> KEYS =
            List.of("token", "response_url", "response_urls", "bot_access_token", "interactivity");
    private static final List<String> REPEATED = List.of("blocks", "attachments", "text", "files");

    private static final List<String> REPEATED_IN_EVENTS =
            List.of("blocks", "attachments", "files", "assistant_thread", "message", "previous_message");

    /** Not sent in yet. */
    private static final List<String> ENTERED = List.of("view", "state");

    private StoredBody() {}

    static String of(Request<?> request) {
        JsonObject payload = request instanceof SlashCommandRequest command
                ? GSON.toJsonTree(command.getPayload()).getAsJsonObject()
                : JsonParser.parseString(request.getRequestBodyAsString()).getAsJsonObject();
        KEYS.forEach(payload::remove);
        if (request instanceof BlockActionRequest) ENTERED.forEach(payload::remove);
        if (payload.get("event") instanceof JsonObject event) REPEATED_IN_EVENTS.forEach(event::remove);
        strip(payload.get("message"));
        strip(payload.get("view"));
        return GSON.toJson(payload);
    }

    private static void strip(@Nullable JsonElement from) {
        if (from != null && from.isJsonObject()) REPEATED.forEach(from.getAsJsonObject()::remove);
    }
}
