package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.blocks.BlockLimits;
import dev.quartermaster.bot.workspace.state.Triggers;
import dev.quartermaster.bot.workspace.state.Triggers.Exchange;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.state.WorkspaceViews;
import dev.quartermaster.bot.workspace.web.ApiCall.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** {@code views.*}: modals, opened on a fresh trigger only, and Home tabs. */
final class ViewMethods {
    private final WorkspaceViews views;
    private final Triggers triggers;
    private final WorkspacePeople people;

    ViewMethods(WorkspaceViews views, Triggers triggers, WorkspacePeople people) {
        this.views = views;
        this.triggers = triggers;
        this.people = people;
    }

    Map<String, Method> methods() {
        return Map.of(
                "views.open",
                call -> triggered(call, user -> shown(views.open(user, call.node("view")))),
                "views.push",
                call -> triggered(
                        call,
                        user -> views.push(user, call.node("view"))
                                .map(ViewMethods::shown)
                                .orElseGet(() -> SlackAnswer.error("push_limit_reached"))),
                "views.update",
                this::update,
                "views.publish",
                this::publish);
    }

    private ObjectNode triggered(ApiCall call, Function<String, ObjectNode> then) {
        Optional<ObjectNode> refused = refused(call, "modal");
        if (refused.isPresent()) return refused.get();
        return switch (triggers.exchange(call.text("trigger_id"))) {
            case Exchange.Refused(String error) -> SlackAnswer.error(error);
            case Exchange.For(String user) -> then.apply(user);
        };
    }

    private ObjectNode update(ApiCall call) {
        Optional<ObjectNode> refused = refused(call, "modal");
        if (refused.isPresent()) return refused.get();
        boolean byId = call.given("view_id");
        Optional<ObjectNode> open = views.any(byId ? "id" : "external_id", call.text(byId ? "view_id" : "external_id"));
        if (open.isEmpty()) return SlackAnswer.error("not_found");
        String hash = open.get().path("hash").asString("");
        if (call.given("hash") && !call.text("hash").equals(hash)) return SlackAnswer.error("hash_conflict");
        return views.update(open.get().path("id").asString(""), call.node("view"))
                .map(ViewMethods::shown)
                .orElseGet(() -> SlackAnswer.error("not_found"));
    }

    private ObjectNode publish(ApiCall call) {
        String user = call.text("user_id");
        if (people.account(user).isEmpty()) return SlackAnswer.error("user_not_found");
        Optional<ObjectNode> refused = refused(call, "home");
        if (refused.isPresent()) return refused.get();
        String hash = views.home(user).map(v -> v.path("hash").asString("")).orElse("");
        if (call.given("hash") && !call.text("hash").equals(hash)) return SlackAnswer.error("hash_conflict");
        return shown(views.publish(user, call.node("view")));
    }

    private static Optional<ObjectNode> refused(ApiCall call, String type) {
        List<String> problems = BlockLimits.viewProblems(call.node("view"));
        if (!problems.isEmpty()) return Optional.of(SlackAnswer.error("invalid_arguments", problems));
        boolean right = call.node("view").path("type").asString("").equals(type);
        return right
                ? Optional.empty()
                : Optional.of(SlackAnswer.error("invalid_arguments", List.of("view must be a " + type)));
    }

    private static ObjectNode shown(ObjectNode view) {
        return SlackAnswer.ok().<ObjectNode>set("view", view);
    }
}
