package dev.quartermaster.bot.workspace.page;

import dev.quartermaster.bot.workspace.delivery.Deliveries;
import dev.quartermaster.bot.workspace.delivery.Deliveries.Reply;
import dev.quartermaster.bot.workspace.delivery.EventSender;
import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.delivery.WorkspaceParts;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.Triggers;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.web.ResponseUrls;
import dev.quartermaster.bot.workspace.web.SlackAnswer;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A person's messages and slash commands on the page, delivered to the bot. */
final class PersonMessages {
    private static final int LONGEST = 12_000;

    private final Conversations conversations;
    private final TypedText typed;
    private final EventSender events;
    private final Payloads payloads;
    private final Deliveries deliveries;
    private final Triggers triggers;
    private final ResponseUrls responses;
    private final JsonMapper json;

    PersonMessages(WorkspaceParts parts, EventSender events, ResponseUrls responses) {
        this.conversations = parts.conversations();
        this.typed = new TypedText(parts.people(), conversations);
        this.events = events;
        this.payloads = parts.payloads();
        this.deliveries = parts.deliveries();
        this.triggers = parts.triggers();
        this.responses = responses;
        this.json = parts.json();
    }

    ObjectNode say(PersonCall call) {
        Optional<WorkspaceChannel> found =
                conversations.find(call.text("channel")).filter(c -> c.has(call.user()));
        if (found.isEmpty()) return SlackAnswer.error("channel_not_found");
        String text = call.text("text").strip();
        if (text.isEmpty()) return SlackAnswer.error("no_text");
        if (text.length() > LONGEST) return SlackAnswer.error("msg_too_long");
        if (text.startsWith("/")) return command(call, found.get(), text);
        String root = call.text("thread_ts");
        ObjectNode body = Payloads.object().put("type", "message").put("user", call.user());
        body.put("text", typed.message(text))
                .put("client_msg_id", UUID.randomUUID().toString());
        body.put("team", WorkspacePeople.TEAM);
        richText(body, text);
        if (!root.isEmpty()) {
            Optional<WorkspaceMessage> parent =
                    conversations.message(found.get().id(), root);
            if (parent.isEmpty()) return SlackAnswer.error("thread_not_found");
            body.put("thread_ts", root).put("parent_user_id", parent.get().user());
        }
        WorkspaceMessage message = conversations.post(found.get(), body, null);
        events.personSaid(found.get(), message);
        return SlackAnswer.ok().put("ts", message.ts());
    }

    /** Slack sends what was typed as rich text beside the text. */
    private static void richText(ObjectNode body, String text) {
        ObjectNode block = body.putArray("blocks").addObject().put("type", "rich_text");
        block.put("block_id", UUID.randomUUID().toString().substring(0, 5));
        ObjectNode section = block.putArray("elements").addObject().put("type", "rich_text_section");
        section.putArray("elements").addObject().put("type", "text").put("text", text);
    }

    private ObjectNode command(PersonCall call, WorkspaceChannel in, String text) {
        String name = text.split("\\s", 2)[0];
        if (!name.equals("/qm")) {
            slackbot(
                    in,
                    call.user(),
                    "`" + name
                            + "` is not a valid command. Here it is `/qm` and what you want, for example `/qm help`.");
            return SlackAnswer.ok();
        }
        if (!call.text("thread_ts").isEmpty()) {
            slackbot(in, call.user(), "`/qm` is not supported in threads. Sorry! Write it in the conversation itself.");
            return SlackAnswer.ok();
        }
        String rest = typed.command(text.substring(name.length()).strip());
        String url = responses.issue(call.base(), call.user(), in, null);
        Reply reply = deliveries.ask(payloads.command(call.user(), in, rest, triggers.issue(call.user()), url));
        if (!reply.fine()) {
            String error = reply.failure().equals("http_timeout") ? "operation_timeout" : "dispatch_failed";
            slackbot(in, call.user(), "/qm failed with the error \"" + error + "\"");
            return SlackAnswer.ok().put("failed", error);
        }
        if (!reply.body().isBlank()) responses.say(in, call.user(), answered(reply.body()));
        return SlackAnswer.ok();
    }

    /** The body of a command's 200 is a message, as JSON or as plain text. */
    private ObjectNode answered(String body) {
        try {
            if (json.readTree(body) instanceof ObjectNode object) return object;
        } catch (JacksonException plain) {
            return Payloads.object().put("text", body);
        }
        return Payloads.object().put("text", body);
    }

    private void slackbot(WorkspaceChannel in, String user, String text) {
        ObjectNode body = Payloads.object()
                .put("type", "message")
                .put("user", WorkspacePeople.SLACKBOT)
                .put("text", text);
        conversations.post(in, body, user);
    }
}
