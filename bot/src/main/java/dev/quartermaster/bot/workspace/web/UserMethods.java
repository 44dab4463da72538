package dev.quartermaster.bot.workspace.web;

import dev.quartermaster.bot.workspace.web.Call.Method;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import dev.quartermaster.bot.workspace.state.WorkspacePeople;

/** {@code auth.test}, {@code users.*}, {@code team.info} and {@code bots.info}: who is who. */
final class UserMethods {
    private final WorkspacePeople people;

    UserMethods(WorkspacePeople people) {
        this.people = people;
    }

    Map<String, Method> methods() {
        return Map.of(
                "api.test", call -> Answer.ok(),
                "auth.test", UserMethods::authTest,
                "users.info", this::info,
                "users.list", call -> list(),
                "users.lookupByEmail", this::byEmail,
                "users.profile.get", this::profile,
                "team.info", call -> team(),
                "bots.info", UserMethods::bot);
    }

    private static ObjectNode authTest(Call call) {
        ObjectNode answer = Answer.ok().put("url", call.base() + "/").put("team", WorkspacePeople.TEAM_NAME);
        answer.put("user", "quartermaster")
                .put("team_id", WorkspacePeople.TEAM)
                .put("user_id", WorkspacePeople.BOT_USER);
        return answer.put("bot_id", WorkspacePeople.BOT).put("is_enterprise_install", false);
    }

    private ObjectNode info(Call call) {
        String user = call.text("user");
        if (!people.exists(user)) return Answer.error("user_not_found");
        return Answer.ok().<ObjectNode>set("user", people.user(user));
    }

    private ObjectNode list() {
        ObjectNode answer = Answer.ok();
        ArrayNode members = answer.putArray("members");
        members.add(people.user(WorkspacePeople.BOT_USER));
        people.ids().forEach(id -> members.add(people.user(id)));
        answer.putObject("response_metadata").put("next_cursor", "");
        return answer;
    }

    private ObjectNode byEmail(Call call) {
        return people.byEmail(call.text("email"))
                .map(id -> Answer.ok().<ObjectNode>set("user", people.user(id)))
                .orElseGet(() -> Answer.error("users_not_found"));
    }

    private ObjectNode profile(Call call) {
        String user = call.given("user") ? call.text("user") : WorkspacePeople.BOT_USER;
        if (!people.exists(user)) return Answer.error("user_not_found");
        return Answer.ok().<ObjectNode>set("profile", people.profile(user));
    }

    private static ObjectNode team() {
        ObjectNode answer = Answer.ok();
        answer.putObject("team")
                .put("id", WorkspacePeople.TEAM)
                .put("name", WorkspacePeople.TEAM_NAME)
                .put("domain", "local");
        return answer;
    }

    private static ObjectNode bot(Call call) {
        if (call.given("bot") && !call.text("bot").equals(WorkspacePeople.BOT)) return Answer.error("bot_not_found");
        ObjectNode answer = Answer.ok();
        answer.putObject("bot")
                .put("id", WorkspacePeople.BOT)
                .put("app_id", WorkspacePeople.APP)
                .put("user_id", WorkspacePeople.BOT_USER)
                .put("name", WorkspacePeople.BOT_NAME)
                .put("deleted", false);
        return answer;
    }
}
