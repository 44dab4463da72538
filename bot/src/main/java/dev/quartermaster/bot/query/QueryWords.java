package dev.quartermaster.bot.query;

import dev.quartermaster.actions.provider.grant.query.BoundedQuery;
import dev.quartermaster.actions.provider.grant.query.QueryResult;
import dev.quartermaster.actions.provider.grant.query.QueryResult.Cell;
import dev.quartermaster.actions.provider.grant.query.QueryResult.Refused;
import dev.quartermaster.actions.provider.grant.query.QueryResult.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the page is told about a query: rows, or words with the next step. */
record QueryWords(List<String> datasets, String again) {
    static final String OVER = "over";
    /** Tables in one sentence. */
    private static final int NAMED = 10;

    Map<String, Object> of(QueryRuns.Outcome outcome) {
        return switch (outcome) {
            case QueryRuns.Outcome.Ran(QueryResult result) -> of(result);
            case QueryRuns.Outcome.OneAtATime one ->
                failed("A query of yours is still running.", "Wait for it, or cancel it where you began it.");
            case QueryRuns.Outcome.TooMany many ->
                failed("As many queries are running as can.", "Run it again in a few seconds.");
            case QueryRuns.Outcome.Spent(var until) ->
                failed(
                        "These were more queries than one person may run.",
                        "Run the next one in " + seconds(until.again()) + " seconds.");
        };
    }

    private Map<String, Object> of(QueryResult result) {
        return switch (result) {
            case Rows rows -> rows(rows);
            case Refused refused -> refused(refused);
            case QueryResult.Several several ->
                failed("These are several statements.", "Leave one; it may end with a semicolon.");
            case QueryResult.TimedOut late ->
                failed(
                        "It took longer than " + BoundedQuery.LONGEST.toSeconds() + " seconds and was stopped.",
                        "Read fewer rows (where, limit), or run it with psql, which has no such limit.");
            case QueryResult.Stopped stopped -> failed("It was cancelled.", "Nothing of it runs any more.");
            case QueryResult.TooWide wide ->
                failed("One row of it is more than can be shown.", "Select fewer columns, or left(column, 100).");
            case QueryResult.Over over -> over();
            case QueryResult.Busy busy -> failed("The warehouse is busy.", "Run it again in a few seconds.");
            case QueryResult.Unreachable away ->
                failed("The warehouse does not answer.", "Run it again in a minute; nothing of yours is lost.");
        };
    }

    /** Nothing can be queried any more. */
    Map<String, Object> over() {
        Map<String, Object> answer = failed(
                "It is over: what gave these rights has ended, and no query runs by it any more.",
                "Ask again in Slack: " + again);
        answer.put("state", OVER);
        return answer;
    }

    static Map<String, Object> failed(String words, String next) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", false);
        answer.put("words", words);
        answer.put("next", next);
        return answer;
    }

    private static Map<String, Object> rows(Rows rows) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", true);
        answer.put(
                "columns",
                rows.columns().stream()
                        .map(column -> Map.of("name", column.name(), "type", column.type()))
                        .toList());
        answer.put(
                "rows",
                rows.rows().stream()
                        .map(row -> row.stream().map(QueryWords::cell).collect(Collectors.toCollection(ArrayList::new)))
                        .toList());
        answer.put("note", note(rows));
        return answer;
    }

    private static String note(Rows rows) {
        int shown = rows.rows().size();
        return switch (rows.end()) {
            case ALL -> shown == 0 ? "No rows." : shown == 1 ? "1 row." : "%,d rows.".formatted(shown);
            case ROWS -> "The first %,d rows of more.".formatted(shown);
            case SIZE ->
                "The first %,d rows of more: together they are as much as is shown. Select fewer columns to see more rows."
                        .formatted(shown);
        };
    }

    /** Text where it is whole. */
    private static @Nullable Object cell(@Nullable Cell cell) {
        if (cell == null) {
            return null;
        }
        return cell.text().length() == cell.length()
                ? cell.text()
                : Map.of("text", Objects.requireNonNull(cell.text()), "length", cell.length());
    }

    private Map<String, Object> refused(Refused refused) {
        Map<String, Object> answer = failed(refused.words(), next(refused.state()));
        answer.put("said", "The database said");
        answer.put("hint", refused.hint());
        answer.put("position", refused.position());
        return answer;
    }

    private String next(String state) {
        return switch (state) {
            case "42501" -> mayRead() + " For more, ask in Slack: /qm grant and the dataset's name.";
            case "42P01", "3F000" -> "Name a table with its schema. " + mayRead();
            case "42703" -> "To see what columns there are: select * from the table limit 1";
            case "42601", "0A000", "25006" ->
                "Here runs one query that reads: SELECT, WITH … SELECT, VALUES or TABLE. Correct it and run it again.";
            case "53100", "53200", "53400" -> "Read fewer rows (where, limit), and run it again.";
            default -> "Correct the query and run it again.";
        };
    }

    private String mayRead() {
        String more = datasets.size() > NAMED ? " and " + (datasets.size() - NAMED) + " more" : "";
        return "You may read "
                + String.join(", ", datasets.stream().limit(NAMED).toList()) + more + ".";
    }

    private static long seconds(Instant until) {
        return Math.max(1, Duration.between(Instant.now(), until).toSeconds() + 1);
    }
}
