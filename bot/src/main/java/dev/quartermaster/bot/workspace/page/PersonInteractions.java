package dev.quartermaster.bot.workspace.page;

import dev.quartermaster.bot.workspace.blocks.BlockLimits;
import dev.quartermaster.bot.workspace.blocks.BlockSearch;
import dev.quartermaster.bot.workspace.delivery.Deliveries;
import dev.quartermaster.bot.workspace.delivery.Deliveries.Reply;
import dev.quartermaster.bot.workspace.delivery.Payloads;
import dev.quartermaster.bot.workspace.delivery.WorkspaceParts;
import dev.quartermaster.bot.workspace.state.Conversations;
import dev.quartermaster.bot.workspace.state.Timestamps;
import dev.quartermaster.bot.workspace.state.Triggers;
import dev.quartermaster.bot.workspace.state.WorkspaceChannel;
import dev.quartermaster.bot.workspace.state.WorkspaceMessage;
import dev.quartermaster.bot.workspace.state.WorkspaceViews;
import dev.quartermaster.bot.workspace.web.ResponseUrls;
import dev.quartermaster.bot.workspace.web.SlackAnswer;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A person's clicks, choices, submissions and closings on the page, delivered to the bot. What the page sends is looked
 * up in what the bot really posted.
 */
final class PersonInteractions {
    private final Conversations conversations;
    private final WorkspaceViews views;
    private final Payloads payloads;
    private final Deliveries deliveries;
    private final Triggers triggers;
    private final ResponseUrls responses;
    private final Timestamps timestamps;
    private final JsonMapper json;

    PersonInteractions(WorkspaceParts parts, ResponseUrls responses) {
        this.conversations = parts.conversations();
        this.views = parts.views();
        this.payloads = parts.payloads();
        this.deliveries = parts.deliveries();
        this.triggers = parts.triggers();
        this.timestamps = parts.timestamps();
        this.responses = responses;
        this.json = parts.json();
    }

    ObjectNode click(PersonCall call) {
        ObjectNode payload = payloads.interaction("block_actions", call.user());
        Optional<JsonNode> blocks = place(call, payload);
        if (blocks.isEmpty()) return SlackAnswer.error("message_not_found");
        Optional<JsonNode> element = BlockSearch.element(blocks.get(), call.text("block_id"), call.text("action_id"));
        if (element.isEmpty()) return SlackAnswer.error("action_not_found");
        payload.put("trigger_id", triggers.issue(call.user()));
        payload.putArray("actions").add(action(call, element.get()));
        Reply reply = deliveries.ask(Payloads.form(payload));
        return reply.fine() ? SlackAnswer.ok() : failed(reply);
    }

    /** Choices for a select whose options the bot looks up; Slack's {@code block_suggestion}. */
    ObjectNode options(PersonCall call) {
        ObjectNode payload = payloads.interaction("block_suggestion", call.user());
        if (place(call, payload).isEmpty()) return SlackAnswer.error("message_not_found");
        payload.put("action_id", call.text("action_id")).put("block_id", call.text("block_id"));
        payload.put("value", call.text("value"));
        Reply reply = deliveries.ask(Payloads.form(payload));
        if (!reply.fine()) return failed(reply);
        ObjectNode answer = SlackAnswer.ok();
        JsonNode read = read(reply.body());
        for (String field : new String[] {"options", "option_groups"})
            if (read.has(field)) answer.set(field, read.get(field));
        return answer;
    }

    ObjectNode submit(PersonCall call) {
        Optional<ObjectNode> open = views.of(call.user(), call.text("view_id"));
        if (open.isEmpty()) return SlackAnswer.error("view_not_found");
        ObjectNode payload = payloads.interaction("view_submission", call.user());
        payload.put("trigger_id", triggers.issue(call.user())).set("view", withState(open.get(), call));
        payload.putArray("response_urls");
        Reply reply = deliveries.ask(Payloads.form(payload));
        if (!reply.fine()) return failed(reply);
        return respond(call, open.get(), read(reply.body()));
    }

    private ObjectNode respond(PersonCall call, ObjectNode view, JsonNode answer) {
        String id = view.path("id").asString("");
        return switch (answer.path("response_action").asString("")) {
            case "errors" -> SlackAnswer.ok().<ObjectNode>set("errors", answer.path("errors"));
            case "clear" -> {
                views.clear(call.user());
                yield SlackAnswer.ok();
            }
            case "update" -> valid(answer, () -> views.update(id, answer.path("view")));
            case "push" -> valid(answer, () -> views.push(call.user(), answer.path("view")));
            default -> {
                views.close(call.user(), id);
                yield SlackAnswer.ok();
            }
        };
    }

    private interface Shown {
        Optional<ObjectNode> view();
    }

    /** Slack shows "we had some trouble connecting" when the view in an answer is not one. */
    private static ObjectNode valid(JsonNode answer, Shown shown) {
        var problems = BlockLimits.viewProblems(answer.path("view"));
        if (!problems.isEmpty()) return SlackAnswer.error("invalid_view", problems);
        return shown.view().isPresent() ? SlackAnswer.ok() : SlackAnswer.error("view_not_shown");
    }

    ObjectNode close(PersonCall call) {
        Optional<ObjectNode> open = views.of(call.user(), call.text("view_id"));
        if (open.isEmpty()) return SlackAnswer.ok();
        boolean all = call.node("all").asBoolean(false);
        if (all) views.clear(call.user());
        else views.close(call.user(), call.text("view_id"));
        if (!open.get().path("notify_on_close").asBoolean(false)) return SlackAnswer.ok();
        ObjectNode payload = payloads.interaction("view_closed", call.user());
        payload.put("is_cleared", all).set("view", open.get());
        deliveries.ask(Payloads.form(payload));
        return SlackAnswer.ok();
    }

    /** Puts into the payload where the person is; gives the blocks there. */
    private Optional<JsonNode> place(PersonCall call, ObjectNode payload) {
        if (!call.text("view_id").isEmpty()) {
            Optional<ObjectNode> view =
                    views.of(call.user(), call.text("view_id")).map(v -> withState(v, call));
            view.ifPresent(v -> Payloads.inView(payload, v));
            return view.map(v -> v.path("blocks"));
        }
        Optional<WorkspaceChannel> conversation =
                conversations.find(call.text("channel")).filter(c -> c.has(call.user()));
        Optional<WorkspaceMessage> message = conversation
                .flatMap(c -> conversations.message(c.id(), call.text("message_ts")))
                .filter(m -> m.visibleTo(call.user()));
        if (message.isEmpty()) return Optional.empty();
        payloads.inMessage(payload, conversation.get(), message.get());
        payload.putObject("state")
                .set("values", call.node("state").isObject() ? call.node("state") : Payloads.object());
        payload.put("response_url", responses.issue(call.base(), call.user(), conversation.get(), message.get()));
        ArrayNode all = json.createArrayNode();
        message.get().blocks().forEach(all::add);
        message.get().body().path("attachments").forEach(a -> a.path("blocks").forEach(all::add));
        return Optional.of(all);
    }

    private static ObjectNode withState(ObjectNode view, PersonCall call) {
        ObjectNode copy = view.deepCopy();
        JsonNode values = call.node("state");
        copy.putObject("state").set("values", values.isObject() ? values : Payloads.object());
        return copy;
    }

    /** One entry of {@code actions}: the element as the bot wrote it, and what was chosen. */
    private ObjectNode action(PersonCall call, JsonNode element) {
        String type = element.path("type").asString("");
        ObjectNode action = Payloads.object().put("type", type).put("action_id", call.text("action_id"));
        action.put("block_id", call.text("block_id")).put("action_ts", timestamps.next());
        for (String field : new String[] {"text", "value", "style", "placeholder"})
            if (element.has(field) && (type.equals("button") || field.equals("placeholder")))
                action.set(field, element.get(field));
        JsonNode chosen = call.node("chosen");
        switch (type) {
            case "static_select", "overflow", "radio_buttons" ->
                BlockSearch.option(element, chosen.asString("")).ifPresent(o -> action.set("selected_option", o));
            case "checkboxes", "multi_static_select" -> {
                ArrayNode selected = action.putArray("selected_options");
                chosen.forEach(v -> BlockSearch.option(element, v.asString("")).ifPresent(selected::add));
            }
            case "external_select" -> action.set("selected_option", chosen);
            case "datepicker" -> action.put("selected_date", chosen.asString(""));
            case "timepicker" -> action.put("selected_time", chosen.asString(""));
            case "users_select" -> action.put("selected_user", chosen.asString(""));
            case "conversations_select" -> action.put("selected_conversation", chosen.asString(""));
            case "plain_text_input", "number_input" -> action.put("value", chosen.asString(""));
            default -> {}
        }
        return action;
    }

    private JsonNode read(String body) {
        try {
            return body.isBlank() ? json.createObjectNode() : json.readTree(body);
        } catch (JacksonException e) {
            return json.createObjectNode();
        }
    }

    private static ObjectNode failed(Reply reply) {
        return SlackAnswer.error(reply.failure().equals("http_timeout") ? "operation_timeout" : "dispatch_failed");
    }
}
