package dev.quartermaster.bot.slack.app;

import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.slash_commands.payload.SlashCommandPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.event.AppHomeOpenedEvent;
import com.slack.api.model.event.AppMentionEvent;
import com.slack.api.model.view.View;
import dev.quartermaster.bot.slack.SlackInteraction.Card;
import dev.quartermaster.bot.slack.SlackInteraction.Clicked;
import dev.quartermaster.bot.slack.SlackInteraction.Commanded;
import dev.quartermaster.bot.slack.SlackInteraction.HomeOpened;
import dev.quartermaster.bot.slack.SlackInteraction.Said;
import dev.quartermaster.bot.slack.SlackInteraction.Submitted;
import dev.quartermaster.intents.reading.Place;
import org.jspecify.annotations.Nullable;

/** Translates Slack's payloads into {@code SlackInteraction}s. */
final class Interactions {
    private Interactions() {}

    static Said said(String channel, @Nullable String thread, String ts, InteractionContext from) {
        return new Said(from.key(), from.by(), from.at(), new Place(channel, thread), from.text(), ts, true);
    }

    /** Answered in its thread: the one it is in, or the one it begins. */
    static Said mentioned(AppMentionEvent event, InteractionContext from) {
        String thread = event.getThreadTs() == null ? event.getTs() : event.getThreadTs();
        return new Said(
                from.key(),
                from.by(),
                from.at(),
                new Place(event.getChannel(), thread),
                from.text(),
                event.getTs(),
                false);
    }

    static HomeOpened opened(AppHomeOpenedEvent event, InteractionContext from) {
        return new HomeOpened(from.key(), from.by(), from.at(), text(event.getTab()));
    }

    static Commanded commanded(SlashCommandPayload payload, InteractionContext from) {
        return new Commanded(from.key(), from.by(), from.at(), text(payload.getChannelId()), from.text());
    }

    /** The first action; Slack sends one a click. */
    static Clicked clicked(BlockActionPayload payload, InteractionContext from) {
        BlockActionPayload.Action action = payload.getActions().getFirst();
        return new Clicked(
                from.key(),
                from.by(),
                from.at(),
                card(payload),
                action.getActionId(),
                ChosenValues.of(action),
                payload.getTriggerId());
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

    static Submitted submitted(ViewSubmissionPayload payload, InteractionContext from) {
        return submitted(payload.getView(), from);
    }

    private static Submitted submitted(View view, InteractionContext from) {
        return new Submitted(
                from.key(),
                from.by(),
                from.at(),
                text(view.getCallbackId()),
                text(view.getPrivateMetadata()),
                ChosenValues.of(view.getState()));
    }

    /** A form that is still being filled in, after something in it was chosen or typed. */
    static Submitted soFar(BlockActionPayload payload, InteractionContext from) {
        return submitted(payload.getView(), from);
    }

    /** A typed command that opens a form, as the click that would open it. */
    static Clicked typed(SlashCommandPayload payload, String value, InteractionContext from) {
        return new Clicked(from.key(), from.by(), from.at(), null, "", value, payload.getTriggerId());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
