package dev.quartermaster.bot.workspace.blocks;

import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Tables; https://docs.slack.dev/reference/block-kit/blocks/table-block. */
final class TableLimits {
    private static final Set<String> CELLS = Set.of("raw_text", "rich_text");
    private static final int ROWS = 100;
    private static final int COLUMNS = 20;
    /** In all cells of a message. */
    private static final int CHARACTERS = 10_000;

    private TableLimits() {}

    static void table(PayloadCursor block) {
        block.object("block_id", "rows", "column_settings");
        if (block.required("rows"))
            block.at("rows").items(1, ROWS, (row, i) -> row.items(1, COLUMNS, (cell, j) -> cell(cell)));
        if (block.has("column_settings")) block.at("column_settings").items(0, COLUMNS, (column, i) -> column(column));
    }

    private static void cell(PayloadCursor cell) {
        String type = cell.string("type");
        if (!cell.node().isObject() || !CELLS.contains(type)) {
            cell.at("type").problem("unsupported type: " + type);
            return;
        }
        cell.object("block_id", type.equals("raw_text") ? "text" : "elements");
        if (type.equals("raw_text")) cell.requiredText("text", CHARACTERS);
        else if (cell.required("elements")) {
            cell.at("elements").items(1, 1_000, (element, i) -> {});
            if (characters(cell.node()) == 0) cell.problem("must be more than 0 characters");
        }
    }

    /** An empty one keeps its column as it is. */
    private static void column(PayloadCursor column) {
        if (column.node().isNull() || !column.object("align", "is_wrapped")) return;
        column.oneOf("align", "left", "center", "right");
        if (column.has("is_wrapped") && !column.node().path("is_wrapped").isBoolean())
            column.at("is_wrapped").problem("must provide a boolean");
    }

    /** One table a message, and so many characters in it. */
    static void inAll(PayloadCursor blocks) {
        long tables = blocks.node()
                .valueStream()
                .filter(block -> block.path("type").asString("").equals("table"))
                .count();
        if (tables > 1) blocks.problem("only_one_table_allowed");
        int characters = blocks.node()
                .valueStream()
                .filter(block -> block.path("type").asString("").equals("table"))
                .mapToInt(TableLimits::characters)
                .sum();
        if (characters > CHARACTERS) blocks.problem("tables must be less than " + (CHARACTERS + 1) + " characters");
    }

    private static int characters(JsonNode node) {
        int own = node.path("text").isString() ? node.path("text").stringValue().length() : 0;
        return own
                + node.valueStream()
                        .filter(JsonNode::isContainer)
                        .mapToInt(TableLimits::characters)
                        .sum();
    }
}
