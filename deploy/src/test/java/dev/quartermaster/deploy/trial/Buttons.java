package dev.quartermaster.deploy.trial;

import dev.quartermaster.bot.slack.fixture.FakeSlack;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The buttons of a message as it stands. */
final class Buttons {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Buttons() {}

    static Optional<JsonNode> find(FakeSlack.Post message, String action) {
        JsonNode blocks = message.body().path("blocks");
        for (JsonNode block : blocks.isString() ? JSON.readTree(blocks.asString()) : blocks) {
            for (JsonNode element : block.path("elements")) {
                if (element.path("action_id").asString("").startsWith(action)) {
                    return Optional.of(element);
                }
            }
        }
        return Optional.empty();
    }
}
