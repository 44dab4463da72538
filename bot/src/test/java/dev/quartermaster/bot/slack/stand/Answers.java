package dev.quartermaster.bot.slack.stand;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Slack's answers as JSON. */
final class Answers {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Answers() {}

    static ObjectNode member(String id, String name) {
        ObjectNode user = JSON.createObjectNode()
                .put("id", id)
                .put("team_id", FakeSlack.TEAM)
                .put("name", name)
                .put("tz", "Europe/London");
        user.putObject("profile").put("email", name + "@example.com").put("real_name", name);
        return user;
    }

    static ObjectNode channels(List<String> names) {
        ObjectNode answer = ok();
        names.forEach(name -> answer.withArray("channels")
                .addObject()
                .put("id", FakeSlack.channel(name))
                .put("name", name)
                .put("is_channel", true)
                .put("is_member", true));
        return answer;
    }

    static ObjectNode with(String name, ObjectNode value) {
        return ok().set(name, value);
    }

    static ObjectNode ok() {
        return JSON.createObjectNode().put("ok", true);
    }

    static ObjectNode error(String error) {
        return JSON.createObjectNode().put("ok", false).put("error", error);
    }

    static ObjectNode refused(List<String> problems) {
        ObjectNode answer = error("invalid_blocks");
        problems.forEach(answer.putObject("response_metadata").putArray("messages")::add);
        return answer;
    }
}
