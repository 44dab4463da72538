package dev.quartermaster.deploy.trial;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in the stand-in's workspace: what they do arrives signed, in Slack's shapes. */
record SlackPerson(String name, URI events, SlackStandIn slack) {
    static final String SIGNING_SECRET = "trial-signing-secret";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    int says(String text) throws IOException, InterruptedException {
        ObjectNode event = JSON.createObjectNode()
                .put("type", "message")
                .put("channel_type", "im")
                .put("channel", SlackStandIn.dm(name))
                .put("user", SlackStandIn.user(name))
                .put("text", text)
                .put("ts", slack.nextTs())
                .put("team", SlackStandIn.TEAM);
        event.put("event_ts", event.path("ts").asString());
        ObjectNode callback = JSON.createObjectNode()
                .put("type", "event_callback")
                .put("team_id", SlackStandIn.TEAM)
                .put("api_app_id", "A0TRIAL")
                .put("event_id", "Ev" + UUID.randomUUID())
                .put("event_time", System.currentTimeMillis() / 1000);
        callback.set("event", event);
        return send(JSON.writeValueAsString(callback), "application/json");
    }

    int commands(String text) throws IOException, InterruptedException {
        return send(
                "token=x&team_id=" + SlackStandIn.TEAM + "&channel_id=" + SlackStandIn.dm(name)
                        + "&channel_name=directmessage"
                        + "&user_id=" + SlackStandIn.user(name) + "&user_name=" + name + "&command=%2Fqm&text="
                        + encoded(text) + "&trigger_id=" + UUID.randomUUID() + "&api_app_id=A0TRIAL",
                "application/x-www-form-urlencoded");
    }

    /** Presses the first button of a message whose action id starts so. */
    int presses(SlackStandIn.Posted message, String action) throws IOException, InterruptedException {
        return send(
                "payload=" + encoded(JSON.writeValueAsString(click(message, action))),
                "application/x-www-form-urlencoded");
    }

    private ObjectNode click(SlackStandIn.Posted message, String action) {
        JsonNode button = Buttons.find(message, action)
                .orElseThrow(() -> new AssertionError("No button " + action + " on " + message.all()));
        ObjectNode payload = JSON.createObjectNode()
                .put("type", "block_actions")
                .put("api_app_id", "A0TRIAL")
                .put("token", "x")
                .put("trigger_id", UUID.randomUUID().toString());
        payload.putObject("team").put("id", SlackStandIn.TEAM).put("domain", "trial");
        payload.putObject("user")
                .put("id", SlackStandIn.user(name))
                .put("username", name)
                .put("name", name)
                .put("team_id", SlackStandIn.TEAM);
        payload.putObject("container")
                .put("type", "message")
                .put("message_ts", message.ts())
                .put("channel_id", message.channel())
                .put("is_ephemeral", false);
        payload.putObject("channel").put("id", message.channel()).put("name", "x");
        ObjectNode shown = payload.putObject("message")
                .put("type", "message")
                .put("user", "U0BOT")
                .put("ts", message.ts());
        if (!message.thread().isEmpty()) {
            shown.put("thread_ts", message.thread());
        }
        payload.putObject("state").putObject("values");
        payload.putArray("actions")
                .addObject()
                .put("type", "button")
                .put("action_id", button.path("action_id").asString())
                .put("block_id", button.path("block_id").asString("b"))
                .put("value", button.path("value").asString())
                .put("action_ts", slack.nextTs());
        return payload;
    }

    private int send(String body, String type) throws IOException, InterruptedException {
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", "v0=" + hmac("v0:" + timestamp + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SIGNING_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
