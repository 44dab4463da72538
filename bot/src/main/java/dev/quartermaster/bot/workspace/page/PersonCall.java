package dev.quartermaster.bot.workspace.page;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a person did on the page: who, and the rest as the page sent it. {@code base} is where the page reached us. */
record PersonCall(String user, ObjectNode body, String base) {
    String text(String name) {
        return body.path(name).asString("");
    }

    JsonNode node(String name) {
        return body.path(name);
    }

    interface Action {
        ObjectNode answer(PersonCall call);
    }
}
