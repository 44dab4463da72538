package dev.quartermaster.bot.workspace.state;

import dev.quartermaster.bot.workspace.state.WorkspaceSettings.Channel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The workspace's memory: channels, direct conversations, what was said in them and how far each person has read. */
public final class Conversations {
    private final Map<String, WorkspaceChannel> byId = new LinkedHashMap<>();
    private final Map<String, TreeMap<String, WorkspaceMessage>> said = new LinkedHashMap<>();
    private final ReadPositions unread = new ReadPositions();
    private final Timestamps timestamps;
    private final Journal journal;
    private final LiveUpdates live;

    public Conversations(
            WorkspacePeople people, List<Channel> channels, Timestamps timestamps, Journal journal, LiveUpdates live) {
        this.timestamps = timestamps;
        this.journal = journal;
        this.live = live;
        for (Channel channel : channels) {
            Set<String> members = new HashSet<>(Set.of(WorkspacePeople.BOT_USER));
            channel.members().forEach(id -> people.byAccountId(id).ifPresent(members::add));
            add(new WorkspaceChannel(WorkspaceChannel.channelId(channel.name()), channel.name(), false, members));
        }
        for (String user : people.ids())
            add(new WorkspaceChannel(
                    WorkspaceChannel.directId(user), "", true, Set.of(user, WorkspacePeople.BOT_USER)));
    }

    public synchronized Collection<WorkspaceChannel> all() {
        return List.copyOf(byId.values());
    }

    /** By id, {@code #name}, {@code name}, or a user's id for the direct conversation, as {@code chat.postMessage} takes it. */
    public synchronized Optional<WorkspaceChannel> find(String channel) {
        if (byId.containsKey(channel)) return Optional.of(byId.get(channel));
        if (channel.startsWith("U")) return Optional.ofNullable(byId.get(WorkspaceChannel.directId(channel)));
        String name = channel.startsWith("#") ? channel.substring(1) : channel;
        return byId.values().stream()
                .filter(c -> !c.direct() && c.name().equals(name))
                .findFirst();
    }

    public synchronized WorkspaceChannel add(WorkspaceChannel conversation) {
        said.computeIfAbsent(conversation.id(), id -> new TreeMap<>());
        byId.put(conversation.id(), conversation);
        return conversation;
    }

    public synchronized WorkspaceChannel withMember(WorkspaceChannel conversation, String user, boolean present) {
        Set<String> members = new HashSet<>(conversation.members());
        if (present) members.add(user);
        else members.remove(user);
        WorkspaceChannel changed =
                new WorkspaceChannel(conversation.id(), conversation.name(), conversation.direct(), members);
        return add(changed);
    }

    /** Keeps {@code body} as a new message; {@code onlyFor} makes it ephemeral. */
    public WorkspaceMessage post(WorkspaceChannel conversation, ObjectNode body, @Nullable String onlyFor) {
        WorkspaceMessage message;
        synchronized (this) {
            String ts = timestamps.next();
            message = new WorkspaceMessage(conversation.id(), ts, onlyFor, body.put("ts", ts));
            said.get(conversation.id()).put(ts, message);
            keep(message);
            if (!message.fromBot() && onlyFor == null) unread.read(message.user(), conversation.id(), ts);
        }
        tell(conversation, message);
        return message;
    }

    public WorkspaceMessage replace(WorkspaceMessage message) {
        WorkspaceChannel conversation;
        synchronized (this) {
            conversation = byId.get(message.channel());
            said.get(message.channel()).put(message.ts(), message);
            keep(message);
        }
        tell(conversation, message);
        return message;
    }

    public void delete(WorkspaceMessage message) {
        WorkspaceChannel conversation;
        ObjectNode line = line("deleted").put("channel", message.channel()).put("ts", message.ts());
        synchronized (this) {
            conversation = byId.get(message.channel());
            said.get(message.channel()).remove(message.ts());
            if (message.onlyFor() == null) journal.append(line);
        }
        live.tell(conversation.members(), line.deepCopy().put("type", "deleted"));
    }

    public synchronized Optional<WorkspaceMessage> message(String channel, String ts) {
        return Optional.ofNullable(said.getOrDefault(channel, new TreeMap<>()).get(ts));
    }

    /** Everything said, oldest first. */
    public synchronized List<WorkspaceMessage> messages(String channel) {
        return List.copyOf(said.getOrDefault(channel, new TreeMap<>()).values());
    }

    /** Whether a message that {@code user} sees shares this file. */
    public synchronized boolean shares(String user, String file) {
        return byId.values().stream()
                .filter(conversation -> conversation.has(user))
                .flatMap(conversation -> said.get(conversation.id()).values().stream())
                .filter(message -> message.visibleTo(user))
                .flatMap(message -> message.body().path("files").valueStream())
                .anyMatch(each -> each.path("id").asString("").equals(file));
    }

    public synchronized List<WorkspaceMessage> replies(String channel, String root) {
        return said.getOrDefault(channel, new TreeMap<>()).tailMap(root, false).values().stream()
                .filter(m -> root.equals(m.thread()) && m.onlyFor() == null)
                .toList();
    }

    public void read(String user, WorkspaceChannel conversation) {
        synchronized (this) {
            TreeMap<String, WorkspaceMessage> messages = said.get(conversation.id());
            if (messages.isEmpty() || !unread.read(user, conversation.id(), messages.lastKey())) return;
            journal.append(line("read")
                    .put("user", user)
                    .put("channel", conversation.id())
                    .put("ts", messages.lastKey()));
        }
        tellUnread();
    }

    /** How many messages wait for {@code user}, by conversation; those with none are left out. */
    public synchronized Map<String, Integer> waiting(String user) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (WorkspaceChannel conversation : byId.values()) {
            SortedMap<String, WorkspaceMessage> messages = said.get(conversation.id());
            int count = conversation.has(user) ? unread.count(user, conversation, messages) : 0;
            if (count > 0) counts.put(conversation.id(), count);
        }
        return counts;
    }

    /** Whether there is something in it that {@code user} has not seen. */
    public synchronized boolean fresh(String user, WorkspaceChannel conversation) {
        return conversation.has(user) && unread.fresh(user, conversation, said.get(conversation.id()));
    }

    public synchronized void restore(ObjectNode line) {
        String channel = line.path("channel").asString("");
        TreeMap<String, WorkspaceMessage> messages = said.get(channel);
        if (messages == null) return;
        String ts = line.path("ts").asString("");
        switch (line.path("kind").asString("")) {
            case "message" -> {
                messages.put(ts, new WorkspaceMessage(channel, ts, null, (ObjectNode) line.path("body")));
                timestamps.seen(ts);
            }
            case "deleted" -> messages.remove(ts);
            case "read" -> unread.read(line.path("user").asString(""), channel, ts);
            default -> {}
        }
    }

    public synchronized List<ObjectNode> kept() {
        List<ObjectNode> lines = new ArrayList<>();
        said.values()
                .forEach(messages -> messages.values().stream()
                        .filter(m -> m.onlyFor() == null)
                        .forEach(m -> lines.add(written(m))));
        unread.marks((user, channel, ts) ->
                lines.add(line("read").put("user", user).put("channel", channel).put("ts", ts)));
        return lines;
    }

    private void keep(WorkspaceMessage message) {
        if (message.onlyFor() == null) journal.append(written(message));
    }

    private static ObjectNode written(WorkspaceMessage message) {
        ObjectNode line = line("message").put("channel", message.channel()).put("ts", message.ts());
        line.set("body", message.body());
        return line;
    }

    private static ObjectNode line(String kind) {
        return JsonNodeFactory.instance.objectNode().put("kind", kind);
    }

    private void tell(WorkspaceChannel conversation, WorkspaceMessage message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", "message");
        event.put("channel", conversation.id()).set("message", shown(message));
        live.tell(message.onlyFor() == null ? conversation.members() : Set.of(message.onlyFor()), event);
        tellUnread();
    }

    /** The message as the page takes it: Slack's shape, and whether only this person sees it. */
    public static ObjectNode shown(WorkspaceMessage message) {
        ObjectNode shown = message.body().deepCopy();
        return message.onlyFor() == null ? shown : shown.put("is_ephemeral", true);
    }

    private void tellUnread() {
        live.tellAll(JsonNodeFactory.instance.objectNode().put("type", "unread"));
    }
}
