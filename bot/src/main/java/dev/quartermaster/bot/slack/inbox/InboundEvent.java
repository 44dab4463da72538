package dev.quartermaster.bot.slack.inbox;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.bolt.request.Request;
import com.slack.api.bolt.request.builtin.BlockActionRequest;
import com.slack.api.bolt.request.builtin.EventRequest;
import com.slack.api.bolt.request.builtin.SlashCommandRequest;
import com.slack.api.bolt.request.builtin.ViewSubmissionRequest;
import org.jspecify.annotations.Nullable;

/**
 * Something Slack delivered, before it is known who the user is.
 *
 * @param key the same at every delivery: {@code event_id}, {@code trigger_id}, or a view's id
 * @param user Slack's id
 * @param team Slack's id of the user's workspace; empty when the request names none
 */
public record InboundEvent(String key, String user, String team, Request<?> request) {
    public InboundEvent {
        printable(key);
        printable(user);
        printable(team);
        if (key.isEmpty() || user.isEmpty()) throw new IllegalArgumentException("an event without id or user");
    }

    private static void printable(String id) {
        if (id.length() > 300 || !id.chars().allMatch(each -> each > 0x20 && each < 0x7f)) {
            throw new IllegalArgumentException("not an id of Slack's");
        }
    }

    /** @throws RuntimeException when an id is missing, or such requests are not stored */
    public static InboundEvent of(Request<?> request) {
        return switch (request) {
            case EventRequest event -> event(event);
            case SlashCommandRequest command -> command(command);
            case BlockActionRequest click -> click(click);
            case ViewSubmissionRequest form -> form(form);
            default -> throw new IllegalArgumentException(request.getRequestType() + " is not stored");
        };
    }

    private static InboundEvent event(EventRequest request) {
        JsonObject payload = json(request);
        JsonObject event = payload.getAsJsonObject("event");
        @Nullable String guest = request.getEventType().equals("app_mention") ? string(event, "user_team") : null;
        @Nullable String team = guest == null ? string(event, "team") : guest;
        return new InboundEvent(
                "event:" + required(string(payload, "event_id")),
                required(string(event, "user")),
                text(team == null ? string(payload, "team_id") : team),
                request);
    }

    private static InboundEvent command(SlashCommandRequest request) {
        SlashCommandPayload payload = request.getPayload();
        return new InboundEvent(
                "command:" + required(payload.getTriggerId()),
                required(payload.getUserId()),
                text(payload.getTeamId()),
                request);
    }

    private static InboundEvent click(BlockActionRequest request) {
        BlockActionPayload payload = request.getPayload();
        String own = payload.getUser().getTeamId();
        String team =
                own == null && payload.getTeam() != null ? payload.getTeam().getId() : own;
        required(payload.getActions().getFirst().getActionId());
        return new InboundEvent(
                "click:" + required(payload.getTriggerId()), payload.getUser().getId(), text(team), request);
    }

    private static InboundEvent form(ViewSubmissionRequest request) {
        ViewSubmissionPayload payload = request.getPayload();
        // It closes once it is accepted, so a view is sent in once; its hash changes whenever it is drawn anew.
        String key = "form:" + required(payload.getView().getId());
        String own = payload.getUser().getTeamId();
        String team =
                own == null && payload.getTeam() != null ? payload.getTeam().getId() : own;
        return new InboundEvent(key, payload.getUser().getId(), text(team), request);
    }

    /** What was written, with Slack's escapes; empty where nothing was. */
    String text() {
        return switch (request) {
            case SlashCommandRequest command -> text(command.getPayload().getText());
            case EventRequest event -> text(string(json(event).getAsJsonObject("event"), "text"));
            default -> "";
        };
    }

    static JsonObject json(EventRequest event) {
        return JsonParser.parseString(event.getRequestBodyAsString()).getAsJsonObject();
    }

    private static @Nullable String string(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? null : value.getAsString();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String required(@Nullable String id) {
        if (id == null || id.isEmpty()) throw new IllegalArgumentException("an id is missing");
        return id;
    }
}
