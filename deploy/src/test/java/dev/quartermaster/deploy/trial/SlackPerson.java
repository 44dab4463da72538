package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody in the stand-in's workspace: what they do arrives signed, in Slack's shapes. */
record SlackPerson(String name, URI events, FakeSlack slack) {
    static final String SIGNING_SECRET = "trial-signing-secret";
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    int says(String text) throws IOException, InterruptedException {
        ObjectNode event = JSON.createObjectNode()
                .put("type", "message")
                .put("channel_type", "im")
                .put("channel", FakeSlack.dm(name))
                .put("user", FakeSlack.user(name))
                .put("text", text)
                .put("ts", slack.nextTs())
                .put("team", FakeSlack.TEAM);
        event.put("event_ts", event.path("ts").asString());
        ObjectNode callback = JSON.createObjectNode()
                .put("type", "event_callback")
                .put("team_id", FakeSlack.TEAM)
                .put("api_app_id", "A0TRIAL")
                .put("event_id", "Ev" + UUID.randomUUID())
                .put("event_time", System.currentTimeMillis() / 1000);
        callback.set("event", event);
        return send(JSON.writeValueAsString(callback), "application/json");
    }

    int commands(String text) throws IOException, InterruptedException {
        return send(
                "token=x&team_id=" + FakeSlack.TEAM + "&channel_id=" + FakeSlack.dm(name)
                        + "&channel_name=directmessage"
                        + "&user_id=" + FakeSlack.user(name) + "&user_name=" + name + "&command=%2Fqm&text="
                        + encoded(text) + "&trigger_id=" + UUID.randomUUID() + "&api_app_id=A0TRIAL",
                "application/x-www-form-urlencoded");
    }

    /** Presses the first button of a message whose action id starts so. */
    int presses(FakeSlack.Post message, String action) throws IOException, InterruptedException {
        return send(
                "payload=" + encoded(JSON.writeValueAsString(click(message, action))),
                "application/x-www-form-urlencoded");
    }

    /** Opens a form with a button and waits for it. */
    JsonNode opens(FakeSlack.Post message, String action) throws IOException, InterruptedException {
        int before = slack.views().size();
        presses(message, action);
        for (int tries = 0; tries < 600; tries++) {
            if (slack.views().size() > before) {
                return slack.views().get(before);
            }
            Thread.sleep(50);
        }
        throw new AssertionError("No form opened by " + action + " on " + message.all());
    }

    /** Sends a form in, its other fields as they were. @return what is wrong with it, by block; empty when accepted */
    JsonNode submits(JsonNode view, Map<String, String> fields) throws IOException, InterruptedException {
        ObjectNode payload = JSON.createObjectNode()
                .put("type", "view_submission")
                .put("api_app_id", "A0TRIAL")
                .put("token", "x");
        payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "trial");
        payload.putObject("user")
                .put("id", FakeSlack.user(name))
                .put("username", name)
                .put("name", name)
                .put("team_id", FakeSlack.TEAM);
        ObjectNode sent = view.deepCopy().asObject();
        sent.put("hash", UUID.randomUUID().toString());
        ObjectNode values = sent.putObject("state").putObject("values");
        for (JsonNode block : view.path("blocks")) {
            if (block.path("type").asString().equals("input")) {
                field(values, block, fields);
            }
        }
        payload.set("view", sent);
        String body = post("payload=" + encoded(JSON.writeValueAsString(payload)), "application/x-www-form-urlencoded");
        return body.isBlank() ? JSON.createObjectNode() : JSON.readTree(body).path("errors");
    }

    private static void field(ObjectNode values, JsonNode block, Map<String, String> fields) {
        JsonNode element = block.path("element");
        String id = block.path("block_id").asString();
        String type = element.path("type").asString();
        ObjectNode value = values.putObject(id)
                .putObject(element.path("action_id").asString())
                .put("type", type);
        if (type.equals("static_select")) {
            JsonNode chosen = element.path("initial_option");
            for (JsonNode option : element.path("options")) {
                chosen = option.path("value").asString().equals(fields.get(id)) ? option : chosen;
            }
            value.set("selected_option", chosen);
        } else {
            String typed = fields.getOrDefault(id, element.path("initial_value").asString(""));
            value.set(
                    "value",
                    typed.isEmpty()
                            ? JSON.getNodeFactory().nullNode()
                            : JSON.getNodeFactory().stringNode(typed));
        }
    }

    private ObjectNode click(FakeSlack.Post message, String action) {
        JsonNode button = Buttons.find(message, action)
                .orElseThrow(() -> new AssertionError("No button " + action + " on " + message.all()));
        ObjectNode payload = JSON.createObjectNode()
                .put("type", "block_actions")
                .put("api_app_id", "A0TRIAL")
                .put("token", "x")
                .put("trigger_id", UUID.randomUUID().toString());
        payload.putObject("team").put("id", FakeSlack.TEAM).put("domain", "trial");
        payload.putObject("user")
                .put("id", FakeSlack.user(name))
                .put("username", name)
                .put("name", name)
                .put("team_id", FakeSlack.TEAM);
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
        return HTTP.send(request(body, type), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private String post(String body, String type) throws IOException, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request(body, type), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private HttpRequest request(String body, String type) {
        String timestamp = Long.toString(System.currentTimeMillis() / 1000);
        return HttpRequest.newBuilder(events)
                .header("Content-Type", type)
                .header("X-Slack-Request-Timestamp", timestamp)
                .header("X-Slack-Signature", "v0=" + hmac("v0:" + timestamp + ":" + body))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
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
