package dev.quartermaster.bot.workspace.state;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One message, its body in Slack's own shape.
 *
 * @param ts identifies it in its channel; grows
 * @param onlyFor the one person who sees it (ephemeral), or null. Such a message may hold a password, so it is never written to disk
 */
public record WorkspaceMessage(
        String channel, String ts, @Nullable String onlyFor, ObjectNode body) {
    /** The root of the thread this is a reply in, or null. */
    @Nullable
    public String thread() {
        String root = body.path("thread_ts").asString("");
        return root.isEmpty() || root.equals(ts) ? null : root;
    }

    public String user() {
        return body.path("user").asString("");
    }

    public boolean fromBot() {
        return user().equals(WorkspacePeople.BOT_USER);
    }

    public boolean visibleTo(String user) {
        return onlyFor == null || onlyFor.equals(user);
    }

    public JsonNode blocks() {
        return body.path("blocks");
    }

    public WorkspaceMessage with(ObjectNode changed) {
        return new WorkspaceMessage(channel, ts, onlyFor, changed);
    }
}
