package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.web.Call.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;

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
                "conversations.info", call -> with(call, c -> Answer.ok().<ObjectNode>set("channel", c.shape())),
                "conversations.members", call -> with(call, ConversationMethods::members),
                "conversations.join", call -> with(call, this::join),
                "conversations.leave", call -> with(call, this::leave),
                "conversations.create", this::create,
                "conversations.history", call -> with(call, c -> history(call, c)),
                "conversations.replies", call -> with(call, c -> replies(call, c)));
    }

    private ObjectNode with(Call call, Function<WorkspaceChannel, ObjectNode> then) {
        return conversations.find(call.text("channel")).map(then).orElseGet(() -> Answer.error("channel_not_found"));
    }

    private ObjectNode open(Call call) {
        if (call.given("channel")) return with(call, c -> Answer.ok().<ObjectNode>set("channel", c.shape()));
        List<String> users = Arrays.stream(call.text("users").split(","))
                .map(String::strip)
                .filter(u -> !u.isEmpty())
                .toList();
        if (users.isEmpty()) return Answer.error("users_list_not_supplied");
        if (users.size() > 1) return Answer.error("not_supported_in_local_workspace");
        Optional<WorkspaceChannel> direct = conversations.find(users.getFirst()).filter(WorkspaceChannel::direct);
        if (direct.isEmpty()) return Answer.error("user_not_found");
        ObjectNode answer = Answer.ok().put("no_op", true).put("already_open", true);
        answer.set("channel", direct.get().shape());
        return answer;
    }

    private ObjectNode list(Call call) {
        List<String> types = List.of((call.given("types") ? call.text("types") : "public_channel").split(","));
        ObjectNode answer = Answer.ok();
        ArrayNode channels = answer.putArray("channels");
        conversations.all().stream()
                .filter(c -> types.contains(c.direct() ? "im" : "public_channel"))
                .forEach(c -> channels.add(c.shape()));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private static ObjectNode members(WorkspaceChannel conversation) {
        ObjectNode answer = Answer.ok();
        ArrayNode members = answer.putArray("members");
        conversation.members().stream().sorted().forEach(members::add);
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode join(WorkspaceChannel conversation) {
        if (conversation.direct()) return Answer.error("method_not_supported_for_channel_type");
        WorkspaceChannel joined = conversations.withMember(conversation, WorkspacePeople.BOT_USER, true);
        return Answer.ok().<ObjectNode>set("channel", joined.shape());
    }

    private ObjectNode leave(WorkspaceChannel conversation) {
        if (conversation.direct()) return Answer.error("method_not_supported_for_channel_type");
        conversations.withMember(conversation, WorkspacePeople.BOT_USER, false);
        return Answer.ok();
    }

    private ObjectNode create(Call call) {
        String name = call.text("name");
        if (!name.matches("[a-z0-9_-]{1,80}")) return Answer.error("invalid_name_specials");
        if (conversations.find(name).isPresent()) return Answer.error("name_taken");
        WorkspaceChannel made = new WorkspaceChannel(
                WorkspaceChannel.channelId(name), name, false, java.util.Set.of(WorkspacePeople.BOT_USER));
        return Answer.ok().<ObjectNode>set("channel", conversations.add(made).shape());
    }

    /** Newest first, roots only, as Slack gives it; the cursor is the ts to go on below. */
    private ObjectNode history(Call call, WorkspaceChannel conversation) {
        if (!conversation.has(WorkspacePeople.BOT_USER)) return Answer.error("not_in_channel");
        List<WorkspaceMessage> roots = conversations.messages(conversation.id()).stream()
                .filter(m -> m.onlyFor() == null && m.thread() == null && inRange(call, m.ts()))
                .filter(m -> !call.given("cursor") || m.ts().compareTo(call.text("cursor")) < 0)
                .sorted(Comparator.comparing(WorkspaceMessage::ts).reversed())
                .toList();
        return page(call, roots);
    }

    private ObjectNode replies(Call call, WorkspaceChannel conversation) {
        if (!conversation.has(WorkspacePeople.BOT_USER)) return Answer.error("not_in_channel");
        String ts = call.text("ts");
        Optional<WorkspaceMessage> root = conversations.message(conversation.id(), ts);
        if (root.isEmpty()) return Answer.error("thread_not_found");
        List<WorkspaceMessage> thread = conversations.messages(conversation.id()).stream()
                .filter(m -> m.onlyFor() == null && (m.ts().equals(ts) || ts.equals(m.thread())))
                .filter(m -> inRange(call, m.ts()))
                .filter(m -> !call.given("cursor") || m.ts().compareTo(call.text("cursor")) > 0)
                .toList();
        return page(call, thread);
    }

    private ObjectNode page(Call call, List<WorkspaceMessage> found) {
        int limit = Math.clamp(call.node("limit").asInt(PAGE), 1, 1_000);
        List<WorkspaceMessage> page = found.subList(0, Math.min(limit, found.size()));
        boolean more = found.size() > page.size();
        ObjectNode answer = Answer.ok().put("has_more", more);
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

    private static boolean inRange(Call call, String ts) {
        boolean inclusive = call.node("inclusive").asBoolean(false);
        int edge = inclusive ? 0 : 1;
        boolean late = !call.given("oldest") || ts.compareTo(call.text("oldest")) >= edge;
        boolean early = !call.given("latest") || call.text("latest").compareTo(ts) >= edge;
        return late && early;
    }
}
