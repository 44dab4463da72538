package dev.quartermaster.bot.workspace.state;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;

/**
 * How far each person has read in each channel, and so how many messages are unread. Not safe for several threads; its
 * owner locks.
 */
final class ReadPositions {
    private final Map<String, Map<String, String>> marks = new HashMap<>();

    interface Mark {
        void at(String user, String channel, String ts);
    }

    /** True when it moved. */
    boolean read(String user, String channel, String ts) {
        Map<String, String> mine = marks.computeIfAbsent(user, u -> new HashMap<>());
        if (mine.getOrDefault(channel, "").compareTo(ts) >= 0) return false;
        mine.put(channel, ts);
        return true;
    }

    /** Whether anything was said since by somebody else. */
    boolean fresh(String user, WorkspaceChannel conversation, SortedMap<String, WorkspaceMessage> messages) {
        String mark = marks.getOrDefault(user, Map.of()).getOrDefault(conversation.id(), "");
        return messages.tailMap(mark + "\0").values().stream()
                .anyMatch(m -> m.visibleTo(user) && !m.user().equals(user) && m.thread() == null);
    }

    /** What waits for this person. */
    int count(String user, WorkspaceChannel conversation, SortedMap<String, WorkspaceMessage> messages) {
        String mark = marks.getOrDefault(user, Map.of()).getOrDefault(conversation.id(), "");
        return (int) messages.tailMap(mark + "\0").values().stream()
                .filter(m -> m.visibleTo(user) && !m.user().equals(user))
                .filter(m -> conversation.direct() || concerns(user, m, messages))
                .count();
    }

    /** In a channel: what names them, and replies in threads they are in. What is said to all waits for nobody. */
    private static boolean concerns(
            String user, WorkspaceMessage message, SortedMap<String, WorkspaceMessage> messages) {
        if (message.body().path("text").asString("").contains("<@" + user + ">")) return true;
        String root = message.thread();
        if (root == null) return false;
        return messages.tailMap(root).values().stream()
                .anyMatch(m -> m.user().equals(user) && (m.ts().equals(root) || root.equals(m.thread())));
    }

    void marks(Mark mark) {
        marks.forEach((user, mine) -> mine.forEach((channel, ts) -> mark.at(user, channel, ts)));
    }
}
