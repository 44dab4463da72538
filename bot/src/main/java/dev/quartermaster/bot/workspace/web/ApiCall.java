package dev.quartermaster.bot.workspace.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One call of the Web API with its arguments, whether they came as a form or as JSON.
 *
 * @param base scheme, host and port under which the caller reached us, for links handed back
 */
record ApiCall(String method, ObjectNode args, String base) {
    String text(String name) {
        return args.path(name).asString("");
    }

    JsonNode node(String name) {
        return args.path(name);
    }

    boolean given(String name) {
        JsonNode value = args.path(name);
        return !value.isMissingNode()
                && !value.isNull()
                && !(value.isString() && value.stringValue().isEmpty());
    }

    /** One method of the Web API: arguments in, Slack's answer out. */
    interface Method {
        ObjectNode answer(ApiCall call);
    }
}
