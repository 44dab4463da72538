package dev.quartermaster.bot.program;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One person of the local workspace, which delivers everything as signed HTTP to {@code /slack/events}. */
record WorkspaceUser(RunningProgram program, String account) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();
    /** Generous, because a build machine may be busy; what takes longer is a fault. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    void says(String words) {
        post("say", JSON.createObjectNode().put("channel", direct()).put("text", words));
    }

    /** Waits for the newest message of the own DM with these words. */
    JsonNode sees(String words) {
        return patiently(() -> messages(direct()).reversed().stream()
                .filter(message -> message.toString().contains(words))
                .findFirst());
    }

    JsonNode sees(String words, String channel) {
        return patiently(() -> messages(channel(channel)).reversed().stream()
                .filter(message -> message.toString().contains(words))
                .findFirst());
    }

    /** What came in the own DM, or was said there. @param moment seconds of the epoch */
    List<JsonNode> since(double moment) {
        return messages(direct()).stream()
                .filter(message -> Double.parseDouble(message.path("ts").asString()) >= moment)
                .toList();
    }

    void presses(JsonNode message, String action) {
        presses(message, action, direct());
    }

    /** As a person does, on the message as it stands now: one that is edited meanwhile has other blocks. */
    void presses(JsonNode message, String action, String channel) {
        patiently(() -> Optional.of(pressesIfOffered(message, action, channel)).filter(pressed -> pressed));
    }

    /** @return false: the message has no such button any more */
    boolean pressesIfOffered(JsonNode message, String action, String channel) {
        String ts = message.path("ts").asString();
        return messages(channel).stream()
                .filter(each -> each.path("ts").asString("").equals(ts))
                .findFirst()
                .flatMap(now -> press(now, action, channel))
                .map(press -> post("click", press))
                .filter(answer -> !answer.path("error").asString("").equals("action_not_found"))
                .map(answer -> {
                    if (!answer.path("ok").asBoolean(false)) {
                        throw new AssertionError(answer.toString());
                    }
                    return true;
                })
                .orElse(false);
    }

    private static Optional<ObjectNode> press(JsonNode message, String action, String channel) {
        for (JsonNode block : message.path("blocks")) {
            List<JsonNode> buttons = new ArrayList<>(block.path("elements").values());
            buttons.add(block.path("accessory"));
            for (JsonNode button : buttons) {
                if (button.path("action_id").asString("").startsWith(action)) {
                    return Optional.of(JSON.createObjectNode()
                            .put("channel", channel)
                            .put("message_ts", message.path("ts").asString())
                            .put("block_id", block.path("block_id").asString(""))
                            .put("action_id", button.path("action_id").asString()));
                }
            }
        }
        return Optional.empty();
    }

    /**
     * Types a command that opens a form. As a person does whom Slack tells that it took too long, presses the button
     * that opens it, which is offered then: within its 3 s a busy machine may fail.
     */
    JsonNode opens(String command) {
        double typed = System.currentTimeMillis() / 1000.0;
        says(command);
        return patiently(() -> {
            if (!hasForm()) {
                since(typed).stream()
                        .filter(message -> message.toString().contains("\"action_id\":\"form:"))
                        .reduce((older, newer) -> newer)
                        .ifPresent(offer -> presses(offer, "form:"));
                return Optional.empty();
            }
            return Optional.of(form()).filter(form -> form.toString().contains("Ask for it"));
        });
    }

    /** The form that is open, once it is filled in. */
    JsonNode form() {
        return patiently(() -> {
            JsonNode views = state().path("views");
            return views.isEmpty()
                    ? Optional.empty()
                    : Optional.of(views.get(views.size() - 1))
                            .filter(view ->
                                    !view.path("callback_id").asString("").equals("opening"));
        });
    }

    /** Sends the open form in with these values in place of the initial ones. @return the answer */
    JsonNode sends(JsonNode form, Map<String, String> values) {
        ObjectNode body = JSON.createObjectNode().put("view_id", form.path("id").asString());
        body.set("state", state(form, values));
        // As a person does whom Slack tells that there was some trouble connecting: within its 3 s a busy machine may
        // fail.
        return patiently(() -> Optional.of(post("submit", body))
                .filter(answer -> !answer.path("error").asString("").equals("operation_timeout")));
    }

    private static ObjectNode state(JsonNode form, Map<String, String> values) {
        ObjectNode state = JSON.createObjectNode();
        for (JsonNode block : form.path("blocks")) {
            if (block.path("type").asString("").equals("input")) {
                String id = block.path("block_id").asString();
                JsonNode element = block.path("element");
                ObjectNode typed =
                        state.putObject(id).putObject(element.path("action_id").asString());
                typed.put("type", element.path("type").asString());
                fill(typed, element, values.get(id));
            }
        }
        return state;
    }

    /** As the page does: what was typed or chosen, otherwise what it was opened with. */
    private static void fill(ObjectNode typed, JsonNode element, @Nullable String value) {
        if (element.path("type").asString("").endsWith("_select")) {
            if (value != null) {
                typed.putObject("selected_option").put("value", value);
            } else if (element.has("initial_option")) {
                typed.set("selected_option", element.path("initial_option"));
            }
        } else {
            String text = value == null ? element.path("initial_value").asString("") : value;
            if (!text.isEmpty()) {
                typed.put("value", text);
            }
        }
    }

    /** Fills in one field of the open form as people do who look what that does to the price. */
    void fills(JsonNode form, String block, String value) {
        ObjectNode body = JSON.createObjectNode()
                .put("view_id", form.path("id").asString())
                .put("block_id", block)
                .put("action_id", "fill")
                .put("chosen", value);
        body.set("state", state(form, Map.of(block, value)));
        post("click", body);
    }

    /** What a select of the open form finds. */
    JsonNode looksUp(JsonNode form, String block, String words) {
        return post(
                "options",
                JSON.createObjectNode()
                        .put("view_id", form.path("id").asString())
                        .put("block_id", block)
                        .put("action_id", "fill")
                        .put("value", words));
    }

    void closes() {
        post(
                "close",
                JSON.createObjectNode()
                        .put("view_id", form().path("id").asString())
                        .put("all", true));
    }

    boolean hasForm() {
        return !state().path("views").isEmpty();
    }

    /** Opens Home and waits until it is drawn. */
    JsonNode home() {
        post("opened", JSON.createObjectNode().put("tab", "home"));
        return patiently(() ->
                Optional.of(program.page("home?as=" + account).path("view")).filter(view -> !view.isMissingNode()));
    }

    void pressesAtHome(JsonNode home, String action) {
        for (JsonNode block : home.path("blocks")) {
            for (JsonNode element : block.path("elements")) {
                if (element.path("action_id").asString("").equals(action)) {
                    JsonNode answer = post(
                            "click",
                            JSON.createObjectNode()
                                    .put("view_id", home.path("id").asString())
                                    .put("block_id", block.path("block_id").asString(""))
                                    .put("action_id", action));
                    if (!answer.path("ok").asBoolean(false)) {
                        throw new AssertionError(answer.toString());
                    }
                    return;
                }
            }
        }
        throw new AssertionError("No button " + action + " in " + home);
    }

    String token() {
        for (JsonNode person : state().path("people")) {
            if (person.path("account").asString().equals(account)) {
                return person.path("token").asString();
            }
        }
        throw new AssertionError("Nobody is called " + account);
    }

    JsonNode api(String path) {
        return send(HttpRequest.newBuilder(URI.create(program.address() + path))
                .header("Authorization", "Bearer " + token()));
    }

    JsonNode api(String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(program.address() + path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    String direct() {
        for (JsonNode channel : state().path("channels")) {
            if (channel.path("direct").asBoolean()) {
                return channel.path("id").asString();
            }
        }
        throw new AssertionError("No DM of " + account);
    }

    String channel(String name) {
        for (JsonNode channel : state().path("channels")) {
            if (channel.path("name").asString("").equals(name)) {
                return channel.path("id").asString();
            }
        }
        throw new AssertionError("No channel " + name);
    }

    private List<JsonNode> messages(String channel) {
        return program.messages(account, channel);
    }

    private JsonNode state() {
        return program.page("state?as=" + account);
    }

    private JsonNode post(String action, ObjectNode body) {
        return send(HttpRequest.newBuilder(URI.create(program.address() + "/workspace/person/" + action))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        body.put("as", account).toString())));
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            return JSON.readTree(
                    HTTP.send(request.build(), BodyHandlers.ofString()).body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    <T> T patiently(Supplier<Optional<T>> look) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new AssertionError(account + " waited in vain; their messages: " + messages(direct()));
    }
}
