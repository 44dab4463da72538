package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.state.WorkspacePeople;
import dev.quartermaster.bot.workspace.web.ApiCall.Method;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code auth.test}, {@code users.*}, {@code team.info} and {@code bots.info}: who is who. */
final class UserMethods {
    private final WorkspacePeople people;

    UserMethods(WorkspacePeople people) {
        this.people = people;
    }

    Map<String, Method> methods() {
        return Map.of(
                "api.test", call -> SlackAnswer.ok(),
                "auth.test", UserMethods::authTest,
                "users.info", this::info,
                "users.list", call -> list(),
                "users.lookupByEmail", this::byEmail,
                "users.profile.get", this::profile,
                "team.info", call -> team(),
                "bots.info", UserMethods::bot);
    }

    private static ObjectNode authTest(ApiCall call) {
        ObjectNode answer = SlackAnswer.ok().put("url", call.base() + "/").put("team", WorkspacePeople.TEAM_NAME);
        answer.put("user", "quartermaster")
                .put("team_id", WorkspacePeople.TEAM)
                .put("user_id", WorkspacePeople.BOT_USER);
        return answer.put("bot_id", WorkspacePeople.BOT).put("is_enterprise_install", false);
    }

    private ObjectNode info(ApiCall call) {
        String user = call.text("user");
        if (!people.exists(user)) return SlackAnswer.error("user_not_found");
        return SlackAnswer.ok().<ObjectNode>set("user", people.user(user));
    }

    private ObjectNode list() {
        ObjectNode answer = SlackAnswer.ok();
        ArrayNode members = answer.putArray("members");
        members.add(people.user(WorkspacePeople.BOT_USER));
        people.ids().forEach(id -> members.add(people.user(id)));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode byEmail(ApiCall call) {
        return people.byEmail(call.text("email"))
                .map(id -> SlackAnswer.ok().<ObjectNode>set("user", people.user(id)))
                .orElseGet(() -> SlackAnswer.error("users_not_found"));
    }

    private ObjectNode profile(ApiCall call) {
        String user = call.given("user") ? call.text("user") : WorkspacePeople.BOT_USER;
        if (!people.exists(user)) return SlackAnswer.error("user_not_found");
        return SlackAnswer.ok().<ObjectNode>set("profile", people.profile(user));
    }

    private static ObjectNode team() {
        ObjectNode answer = SlackAnswer.ok();
        answer.putObject("team")
                .put("id", WorkspacePeople.TEAM)
                .put("name", WorkspacePeople.TEAM_NAME)
                .put("domain", "local");
        return answer;
    }

    private static ObjectNode bot(ApiCall call) {
        if (call.given("bot") && !call.text("bot").equals(WorkspacePeople.BOT))
            return SlackAnswer.error("bot_not_found");
        ObjectNode answer = SlackAnswer.ok();
        answer.putObject("bot")
                .put("id", WorkspacePeople.BOT)
                .put("app_id", WorkspacePeople.APP)
                .put("user_id", WorkspacePeople.BOT_USER)
                .put("name", WorkspacePeople.BOT_NAME)
                .put("deleted", false);
        return answer;
    }
}
