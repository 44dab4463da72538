package dev.quartermaster.intents.reading.slash;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command line cut at blanks, what is quoted staying together. Slack turns straight quotes into curly ones. Between
 * double quotes a backslash before a quote or a backslash takes its meaning away, so that any text at all can be
 * written; before anything else it is a backslash. Read in one pass: a hostile line costs no more than its length.
 */
final class Pieces {
    private static final String DOUBLE = "\"“”";
    private static final String BLANK = " \t\n\u000B\f\r";

    private final String line;
    private final List<Piece> pieces = new ArrayList<>();
    private int at;

    private Pieces(String line) {
        this.line = line;
    }

    /**
     * Where in the line a piece stands, with its quotes; the name and the value of {@code --name=value} are pieces of their
     * own, and what stands between them belongs to the name.
     */
    record Piece(String text, int start, int end, boolean quoted) {}

    static List<String> of(String line) {
        return located(line).stream().map(Piece::text).toList();
    }

    static List<Piece> located(String line) {
        var pieces = new Pieces(line);
        while (pieces.next()) {
            pieces.read();
        }
        return pieces.pieces;
    }

    private boolean next() {
        while (at < line.length() && blank(at)) {
            at++;
        }
        return at < line.length();
    }

    private void read() {
        var start = at;
        var equals = named(start);
        var value = equals < 0 ? start : equals + 1;
        if (equals >= 0) {
            pieces.add(new Piece(option(line.substring(start, equals)), start, value, false));
        }
        var quoted = quoted(value);
        if (quoted != null) {
            pieces.add(quoted);
            at = quoted.end();
            return;
        }
        while (at < line.length() && !blank(at)) {
            at++;
        }
        var text = line.substring(value, at);
        pieces.add(new Piece(equals < 0 ? option(text) : text, value, at, false));
    }

    /** An iPhone makes one dash out of two. */
    private static String option(String text) {
        return text.startsWith("—") ? "--" + text.substring(1) : text;
    }

    /** Where the sign of {@code --name=} stands; below nothing when there is none. */
    private int named(int start) {
        var dashes = line.startsWith("--", start) ? 2 : line.startsWith("—", start) ? 1 : 0;
        var end = start + dashes;
        while (end < line.length() && !blank(end) && line.charAt(end) != '=') {
            end++;
        }
        return dashes > 0 && end > start + dashes && end < line.length() && line.charAt(end) == '=' ? end : -1;
    }

    private @Nullable Piece quoted(int start) {
        if (start >= line.length()) {
            return null;
        }
        var opening = line.charAt(start);
        if (opening == '\'') {
            return until(start, "'", false);
        }
        if (DOUBLE.indexOf(opening) < 0) {
            return null;
        }
        var exact = until(start, DOUBLE, true);
        // A path such as "C:\data\" ends where it seems to, though its last quote reads as part of the text.
        return exact != null ? exact : until(start, DOUBLE, false);
    }

    /** Up to the first closing quote, which must end a word; null where there is none such. */
    private @Nullable Piece until(int start, String closing, boolean escapes) {
        var text = new StringBuilder();
        var end = start + 1;
        while (end < line.length() && closing.indexOf(line.charAt(end)) < 0) {
            var escaped = escapes
                    && line.charAt(end) == '\\'
                    && end + 1 < line.length()
                    && (DOUBLE + "\\").indexOf(line.charAt(end + 1)) >= 0;
            text.append(line.charAt(escaped ? end + 1 : end));
            end += escaped ? 2 : 1;
        }
        var ends = end < line.length() && (end + 1 == line.length() || blank(end + 1));
        return ends ? new Piece(text.toString(), start, end + 1, true) : null;
    }

    private boolean blank(int index) {
        return BLANK.indexOf(line.charAt(index)) >= 0;
    }

    /** Text as one piece of a command, exactly. */
    static String written(String text) {
        return text.matches("[A-Za-z0-9._:/@+*][A-Za-z0-9._:/@+*-]*")
                ? text
                : "\"" + text.replaceAll("([\"“”\\\\])", "\\\\$1") + "\"";
    }
}
