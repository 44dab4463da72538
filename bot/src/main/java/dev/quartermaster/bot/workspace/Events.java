package dev.quartermaster.bot.workspace;

import tools.jackson.databind.node.ObjectNode;

/**
 * Sends the bot the events of the local workspace. As in Slack it also hears its own direct messages, and must know
 * them for its own.
 */
final class Events {
    private final Payloads payloads;
    private final Deliveries deliveries;

    Events(Payloads payloads, Deliveries deliveries) {
        this.payloads = payloads;
        this.deliveries = deliveries;
    }

    void personSaid(WorkspaceChannel conversation, WorkspaceMessage message) {
        if (!conversation.has(WorkspacePeople.BOT_USER)) return;
        deliver(payloads.message(conversation, message));
        boolean mentioned = message.body().path("text").asString("").contains("<@" + WorkspacePeople.BOT_USER + ">");
        if (mentioned && !conversation.direct()) deliver(payloads.mention(conversation, message));
    }

    void botSaid(WorkspaceChannel conversation, WorkspaceMessage message) {
        if (conversation.direct()) deliver(payloads.message(conversation, message));
    }

    void homeOpened(String user, String tab) {
        deliver(payloads.homeOpened(user, tab));
    }

    private void deliver(ObjectNode event) {
        deliveries.event(payloads.event(event));
    }
}
