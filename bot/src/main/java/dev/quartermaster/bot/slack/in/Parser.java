package dev.quartermaster.bot.slack.in;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.slack.api.app_backend.events.payload.AppHomeOpenedPayload;
import com.slack.api.app_backend.events.payload.AppMentionPayload;
import com.slack.api.app_backend.events.payload.EventsApiPayload;
import com.slack.api.app_backend.events.payload.MessagePayload;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.event.MessageEvent;
import com.slack.api.util.json.GsonFactory;
import dev.quartermaster.bot.slack.Heard.Card;
import dev.quartermaster.bot.slack.inbox.Arrival;
import dev.quartermaster.bot.slack.inbox.Arrival.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From Slack's shapes (the SDK's classes) to ours. Throws a runtime exception for what has another shape. */
final class Parser {
    private final Gson gson = GsonFactory.createSnakeCase();

    /** @return empty: nothing that concerns us */
    Optional<Arrival> event(JsonObject envelope) {
        JsonObject event = envelope.getAsJsonObject("event");
        if (event.has("bot_id") || event.has("hidden") || !event.has("user")) return Optional.empty();
        String subtype = event.has("subtype") ? event.get("subtype").getAsString() : "";
        if (!subtype.isEmpty() && !subtype.equals("file_share")) return Optional.empty();
        return switch (event.get("type").getAsString()) {
            case "message" -> message(gson.fromJson(envelope, MessagePayload.class));
            case "app_mention" -> mention(gson.fromJson(envelope, AppMentionPayload.class));
            case "app_home_opened" -> home(gson.fromJson(envelope, AppHomeOpenedPayload.class));
            default -> Optional.empty();
        };
    }

    /** In channels we listen to our name only ({@link #mention}). */
    private static Optional<Arrival> message(MessagePayload payload) {
        MessageEvent event = payload.getEvent();
        if (!"im".equals(event.getChannelType()) && !event.getChannel().startsWith("D")) return Optional.empty();
        return Optional.of(new Arrival.Message(
                source(payload, event.getUser(), event.getTeam()),
                event.getChannel(),
                event.getThreadTs(),
                event.getTs(),
                text(event.getText()),
                true));
    }

    private static Optional<Arrival> mention(AppMentionPayload payload) {
        AppMentionEvent event = payload.getEvent();
        // A mention in the DM comes as a message as well.
        if (event.getChannel().startsWith("D")) return Optional.empty();
        String team = event.getUserTeam() == null ? event.getTeam() : event.getUserTeam();
        return Optional.of(new Arrival.Message(
                source(payload, event.getUser(), team),
                event.getChannel(),
                event.getThreadTs(),
                event.getTs(),
                text(event.getText()),
                false));
    }

    private static Optional<Arrival> home(AppHomeOpenedPayload payload) {
        AppHomeOpenedEvent event = payload.getEvent();
        return Optional.of(new Arrival.Home(
                source(payload, event.getUser(), null), text(event.getChannel()), text(event.getTab())));
    }

    private static Source source(EventsApiPayload<?> payload, String user, @Nullable String team) {
        return new Source("event:" + payload.getEventId(), user, team == null ? text(payload.getTeamId()) : team);
    }

    Arrival command(SlashCommandPayload payload) {
        Source from = new Source(
                "command:" + required(payload.getTriggerId()), payload.getUserId(), text(payload.getTeamId()));
        return new Arrival.Command(from, text(payload.getChannelId()), text(payload.getText()));
    }

    /** Socket Mode makes an object of the form. */
    Arrival socketCommand(String json) {
        return command(gson.fromJson(json, SlashCommandPayload.class));
    }

    /** The first action; Slack sends one a click. */
    Arrival.Click click(JsonObject json) {
        BlockActionPayload payload = gson.fromJson(json, BlockActionPayload.class);
        String trigger = required(payload.getTriggerId());
        BlockActionPayload.Action action = payload.getActions().getFirst();
        Source from = new Source("click:" + trigger, payload.getUser().getId(), team(payload));
        return new Arrival.Click(from, card(payload), required(action.getActionId()), Chosen.of(action), trigger);
    }

    private static String team(BlockActionPayload payload) {
        @Nullable String own = payload.getUser().getTeamId();
        if (own != null) return own;
        return payload.getTeam() == null ? "" : text(payload.getTeam().getId());
    }

    private static @Nullable Card card(BlockActionPayload payload) {
        BlockActionPayload.Container container = payload.getContainer();
        if (container == null || container.getMessageTs() == null) return null;
        @Nullable String channel = container.getChannelId();
        if (channel == null && payload.getChannel() != null)
            channel = payload.getChannel().getId();
        @Nullable String thread = container.getThreadTs();
        if (thread == null && payload.getMessage() != null)
            thread = payload.getMessage().getThreadTs();
        return channel == null ? null : new Card(channel, container.getMessageTs(), thread);
    }

    Arrival.Form form(JsonObject json) {
        ViewSubmissionPayload payload = gson.fromJson(json, ViewSubmissionPayload.class);
        // The hash changes with every update of the view, so the same view sent in twice by hand is two forms.
        String key = "form:" + required(payload.getView().getId()) + ":"
                + text(payload.getView().getHash());
        @Nullable String own = payload.getUser().getTeamId();
        String team = own == null && payload.getTeam() != null
                ? text(payload.getTeam().getId())
                : text(own);
        return new Arrival.Form(
                new Source(key, payload.getUser().getId(), team),
                text(payload.getView().getCallbackId()),
                text(payload.getView().getPrivateMetadata()),
                Chosen.of(payload.getView().getState()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String required(@Nullable String id) {
        if (id == null || id.isEmpty()) throw new IllegalArgumentException("an id is missing");
        return id;
    }
}
