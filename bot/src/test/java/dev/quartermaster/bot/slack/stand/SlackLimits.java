package dev.quartermaster.bot.slack.stand;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Slack's limits on what is posted, from its documentation of blocks, elements and views. */
final class SlackLimits {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> BLOCKS = Set.of(
            "section", "header", "context", "divider", "actions", "image", "input", "rich_text", "markdown", "file");

    private SlackLimits() {}

    static List<String> message(JsonNode call) {
        JsonNode blocks = parsed(call.path("blocks"));
        List<String> problems = new ArrayList<>();
        if (!blocks.isArray() && call.path("text").asString("").isBlank()) {
            problems.add("no text and no blocks");
        }
        if (call.path("text").asString("").length() > 40_000) {
            problems.add("text over 40,000 characters");
        }
        blocks(blocks, 50, problems);
        return problems;
    }

    static List<String> view(JsonNode view) {
        List<String> problems = new ArrayList<>();
        if (view.path("title").path("text").asString("").length() > 24) {
            problems.add("title over 24 characters");
        }
        if (view.path("private_metadata").asString("").length() > 3000) {
            problems.add("private_metadata over 3,000 characters");
        }
        if (!view.path("blocks").isArray() || view.path("blocks").isEmpty()) {
            problems.add("a view needs blocks");
        }
        blocks(view.path("blocks"), 100, problems);
        return problems;
    }

    private static void blocks(JsonNode blocks, int most, List<String> problems) {
        if (blocks.size() > most) {
            problems.add(blocks.size() + " blocks, at most " + most);
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode block : blocks) {
            String id = block.path("block_id").asString("");
            if (!id.isEmpty() && !ids.add(id)) {
                problems.add("block_id twice: " + id);
            }
            block(block, problems);
        }
    }

    private static void block(JsonNode block, List<String> problems) {
        String type = block.path("type").asString("");
        if (!BLOCKS.contains(type)) {
            problems.add("unknown block " + type);
        }
        switch (type) {
            case "section" -> section(block, problems);
            case "header" -> text(block.path("text"), 150, "header", problems);
            case "context" -> elements(block, 10, problems);
            case "actions" -> elements(block, 25, problems);
            default -> {}
        }
    }

    private static void section(JsonNode block, List<String> problems) {
        if (block.path("text").isMissingNode() && block.path("fields").isEmpty()) {
            problems.add("section without text or fields");
        }
        if (!block.path("text").isMissingNode()) {
            text(block.path("text"), 3000, "section", problems);
        }
        if (block.path("fields").size() > 10) {
            problems.add("more than 10 fields");
        }
        block.path("fields").forEach(field -> text(field, 2000, "field", problems));
    }

    private static void elements(JsonNode block, int most, List<String> problems) {
        JsonNode elements = block.path("elements");
        if (elements.isEmpty() || elements.size() > most) {
            problems.add(elements.size() + " elements, 1 to " + most);
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode element : elements) {
            if (element.path("type").asString("").equals("button")) {
                text(element.path("text"), 75, "button", problems);
                if (element.path("value").asString("").length() > 2000) {
                    problems.add("button value over 2,000 characters");
                }
                if (!ids.add(element.path("action_id").asString(""))) {
                    problems.add("action_id twice: " + element.path("action_id"));
                }
                String style = element.path("style").asString("primary");
                if (!Set.of("primary", "danger").contains(style)) {
                    problems.add("unknown style " + style);
                }
            } else if (element.path("type").asString("").equals("mrkdwn")) {
                text(element, 3000, "context", problems);
            }
        }
    }

    private static void text(JsonNode text, int most, String where, List<String> problems) {
        String words = text.path("text").asString("");
        if (words.isEmpty() || words.length() > most) {
            problems.add(where + " text of " + words.length() + " characters, 1 to " + most);
        }
    }

    private static JsonNode parsed(JsonNode blocks) {
        return blocks.isString() ? JSON.readTree(blocks.asString()) : blocks;
    }
}
