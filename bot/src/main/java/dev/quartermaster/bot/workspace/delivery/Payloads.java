package dev.quartermaster.bot.workspace.delivery;

import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of what Slack posts to an app; https://docs.slack.dev/reference/events and /reference/interaction-payloads. */
public final class Payloads {
    private static final String TOKEN = "local-workspace";

    private final WorkspacePeople people;
    private final InstantSource clock;

    Payloads(WorkspacePeople people, InstantSource clock) {
        this.people = people;
        this.clock = clock;
    }

    String event(ObjectNode event) {
        ObjectNode envelope = object().put("token", TOKEN).put("team_id", WorkspacePeople.TEAM);
        envelope.put("context_team_id", WorkspacePeople.TEAM).putNull("context_enterprise_id");
        envelope.put("api_app_id", WorkspacePeople.APP).set("event", event);
        envelope.put("type", "event_callback").put("event_id", eventId());
        envelope.put("event_time", clock.instant().getEpochSecond());
        ObjectNode authorization = envelope.putArray("authorizations").addObject();
        authorization
                .putNull("enterprise_id")
                .put("team_id", WorkspacePeople.TEAM)
                .put("user_id", WorkspacePeople.BOT_USER);
        authorization.put("is_bot", true).put("is_enterprise_install", false);
        envelope.put("is_ext_shared_channel", false).put("event_context", "4-" + UUID.randomUUID());
        return envelope.toString();
    }

    /** A message as {@code message.im} or {@code message.channels} carries it. */
    ObjectNode message(WorkspaceChannel conversation, WorkspaceMessage message) {
        ObjectNode event = message.body().deepCopy().put("type", "message").put("channel", conversation.id());
        event.put("event_ts", message.ts()).put("channel_type", conversation.direct() ? "im" : "channel");
        return event.put("team", WorkspacePeople.TEAM);
    }

    ObjectNode mention(WorkspaceChannel conversation, WorkspaceMessage message) {
        ObjectNode event = message(conversation, message).put("type", "app_mention");
        event.remove("channel_type");
        return event;
    }

    ObjectNode homeOpened(String user, String tab) {
        String now = clock.instant().getEpochSecond() + ".000000";
        ObjectNode event = object().put("type", "app_home_opened").put("user", user);
        return event.put("channel", WorkspaceChannel.directId(user))
                .put("tab", tab)
                .put("event_ts", now);
    }

    public String command(String user, WorkspaceChannel in, String text, String trigger, String responseUrl) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("token", TOKEN);
        form.put("team_id", WorkspacePeople.TEAM);
        form.put("team_domain", "local");
        form.put("channel_id", in.id());
        form.put("channel_name", in.direct() ? "directmessage" : in.name());
        form.put("user_id", user);
        form.put("user_name", people.user(user).path("name").asString(""));
        form.put("command", "/qm");
        form.put("text", text);
        form.put("api_app_id", WorkspacePeople.APP);
        form.put("is_enterprise_install", "false");
        form.put("response_url", responseUrl);
        form.put("trigger_id", trigger);
        return form.entrySet().stream()
                .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** What every interaction has in common. */
    public ObjectNode interaction(String type, String user) {
        ObjectNode payload = object().put("type", type);
        String name = people.user(user).path("name").asString("");
        payload.putObject("user")
                .put("id", user)
                .put("username", name)
                .put("name", name)
                .put("team_id", WorkspacePeople.TEAM);
        payload.putObject("team").put("id", WorkspacePeople.TEAM).put("domain", "local");
        payload.put("api_app_id", WorkspacePeople.APP).put("token", TOKEN);
        return payload.putNull("enterprise").put("is_enterprise_install", false);
    }

    public void inMessage(ObjectNode payload, WorkspaceChannel conversation, WorkspaceMessage message) {
        ObjectNode container = payload.putObject("container").put("type", "message");
        container.put("message_ts", message.ts()).put("channel_id", conversation.id());
        container.put("is_ephemeral", message.onlyFor() != null);
        if (message.thread() != null) container.put("thread_ts", message.thread());
        ObjectNode channel = payload.putObject("channel").put("id", conversation.id());
        channel.put("name", conversation.direct() ? "directmessage" : conversation.name());
        if (message.onlyFor() == null) payload.set("message", message.body());
    }

    public static void inView(ObjectNode payload, JsonNode view) {
        payload.putObject("container").put("type", "view").set("view_id", view.path("id"));
        payload.set("view", view);
    }

    public static String form(ObjectNode payload) {
        return "payload=" + encoded(payload.toString());
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static String eventId() {
        return "Ev0"
                + UUID.randomUUID().toString().replace("-", "").toUpperCase().substring(0, 20);
    }
}
