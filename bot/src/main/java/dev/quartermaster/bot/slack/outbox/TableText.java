package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.text.Mrkdwn;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The blocks of a message with its table written out, for a Slack that takes none: a line a row, what stands at the
 * right with the head of its column.
 */
final class TableText {
    private static final JsonMapper JSON = JsonMapper.shared();

    /** Characters of one section, and of all of them: what is more is left out, and said. */
    private static final int SECTION = 2_800;

    private static final int ALL = 8_400;

    private TableText() {}

    /** Empty: there is no table among them. */
    static Optional<String> instead(String blocks) {
        JsonNode given = JSON.readTree(blocks);
        if (given.valueStream().noneMatch(TableText::isTable)) {
            return Optional.empty();
        }
        ArrayNode plain = JsonNodeFactory.instance.arrayNode();
        given.valueStream().forEach(block -> {
            if (isTable(block)) {
                sections(block)
                        .forEach(text -> plain.addObject()
                                .put("type", "section")
                                .putObject("text")
                                .put("type", "mrkdwn")
                                .put("text", text)
                                .put("verbatim", true));
            } else {
                plain.add(block);
            }
        });
        return Optional.of(plain.toString());
    }

    private static boolean isTable(JsonNode block) {
        return block.path("type").asString("").equals("table");
    }

    private static List<String> sections(JsonNode table) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        int all = 0;
        for (int row = 1; row < table.path("rows").size(); row++) {
            String line = line(table, row);
            all += line.length() + 1;
            if (all > ALL) {
                section.append("\nand ").append(table.path("rows").size() - row).append(" more");
                break;
            }
            if (section.length() + line.length() + 1 > SECTION) {
                sections.add(section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(line);
        }
        sections.add(section.toString());
        return sections;
    }

    private static String line(JsonNode table, int row) {
        JsonNode head = table.path("rows").get(0);
        JsonNode cells = table.path("rows").get(row);
        List<String> parts = new ArrayList<>();
        for (int column = 0; column < cells.size(); column++) {
            String text = words(cells.get(column));
            boolean figure = table.path("column_settings")
                    .path(column)
                    .path("align")
                    .asString("")
                    .equals("right");
            if (column == 0) {
                parts.add(Mrkdwn.bold(text).value());
            } else if (!text.equals("–")) {
                parts.add(Mrkdwn.theirs(figure ? words(head.get(column)) + ": " + text : text)
                        .value());
            }
        }
        return "• " + String.join(" · ", parts);
    }

    private static String words(JsonNode cell) {
        return cell.path("type").asString("").equals("raw_text")
                ? cell.path("text").asString("")
                : cell.path("elements")
                        .valueStream()
                        .flatMap(section -> section.path("elements").valueStream())
                        .map(piece -> piece.path("text").asString(""))
                        .collect(Collectors.joining());
    }
}
