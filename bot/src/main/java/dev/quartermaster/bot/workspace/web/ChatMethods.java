package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.blocks.BlockLimits;
import dev.quartermaster.bot.workspace.blocks.BlockSearch;
import dev.quartermaster.bot.workspace.delivery.EventSender;
import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.web.ApiCall.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code chat.*} and {@code reactions.add}: the bot posts, edits and deletes messages. */
final class ChatMethods {
    private static final int LONGEST = 40_000;

    private final Conversations conversations;
    private final EventSender events;

    ChatMethods(Conversations conversations, EventSender events) {
        this.conversations = conversations;
        this.events = events;
    }

    Map<String, Method> methods() {
        return Map.of(
                "chat.postMessage", this::post,
                "chat.postEphemeral", this::postEphemeral,
                "chat.update", this::update,
                "chat.delete", this::delete,
                "chat.getPermalink", this::permalink,
                "reactions.add", this::react);
    }

    private ObjectNode post(ApiCall call) {
        return inChannel(call, (conversation, body) -> {
            WorkspaceMessage message = conversations.post(conversation, body, null);
            events.botSaid(conversation, message);
            ObjectNode answer =
                    SlackAnswer.ok().put("channel", conversation.id()).put("ts", message.ts());
            answer.set("message", message.body());
            return answer;
        });
    }

    private ObjectNode postEphemeral(ApiCall call) {
        return inChannel(call, (conversation, body) -> {
            String user = call.text("user");
            if (!conversation.has(user)) return SlackAnswer.error("user_not_in_channel");
            return SlackAnswer.ok()
                    .put(
                            "message_ts",
                            conversations.post(conversation, body, user).ts());
        });
    }

    private ObjectNode inChannel(ApiCall call, BiFunction<WorkspaceChannel, ObjectNode, ObjectNode> then) {
        Optional<WorkspaceChannel> found = conversations.find(call.text("channel"));
        if (found.isEmpty()) return SlackAnswer.error("channel_not_found");
        WorkspaceChannel conversation = found.get();
        if (!conversation.has(WorkspacePeople.BOT_USER)) return SlackAnswer.error("not_in_channel");
        Optional<ObjectNode> refused = refused(call);
        if (refused.isPresent()) return refused.get();
        String root = call.text("thread_ts");
        ObjectNode body = SlackAnswer.ok();
        body.remove("ok");
        body.put("type", "message")
                .put("user", WorkspacePeople.BOT_USER)
                .put("bot_id", WorkspacePeople.BOT)
                .put("app_id", WorkspacePeople.APP);
        body.put("team", WorkspacePeople.TEAM).set("bot_profile", profile());
        content(call, body);
        if (!root.isEmpty()) {
            Optional<WorkspaceMessage> parent = conversations.message(conversation.id(), root);
            if (parent.isEmpty() || parent.get().thread() != null) return SlackAnswer.error("thread_not_found");
            body.put("thread_ts", root).put("parent_user_id", parent.get().user());
        }
        return then.apply(conversation, body);
    }

    private ObjectNode update(ApiCall call) {
        return own(call, "cant_update_message", message -> {
            Optional<ObjectNode> refused = refused(call);
            if (refused.isPresent()) return refused.get();
            ObjectNode body = message.body().deepCopy();
            body.remove(List.of("blocks", "attachments"));
            content(call, body);
            body.putObject("edited").put("user", WorkspacePeople.BOT_USER).put("ts", message.ts());
            WorkspaceMessage changed = conversations.replace(message.with(body));
            ObjectNode answer =
                    SlackAnswer.ok().put("channel", message.channel()).put("ts", message.ts());
            answer.put("text", body.path("text").asString("")).set("message", changed.body());
            return answer;
        });
    }

    private ObjectNode delete(ApiCall call) {
        return own(call, "cant_delete_message", message -> {
            conversations.delete(message);
            return SlackAnswer.ok().put("channel", message.channel()).put("ts", message.ts());
        });
    }

    private ObjectNode permalink(ApiCall call) {
        String ts = call.text("message_ts");
        Optional<WorkspaceMessage> message =
                conversations.find(call.text("channel")).flatMap(c -> conversations.message(c.id(), ts));
        if (message.isEmpty()) return SlackAnswer.error("message_not_found");
        String root = message.get().thread();
        String link = call.base() + "/?channel=" + message.get().channel() + "&ts=" + ts;
        return SlackAnswer.ok()
                .put("channel", message.get().channel())
                .put("permalink", root == null ? link : link + "&thread=" + root);
    }

    private ObjectNode react(ApiCall call) {
        Optional<WorkspaceMessage> found = conversations
                .find(call.text("channel"))
                .flatMap(c -> conversations.message(c.id(), call.text("timestamp")));
        if (found.isEmpty()) return SlackAnswer.error("message_not_found");
        String name = call.text("name").replace(":", "");
        if (!name.matches("[a-z0-9_+'-]+")) return SlackAnswer.error("invalid_name");
        ObjectNode body = found.get().body().deepCopy();
        for (JsonNode reaction : body.withArrayProperty("reactions"))
            if (reaction.path("name").asString("").equals(name)) return SlackAnswer.error("already_reacted");
        ObjectNode reaction = body.withArrayProperty("reactions")
                .addObject()
                .put("name", name)
                .put("count", 1);
        reaction.putArray("users").add(WorkspacePeople.BOT_USER);
        conversations.replace(found.get().with(body));
        return SlackAnswer.ok();
    }

    private interface Change {
        ObjectNode of(WorkspaceMessage message);
    }

    /** An app changes its own messages only; an ephemeral one it cannot find again, as with Slack. */
    private ObjectNode own(ApiCall call, String otherwise, Change change) {
        Optional<WorkspaceChannel> conversation = conversations.find(call.text("channel"));
        if (conversation.isEmpty()) return SlackAnswer.error("channel_not_found");
        Optional<WorkspaceMessage> found =
                conversations.message(conversation.get().id(), call.text("ts")).filter(m -> m.onlyFor() == null);
        if (found.isEmpty()) return SlackAnswer.error("message_not_found");
        return found.get().fromBot() ? change.of(found.get()) : SlackAnswer.error(otherwise);
    }

    /** Why Slack would not take this content, if so. */
    static Optional<ObjectNode> refused(ApiCall call) {
        boolean files = call.given("files");
        if (!call.given("text") && !call.given("blocks") && !call.given("attachments") && !files)
            return Optional.of(SlackAnswer.error("no_text"));
        if (call.text("text").length() > LONGEST) return Optional.of(SlackAnswer.error("msg_too_long"));
        if (call.given("blocks")) {
            if (!call.node("blocks").isArray()) return Optional.of(SlackAnswer.error("invalid_blocks_format"));
            // An empty array takes an edited message's blocks away;
            // https://docs.slack.dev/reference/methods/chat.update.
            List<String> problems =
                    call.node("blocks").isEmpty() ? List.of() : BlockLimits.problems(call.node("blocks"));
            if (!problems.isEmpty()) return Optional.of(SlackAnswer.error("invalid_blocks", problems));
        }
        for (JsonNode attachment : call.node("attachments")) {
            if (!attachment.has("blocks")) continue;
            List<String> problems = BlockLimits.problems(attachment.path("blocks"));
            if (!problems.isEmpty()) return Optional.of(SlackAnswer.error("invalid_attachments", problems));
        }
        return Optional.empty();
    }

    static void content(ApiCall call, ObjectNode body) {
        body.put("text", call.text("text"));
        for (String field : List.of("blocks", "attachments", "metadata", "files"))
            if (call.given(field)) body.set(field, call.node(field).deepCopy());
        BlockSearch.named(body.path("blocks"));
        for (JsonNode attachment : body.path("attachments")) BlockSearch.named(attachment.path("blocks"));
    }

    static ObjectNode profile() {
        ObjectNode profile = Payloads.object().put("id", WorkspacePeople.BOT).put("app_id", WorkspacePeople.APP);
        return profile.put("name", WorkspacePeople.BOT_NAME)
                .put("deleted", false)
                .put("team_id", WorkspacePeople.TEAM);
    }
}
