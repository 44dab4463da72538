package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.web.ApiCall.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code conversations.*}: channels, their members and their history. */
final class ConversationMethods {
    private static final int PAGE = 100;

    private final Conversations conversations;

    ConversationMethods(Conversations conversations) {
        this.conversations = conversations;
    }

    Map<String, Method> methods() {
        return Map.of(
                "conversations.open", this::open,
                "conversations.list", this::list,
                "conversations.info", call -> with(call, c -> SlackAnswer.ok().<ObjectNode>set("channel", c.shape())),
                "conversations.members", call -> with(call, ConversationMethods::members),
                "conversations.join", call -> with(call, this::join),
                "conversations.leave", call -> with(call, this::leave),
                "conversations.create", this::create,
                "conversations.history", call -> with(call, c -> history(call, c)),
                "conversations.replies", call -> with(call, c -> replies(call, c)));
    }

    private ObjectNode with(ApiCall call, Function<WorkspaceChannel, ObjectNode> then) {
        return conversations
                .find(call.text("channel"))
                .map(then)
                .orElseGet(() -> SlackAnswer.error("channel_not_found"));
    }

    private ObjectNode open(ApiCall call) {
        if (call.given("channel")) return with(call, c -> SlackAnswer.ok().<ObjectNode>set("channel", c.shape()));
        List<String> users = Arrays.stream(call.text("users").split(","))
                .map(String::strip)
                .filter(u -> !u.isEmpty())
                .toList();
        if (users.isEmpty()) return SlackAnswer.error("users_list_not_supplied");
        if (users.size() > 1) return SlackAnswer.error("not_supported_in_local_workspace");
        Optional<WorkspaceChannel> direct = conversations.find(users.getFirst()).filter(WorkspaceChannel::direct);
        if (direct.isEmpty()) return SlackAnswer.error("user_not_found");
        ObjectNode answer = SlackAnswer.ok().put("no_op", true).put("already_open", true);
        answer.set("channel", direct.get().shape());
        return answer;
    }

    private ObjectNode list(ApiCall call) {
        List<String> types = List.of((call.given("types") ? call.text("types") : "public_channel").split(","));
        ObjectNode answer = SlackAnswer.ok();
        ArrayNode channels = answer.putArray("channels");
        conversations.all().stream()
                .filter(c -> types.contains(c.direct() ? "im" : "public_channel"))
                .forEach(c -> channels.add(c.shape()));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private static ObjectNode members(WorkspaceChannel conversation) {
        ObjectNode answer = SlackAnswer.ok();
        ArrayNode members = answer.putArray("members");
        conversation.members().stream().sorted().forEach(members::add);
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode join(WorkspaceChannel conversation) {
        if (conversation.direct()) return SlackAnswer.error("method_not_supported_for_channel_type");
        WorkspaceChannel joined = conversations.withMember(conversation, WorkspacePeople.BOT_USER, true);
        return SlackAnswer.ok().<ObjectNode>set("channel", joined.shape());
    }

    private ObjectNode leave(WorkspaceChannel conversation) {
        if (conversation.direct()) return SlackAnswer.error("method_not_supported_for_channel_type");
        conversations.withMember(conversation, WorkspacePeople.BOT_USER, false);
        return SlackAnswer.ok();
    }

    private ObjectNode create(ApiCall call) {
        String name = call.text("name");
        if (!name.matches("[a-z0-9_-]{1,80}")) return SlackAnswer.error("invalid_name_specials");
        if (conversations.find(name).isPresent()) return SlackAnswer.error("name_taken");
        WorkspaceChannel made = new WorkspaceChannel(
                WorkspaceChannel.channelId(name), name, false, java.util.Set.of(WorkspacePeople.BOT_USER));
        return SlackAnswer.ok()
                .<ObjectNode>set("channel", conversations.add(made).shape());
    }

    /** Newest first, roots only, as Slack gives it; the cursor is the ts to go on below. */
    private ObjectNode history(ApiCall call, WorkspaceChannel conversation) {
        if (!conversation.has(WorkspacePeople.BOT_USER)) return SlackAnswer.error("not_in_channel");
        List<WorkspaceMessage> roots = conversations.messages(conversation.id()).stream()
                .filter(m -> m.onlyFor() == null && m.thread() == null && inRange(call, m.ts()))
                .filter(m -> !call.given("cursor") || m.ts().compareTo(call.text("cursor")) < 0)
                .sorted(Comparator.comparing(WorkspaceMessage::ts).reversed())
                .toList();
        return page(call, roots);
    }

    private ObjectNode replies(ApiCall call, WorkspaceChannel conversation) {
        if (!conversation.has(WorkspacePeople.BOT_USER)) return SlackAnswer.error("not_in_channel");
        String ts = call.text("ts");
        Optional<WorkspaceMessage> root = conversations.message(conversation.id(), ts);
        if (root.isEmpty()) return SlackAnswer.error("thread_not_found");
        List<WorkspaceMessage> thread = conversations.messages(conversation.id()).stream()
                .filter(m -> m.onlyFor() == null && (m.ts().equals(ts) || ts.equals(m.thread())))
                .filter(m -> inRange(call, m.ts()))
                .filter(m -> !call.given("cursor") || m.ts().compareTo(call.text("cursor")) > 0)
                .toList();
        return page(call, thread);
    }

    private ObjectNode page(ApiCall call, List<WorkspaceMessage> found) {
        int limit = Math.clamp(call.node("limit").asInt(PAGE), 1, 1_000);
        List<WorkspaceMessage> page = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > page.size();
        ObjectNode answer = SlackAnswer.ok().put("has_more", more);
        ArrayNode messages = answer.putArray("messages");
        page.forEach(m -> messages.add(withReplies(m)));
        answer.putObject("response_metadata")
                .put("next_cursor", more ? page.getLast().ts() : "");
        return answer;
    }

    private ObjectNode withReplies(WorkspaceMessage message) {
        ObjectNode body = message.body().deepCopy();
        List<WorkspaceMessage> replies =
                message.thread() == null ? conversations.replies(message.channel(), message.ts()) : List.of();
        if (replies.isEmpty()) return body;
        body.put("thread_ts", message.ts()).put("reply_count", replies.size());
        return body.put("latest_reply", replies.getLast().ts());
    }

    private static boolean inRange(ApiCall call, String ts) {
        boolean inclusive = call.node("inclusive").asBoolean(false);
        int edge = inclusive ? 0 : 1;
        boolean late = !call.given("oldest") || ts.compareTo(call.text("oldest")) >= edge;
        boolean early = !call.given("latest") || call.text("latest").compareTo(ts) >= edge;
        return late && early;
    }
}
