package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** {@code response_url}s: five uses within thirty minutes, without a token. Known to nobody but the app that was sent one. */
public final class ResponseUrls {
    private static final Duration LIFE = Duration.ofMinutes(30);
    private static final int USES = 5;

    private final InstantSource clock;
    private final Conversations conversations;
    private final Map<String, Grant> grants = new HashMap<>();

    private record Grant(
            String user, WorkspaceChannel in, @Nullable WorkspaceMessage about, Instant until, int left) {}

    public ResponseUrls(InstantSource clock, Conversations conversations) {
        this.clock = clock;
        this.conversations = conversations;
    }

    public synchronized String issue(String base, String user, WorkspaceChannel in, @Nullable WorkspaceMessage about) {
        Instant now = clock.instant();
        grants.values().removeIf(g -> g.until().isBefore(now));
        String id = UUID.randomUUID().toString().replace("-", "");
        grants.put(id, new Grant(user, in, about, now.plus(LIFE), USES));
        return base + "/workspace/hooks/" + id;
    }

    public ObjectNode use(String id, ObjectNode said) {
        Grant grant;
        synchronized (this) {
            grant = grants.get(id);
            if (grant == null || grant.until().isBefore(clock.instant())) return SlackAnswer.error("expired_url");
            if (grant.left() == 0) return SlackAnswer.error("used_url");
            grants.put(id, new Grant(grant.user(), grant.in(), grant.about(), grant.until(), grant.left() - 1));
        }
        WorkspaceMessage about = grant.about();
        if (about != null && said.path("delete_original").asBoolean(false)) {
            conversations.delete(about);
            return SlackAnswer.ok();
        }
        ApiCall call = new ApiCall("response_url", said, "");
        Optional<ObjectNode> refused = ChatMethods.refused(call);
        if (refused.isPresent()) return refused.get();
        if (about != null && said.path("replace_original").asBoolean(false)) {
            ObjectNode body = about.body().deepCopy();
            body.remove(List.of("blocks", "attachments"));
            ChatMethods.content(call, body);
            conversations.replace(about.with(body));
            return SlackAnswer.ok();
        }
        say(grant.in(), grant.user(), said);
        return SlackAnswer.ok();
    }

    /** An answer of the bot beside the Web API: to the one who asked, unless it says {@code in_channel}. */
    public void say(WorkspaceChannel in, String user, ObjectNode said) {
        ObjectNode body = Payloads.object().put("type", "message").put("user", WorkspacePeople.BOT_USER);
        body.put("bot_id", WorkspacePeople.BOT).put("app_id", WorkspacePeople.APP);
        ChatMethods.content(new ApiCall("response", said, ""), body);
        boolean everyone = said.path("response_type").asString("").equals("in_channel");
        conversations.post(in, body, everyone ? null : user);
    }
}
