package dev.quartermaster.intents.reading.text;

import dev.quartermaster.intents.reading.text.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a text into tokens. A run of letters and digits that has no known shape ({@code env-4821}, {@code v2},
 * {@code 8c/32g}) stays one opaque token, so that no grammar ever finds a number or a unit inside a name.
 */
final class Lexer {

    private static final Pattern RUN = Pattern.compile("<[^<>\\s]+>|[\\p{L}\\p{N}_@#][\\p{L}\\p{N}_@#./:'’–-]*|\\S");
    private static final Pattern TRAILING = Pattern.compile("[./:'’–-]+$");
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}'’]+(?:[/–-][\\p{L}'’]+)*");
    private static final Pattern LETTER_PART = Pattern.compile("[\\p{L}'’]+|[/–-]");
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:t(\\d{2}:\\d{2})(?::\\d{2})?z?)?");
    private static final Pattern YEAR_MONTH = Pattern.compile("20\\d{2}-(?:0[1-9]|1[0-2])");
    private static final Pattern DATE =
            Pattern.compile("\\d{1,2}/\\d{1,2}(?:/\\d{2}|/\\d{4})?|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})");
    private static final Pattern CLOCK =
            Pattern.compile("(?:[01]?\\d|2[0-3]):[0-5]\\d(?:am|pm)?|\\d{1,2}(?:[.:][0-5]\\d)?(?:am|pm)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,4})?");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");
    private static final Pattern QUARTER = Pattern.compile("q[1-4]");
    private static final String UNIT =
            "(?:m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|wk|wks|weeks?|mo|months?|y|yr|years?)";
    private static final Pattern AMOUNTS =
            Pattern.compile("(?:\\d+(?:\\.\\d+)?" + UNIT + ")+(?:\\d+)?|\\d+(?:\\.\\d+)?-" + UNIT);
    private static final Pattern AMOUNT_PART = Pattern.compile("\\d+(?:\\.\\d+)?|[a-z]+");
    private static final Pattern RANGE =
            Pattern.compile("([\\d:.]+(?:am|pm|st|nd|rd|th)?)[–-]([\\d:.]+(?:am|pm|st|nd|rd|th)?)");

    private final List<Token> tokens = new ArrayList<>();

    private Lexer() {}

    static List<Token> tokens(String text) {
        var lexer = new Lexer();
        var lower = text.toLowerCase(Locale.ROOT);
        // A few letters change length in lower case; spans must stay those of what was written.
        var run = RUN.matcher(lower.length() == text.length() ? lower : text);
        while (run.find()) {
            lexer.take(TRAILING.matcher(run.group()).replaceFirst(""), run.group(), run.start());
        }
        return lexer.tokens;
    }

    private void take(String stripped, String whole, int start) {
        if (stripped.isEmpty()) {
            add(Kind.PUNCTUATION, whole, start);
            return;
        }
        if (stripped.startsWith("<")) {
            add(Kind.MARK, stripped, start);
        } else if (!shape(stripped, start)) {
            add(Kind.OPAQUE, stripped, start);
        }
        if (whole.length() > stripped.length()) {
            add(Kind.PUNCTUATION, whole.substring(stripped.length()), start + stripped.length());
        }
    }

    private boolean shape(String run, int start) {
        var moment = MOMENT.matcher(run);
        var range = RANGE.matcher(run);
        if (LETTERS.matcher(run).matches()) {
            parts(LETTER_PART, run, start);
        } else if (moment.matches()) {
            add(Kind.DATE, moment.group(1), start);
            if (moment.group(2) != null) {
                add(Kind.CLOCK, moment.group(2), start + moment.start(2));
            }
        } else if (simple(run) != null) {
            add(simple(run), run, start);
        } else if (AMOUNTS.matcher(run).matches()) {
            parts(AMOUNT_PART, run, start);
        } else if (range.matches() && simple(range.group(1)) != null && simple(range.group(2)) != null) {
            add(simple(range.group(1)), range.group(1), start);
            add(Kind.PUNCTUATION, "-", start + range.end(1));
            add(simple(range.group(2)), range.group(2), start + range.start(2));
        } else {
            return false;
        }
        return true;
    }

    private static @Nullable Kind simple(String run) {
        if (NUMBER.matcher(run).matches()) {
            return Kind.NUMBER;
        }
        if (CLOCK.matcher(run).matches()) {
            return Kind.CLOCK;
        }
        if (DATE.matcher(run).matches()) {
            return Kind.DATE;
        }
        if (ORDINAL.matcher(run).matches()) {
            return Kind.ORDINAL;
        }
        if (YEAR_MONTH.matcher(run).matches()) {
            return Kind.YEAR_MONTH;
        }
        return QUARTER.matcher(run).matches() ? Kind.QUARTER : null;
    }

    private void parts(Pattern pattern, String run, int start) {
        var part = pattern.matcher(run);
        while (part.find()) {
            var text = part.group();
            var first = text.charAt(0);
            var kind =
                    Character.isDigit(first) ? Kind.NUMBER : Character.isLetter(first) ? Kind.WORD : Kind.PUNCTUATION;
            add(kind, text, start + part.start());
        }
    }

    private void add(Kind kind, String text, int start) {
        var glued = !tokens.isEmpty() && tokens.getLast().end() == start;
        var plain = kind == Kind.WORD ? text.replace('’', '\'').replaceFirst("'s$", "") : text;
        tokens.add(new Token(kind, plain, start, start + text.length(), glued));
    }
}
