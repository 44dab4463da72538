package dev.quartermaster.bot.workspace.blocks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Gives blocks and elements the ids that Slack gives them, and finds an element by them. */
public final class BlockSearch {
    private static final List<String> INTERACTIVE = List.of("accessory", "element");

    private BlockSearch() {}

    /**
     * Gives blocks and elements the ids that Slack gives them when the app doesn't. A block that is drawn again as it was
     * keeps its id, so that a press on it in that moment is not lost.
     */
    public static void named(JsonNode blocks) {
        Map<String, Integer> alike = new HashMap<>();
        for (JsonNode block : blocks) {
            if (!(block instanceof ObjectNode named)) continue;
            if (named.path("block_id").asString("").isEmpty()) {
                String content = Integer.toHexString(named.toString().hashCode());
                named.put("block_id", content + "." + alike.merge(content, 1, Integer::sum));
            }
            elements(block).forEach(element -> {
                boolean bare = element.path("action_id").asString("").isEmpty();
                boolean acts = !List.of("image", "mrkdwn", "plain_text", "")
                        .contains(element.path("type").asString(""));
                if (bare && acts && element instanceof ObjectNode e) e.put("action_id", shortId());
            });
        }
    }

    /** The element of that block and action, if it is really there. */
    public static Optional<JsonNode> element(JsonNode blocks, String blockId, String actionId) {
        return blocks.valueStream()
                .filter(block -> block.path("block_id").asString("").equals(blockId))
                .flatMap(BlockSearch::elements)
                .filter(element -> element.path("action_id").asString("").equals(actionId))
                .findFirst();
    }

    /** The option of a select, menu, radio or checkbox group by its value. */
    public static Optional<JsonNode> option(JsonNode element, String value) {
        Stream<JsonNode> grouped = element.path("option_groups")
                .valueStream()
                .flatMap(g -> g.path("options").valueStream());
        return Stream.concat(element.path("options").valueStream(), grouped)
                .filter(option -> option.path("value").asString("").equals(value))
                .findFirst();
    }

    private static Stream<JsonNode> elements(JsonNode block) {
        Stream<JsonNode> single = INTERACTIVE.stream().map(block::path).filter(JsonNode::isObject);
        boolean actions = block.path("type").asString("").equals("actions");
        return actions ? block.path("elements").valueStream() : single;
    }

    private static String shortId() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 5);
    }
}
