package dev.quartermaster.bot.workspace.delivery;

import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the bot the events of the local workspace. As in Slack it also hears its own direct messages, and must know
 * them for its own.
 */
public final class EventSender {
    private final Payloads payloads;
    private final Deliveries deliveries;

    public EventSender(Payloads payloads, Deliveries deliveries) {
        this.payloads = payloads;
        this.deliveries = deliveries;
    }

    public void personSaid(WorkspaceChannel conversation, WorkspaceMessage message) {
        if (!conversation.has(WorkspacePeople.BOT_USER)) return;
        deliver(payloads.message(conversation, message));
        boolean mentioned = message.body().path("text").asString("").contains("<@" + WorkspacePeople.BOT_USER + ">");
        if (mentioned && !conversation.direct()) deliver(payloads.mention(conversation, message));
    }

    public void botSaid(WorkspaceChannel conversation, WorkspaceMessage message) {
        if (conversation.direct()) deliver(payloads.message(conversation, message));
    }

    public void homeOpened(String user, String tab) {
        deliver(payloads.homeOpened(user, tab));
    }

    private void deliver(ObjectNode event) {
        deliveries.event(payloads.event(event));
    }
}
