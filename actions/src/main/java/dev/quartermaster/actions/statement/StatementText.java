package dev.quartermaster.actions.statement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A statement as it is handed on: for JSON, and as CSV (RFC 4180, UTF-8). Amounts are exact, as decimal texts. */
public final class StatementText {
    private static final List<String> COLUMNS = List.of(
            "team",
            "month",
            "used",
            "lease",
            "path",
            "person",
            "purpose",
            "cost_centre",
            "per_hour",
            "prices",
            "seconds",
            "amount",
            "currency",
            "statement_hash");

    private StatementText() {}

    public static Map<String, Object> view(Statement statement) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("team", statement.team().value());
        view.put("month", statement.month().toString());
        view.put("closed", statement.closed().toString());
        view.put("costCentre", statement.costCentre());
        view.put("currency", statement.currency());
        view.put("total", statement.total().toPlainString());
        view.put("lines", statement.lines().stream().map(StatementText::view).toList());
        view.put("previous", statement.previous());
        view.put("hash", statement.hash());
        return view;
    }

    private static Map<String, Object> view(StatementLine line) {
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("used", line.used().toString());
        view.put("lease", line.lease());
        view.put("path", line.path());
        view.put("person", line.person().value());
        view.put("purpose", line.purpose());
        view.put("perHour", line.perHour().toPlainString());
        view.put("prices", line.prices());
        view.put("seconds", line.seconds());
        view.put("amount", line.amount().toPlainString());
        return view;
    }

    public static String csv(Statement statement) {
        return Stream.concat(Stream.of(COLUMNS), statement.lines().stream().map(line -> cells(statement, line)))
                .map(cells -> cells.stream().map(StatementText::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining());
    }

    private static List<String> cells(Statement statement, StatementLine line) {
        return List.of(
                statement.team().value(),
                statement.month().toString(),
                line.used().toString(),
                line.lease(),
                line.path(),
                line.person().value(),
                text(line.purpose()),
                text(statement.costCentre()),
                line.perHour().toPlainString(),
                line.prices(),
                Long.toString(line.seconds()),
                line.amount().toPlainString(),
                statement.currency(),
                statement.hash());
    }

    /** What people wrote is no formula in whatever opens the file. */
    private static String text(String written) {
        return !written.isEmpty() && "=+-@\t\r".indexOf(written.charAt(0)) >= 0 ? "'" + written : written;
    }

    private static String cell(String value) {
        boolean plain = value.chars().noneMatch(each -> each == ',' || each == '"' || each == '\n' || each == '\r');
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }
}
