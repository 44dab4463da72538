package dev.quartermaster.bot.workspace.web;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Builds answers as Slack gives them: {@code ok:true}, or {@code ok:false} with an error. */
public final class SlackAnswer {
    private SlackAnswer() {}

    public static ObjectNode ok() {
        return JsonNodeFactory.instance.objectNode().put("ok", true);
    }

    public static ObjectNode error(String error) {
        return JsonNodeFactory.instance.objectNode().put("ok", false).put("error", error);
    }

    public static ObjectNode error(String error, List<String> problems) {
        ObjectNode answer = error(error);
        ArrayNode messages = answer.putObject("response_metadata").putArray("messages");
        problems.forEach(messages::add);
        ArrayNode errors = answer.putArray("errors");
        problems.forEach(errors::add);
        return answer;
    }
}
