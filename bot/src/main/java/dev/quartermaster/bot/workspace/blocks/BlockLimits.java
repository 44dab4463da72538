package dev.quartermaster.bot.workspace.blocks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What Slack refuses in blocks and views, in its own words; https://docs.slack.dev/reference/block-kit/blocks. Types that the local workspace
 * cannot show are refused as well, so that nothing is sent that was never looked at. An empty list means that Slack takes it.
 */
public final class BlockLimits {
    private static final Set<String> IN_MESSAGES = Set.of(
            "section", "header", "context", "divider", "actions", "image", "rich_text", "markdown", "input", "table");
    private static final Set<String> IN_VIEWS =
            Set.of("section", "header", "context", "divider", "actions", "image", "rich_text", "input");
    private static final int MARKDOWN = 12_000;
    private static final int ALL_TEXT = 13_200;

    private BlockLimits() {}

    /** Problems of a message's blocks. */
    public static List<String> problems(JsonNode blocks) {
        PayloadCursor cursor = new PayloadCursor(blocks, "/blocks", new ArrayList<>());
        blocks(cursor, 50, IN_MESSAGES);
        TableLimits.inAll(cursor);
        if (text(blocks) > ALL_TEXT) cursor.problem("must be less than " + (ALL_TEXT + 1) + " characters in all");
        return List.copyOf(cursor.problems());
    }

    /** Problems of a modal or a Home tab. */
    public static List<String> viewProblems(JsonNode view) {
        PayloadCursor cursor = new PayloadCursor(view, "/view", new ArrayList<>());
        boolean known = cursor.object(
                "title",
                "blocks",
                "submit",
                "close",
                "private_metadata",
                "callback_id",
                "clear_on_close",
                "notify_on_close",
                "external_id",
                "submit_disabled");
        if (!known) return List.copyOf(cursor.problems());
        String type = cursor.string("type");
        if (type.equals("modal")) modal(cursor);
        else if (!type.equals("home")) cursor.at("type").problem("unsupported type: " + type);
        cursor.optionalText("private_metadata", 3_000);
        cursor.optionalText("callback_id", 255);
        cursor.optionalText("external_id", 255);
        if (cursor.required("blocks")) blocks(cursor.at("blocks"), 100, IN_VIEWS);
        return List.copyOf(cursor.problems());
    }

    private static void modal(PayloadCursor view) {
        TextLimits.requiredPlain(view, "title", 24);
        TextLimits.optionalPlain(view, "submit", 24);
        TextLimits.optionalPlain(view, "close", 24);
        boolean asks = view.node()
                .path("blocks")
                .valueStream()
                .anyMatch(block -> block.path("type").asString("").equals("input"));
        if (asks && !view.has("submit")) view.problem("missing required field: submit");
    }

    private static void blocks(PayloadCursor blocks, int max, Set<String> allowed) {
        Set<String> ids = new HashSet<>();
        blocks.items(allowed == IN_MESSAGES ? 1 : 0, max, (block, i) -> {
            String type = block.string("type");
            if (!block.node().isObject() || !allowed.contains(type)) {
                block.at("type").problem("unsupported type: " + type);
                return;
            }
            block.optionalText("block_id", 255);
            String id = block.string("block_id");
            if (!id.isEmpty() && !ids.add(id)) block.at("block_id").problem("block_id already exists: " + id);
            block(block, type);
        });
    }

    private static void block(PayloadCursor block, String type) {
        switch (type) {
            case "section" -> section(block);
            case "header" -> {
                block.object("block_id", "text");
                TextLimits.requiredPlain(block, "text", 150);
            }
            case "context" -> {
                block.object("block_id", "elements");
                block.at("elements").items(1, 10, (element, i) -> contextElement(element));
            }
            case "divider" -> block.object("block_id");
            case "actions" -> actions(block);
            case "image" -> image(block);
            case "markdown" -> {
                block.object("block_id", "text");
                block.requiredText("text", MARKDOWN);
            }
            case "input" -> input(block);
            case "table" -> TableLimits.table(block);
            default -> {
                block.object("block_id", "elements");
                if (block.required("elements")) block.at("elements").items(1, 1_000, (element, i) -> {});
            }
        }
    }

    private static void section(PayloadCursor block) {
        block.object("block_id", "text", "fields", "accessory", "expand");
        if (!block.has("text") && !block.has("fields")) block.problem("missing required field: text");
        if (block.has("text")) TextLimits.either(block.at("text"), 3_000);
        if (block.has("fields")) block.at("fields").items(1, 10, (field, i) -> TextLimits.either(field, 2_000));
        if (block.has("accessory")) ElementLimits.inSection(block.at("accessory"));
    }

    private static void contextElement(PayloadCursor element) {
        if (element.string("type").equals("image")) ElementLimits.image(element);
        else TextLimits.either(element, 3_000);
    }

    private static void actions(PayloadCursor block) {
        block.object("block_id", "elements");
        if (!block.required("elements")) return;
        Set<String> ids = new HashSet<>();
        block.at("elements").items(1, 25, (element, i) -> {
            ElementLimits.inActions(element);
            String id = element.string("action_id");
            if (!id.isEmpty() && !ids.add(id)) element.at("action_id").problem("action_id already exists: " + id);
        });
    }

    private static void image(PayloadCursor block) {
        block.object("block_id", "image_url", "slack_file", "alt_text", "title");
        ElementLimits.source(block);
        block.requiredText("alt_text", 2_000);
        TextLimits.optionalPlain(block, "title", 2_000);
    }

    private static void input(PayloadCursor block) {
        block.object("block_id", "label", "element", "hint", "optional", "dispatch_action");
        TextLimits.requiredPlain(block, "label", 2_000);
        TextLimits.optionalPlain(block, "hint", 2_000);
        if (block.required("element")) ElementLimits.inInput(block.at("element"));
    }

    private static int text(JsonNode node) {
        if (node.isString()) return 0;
        int own = node.path("text").isString() ? node.path("text").stringValue().length() : 0;
        return own + node.valueStream().mapToInt(BlockLimits::text).sum();
    }
}
