package dev.quartermaster.bot.workspace.state;

import java.util.Locale;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A public channel, or the direct conversation of one person with the bot. */
public record WorkspaceChannel(String id, String name, boolean direct, Set<String> members) {
    public WorkspaceChannel {
        members = Set.copyOf(members);
    }

    public static String channelId(String name) {
        return "C0" + name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    public static String directId(String user) {
        return "D" + user.substring(1);
    }

    public boolean has(String user) {
        return members.contains(user);
    }

    /** The person at the other end of a direct conversation. */
    String person() {
        return members.stream()
                .filter(m -> !m.equals(WorkspacePeople.BOT_USER))
                .findFirst()
                .orElseThrow();
    }

    /** As {@code conversations.info} gives it; https://docs.slack.dev/reference/objects/conversation-object. */
    public ObjectNode shape() {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        shape.put("id", id).put("created", 1700000000).put("is_archived", false);
        shape.put("is_im", direct).put("is_org_shared", false).put("context_team_id", WorkspacePeople.TEAM);
        if (direct) return shape.put("user", person()).put("is_open", true);
        shape.put("name", name).put("name_normalized", name).put("is_channel", true);
        shape.put("is_group", false)
                .put("is_mpim", false)
                .put("is_private", false)
                .put("is_general", false);
        shape.put("is_shared", false).put("is_ext_shared", false);
        shape.put("is_member", has(WorkspacePeople.BOT_USER)).put("num_members", members.size());
        shape.putObject("topic").put("value", "").put("creator", "").put("last_set", 0);
        shape.putObject("purpose").put("value", "").put("creator", "").put("last_set", 0);
        return shape;
    }
}
