package dev.quartermaster.bot.card;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextSectionElement;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Slack's table, for which its library has no type yet: at most 100 rows with the head, 20 columns, 10,000 characters in
 * all cells, and one a message. A cell is printed as it is written: nothing in it is mark-up. Source: Slack, "Table block".
 */
public final class TableBlock implements LayoutBlock {
    public static final String TYPE = "table";
    public static final int MOST_ROWS = 100;

    private final String type = TYPE;
    private final List<List<RichTextBlock>> rows;
    private final List<ColumnSetting> columnSettings;

    private record ColumnSetting(String align, boolean isWrapped) {}

    /** @param number whether it is of figures, which stand at the right. @param wraps whether long words take several lines */
    public record Column(String head, boolean number, boolean wraps) {
        public static Column text(String head) {
            return new Column(head, false, false);
        }

        public static Column words(String head) {
            return new Column(head, false, true);
        }

        public static Column number(String head) {
            return new Column(head, true, false);
        }
    }

    /** @param bold as sums are */
    public record Cells(List<String> words, boolean bold) {}

    /** @throws IllegalArgumentException for what Slack would refuse */
    public TableBlock(List<Column> columns, List<Cells> rows) {
        int characters = rows.stream()
                .flatMap(row -> row.words().stream())
                .mapToInt(String::length)
                .sum();
        boolean even = rows.stream().allMatch(row -> row.words().size() == columns.size());
        if (rows.isEmpty() || rows.size() >= MOST_ROWS || columns.size() > 20 || !even || characters > 9_500) {
            throw new IllegalArgumentException("Not a table Slack takes: " + rows.size() + " rows, " + columns.size()
                    + " columns, " + characters + " characters");
        }
        List<RichTextBlock> head =
                columns.stream().map(column -> cell(column.head(), true)).toList();
        this.rows = IntStream.rangeClosed(0, rows.size())
                .mapToObj(each -> each == 0 ? head : cells(rows.get(each - 1)))
                .toList();
        this.columnSettings = columns.stream()
                .map(column -> new ColumnSetting(column.number() ? "right" : "left", column.wraps()))
                .toList();
    }

    private static List<RichTextBlock> cells(Cells row) {
        return row.words().stream().map(cell -> cell(cell, row.bold())).toList();
    }

    /** Slack refuses an empty cell. Nothing invisible: it could read in another order than it is written. */
    private static RichTextBlock cell(String words, boolean bold) {
        String plain =
                words.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        var text = RichTextSectionElement.Text.builder().text(plain.isEmpty() ? "–" : plain);
        if (bold) {
            text.style(RichTextSectionElement.TextStyle.builder().bold(true).build());
        }
        return RichTextBlock.builder()
                .elements(List.of(RichTextSectionElement.builder()
                        .elements(List.of(text.build()))
                        .build()))
                .build();
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public @Nullable String getBlockId() {
        return null;
    }

    @Override
    public String toString() {
        return "TableBlock[" + rows.size() + " rows, " + columnSettings.size() + " columns]";
    }
}
