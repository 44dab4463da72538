package dev.quartermaster.bot.workspace;

import tools.jackson.databind.node.ObjectNode;

/** Which event the bot hears of what. As in Slack it also hears its own direct messages, and must know them for its own. */
final class Events {
    private final Payloads payloads;
    private final Deliveries deliveries;

    Events(Payloads payloads, Deliveries deliveries) {
        this.payloads = payloads;
        this.deliveries = deliveries;
    }

    void personSaid(Conversation conversation, Message message) {
        if (!conversation.has(People.BOT_USER)) return;
        deliver(payloads.message(conversation, message));
        boolean mentioned = message.body().path("text").asString("").contains("<@" + People.BOT_USER + ">");
        if (mentioned && !conversation.direct()) deliver(payloads.mention(conversation, message));
    }

    void botSaid(Conversation conversation, Message message) {
        if (conversation.direct()) deliver(payloads.message(conversation, message));
    }

    void homeOpened(String user, String tab) {
        deliver(payloads.homeOpened(user, tab));
    }

    private void deliver(ObjectNode event) {
        deliveries.event(payloads.event(event));
    }
}
