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
    private static final Pattern LETTERS = Pattern.compile("[\\p{L}'’]+(?:[/–-][\\p{L}'’]+)*+");
    private static final Pattern LETTER_PART = Pattern.compile("[\\p{L}'’]+|[/–-]");
    private static final Pattern MOMENT = Pattern.compile(
            "(\\d{4}[-/]\\d{2}[-/]\\d{2})(?:t(\\d{2}:\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?(z|-\\d{2}:\\d{2})?)?");
    private static final Pattern MONTH_YEAR = Pattern.compile(
            "((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})['’/-]?(20\\d\\d|\\d\\d)");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th)?-?((?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6})"
                    + "(?:-(20\\d\\d|\\d\\d))?");
    private static final Pattern YEAR_QUARTER =
            Pattern.compile("(20\\d\\d)[-/]?(q[1-4]|h[12])|(q[1-4]|h[12])(?:[-/'’]?(20\\d\\d)|[-/'’](\\d\\d))");
    private static final Pattern YEAR_MONTH = Pattern.compile("20\\d{2}-(?:0[1-9]|1[0-2])");
    private static final Pattern DATE = Pattern.compile(
            "\\d{1,2}/\\d{1,2}(?:/\\d{2}|/\\d{4})?|\\d{1,2}\\.\\d{1,2}\\.(?:\\d{4}|\\d{2})|\\d{1,2}-\\d{1,2}-\\d{4}");
    private static final Pattern CLOCK =
            Pattern.compile("(?:[01]?\\d|2[0-3]):[0-5]\\d(?:am|pm)?|24:00|\\d{1,2}(?:[.:][0-5]\\d)?(?:am|pm)"
                    + "|(?:0?[1-9]|1[0-2])(?:[.:][0-5]\\d[ap]|p)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(?:\\.\\d{1,4})?");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}(?:st|nd|rd|th)");
    private static final Pattern QUARTER = Pattern.compile("q[1-4]|h[12]");
    private static final Pattern ROUGHLY = Pattern.compile("(\\d{1,2}(?::\\d\\d)?(?:am|pm)?)-?ish");
    private static final Pattern HALF_OF_DAY = Pattern.compile("([ap])\\.m");
    private static final Pattern PLUS_HALF = Pattern.compile("(\\d{1,4})[½]");
    private static final String UNIT =
            "(?:m|min|mins|minutes?|h|hr|hrs|hours?|d|days?|w|wk|wks|weeks?|mo|months?|y|yr|years?)";
    private static final Pattern AMOUNTS =
            Pattern.compile("(?:\\d+(?:\\.\\d+)?" + UNIT + "){1,20}(?:\\d+)?|\\d+(?:\\.\\d+)?-" + UNIT);
    private static final Pattern AMOUNT_PART = Pattern.compile("\\d+(?:\\.\\d+)?|[a-z]+");
    private static final Pattern RANGE =
            Pattern.compile("([\\d:./]+(?:am|pm|a|p|st|nd|rd|th)?)[–-]([\\d:./]+(?:am|pm|a|p|st|nd|rd|th)?)(h)?");
    private static final Pattern MOMENTS = Pattern.compile("(\\d{4}-[^/]{2,32})/(\\d{4}-.{2,32})");

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
        if (stripped.isEmpty()
                || whole.length() == 1 && !Character.isLetterOrDigit(whole.charAt(0)) && whole.charAt(0) != '½') {
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
        if (LETTERS.matcher(run).matches()) {
            parts(LETTER_PART, run, start);
        } else if (run.length() > 9 && Character.isDigit(run.charAt(0)) && moment(run, start)) {
            return true;
        } else if (simple(run) != null) {
            add(simple(run), run, start);
        } else if (AMOUNTS.matcher(run).matches()) {
            parts(AMOUNT_PART, run, start);
        } else {
            return range(run, start) || calendar(run, start) || colloquial(run, start);
        }
        return true;
    }

    /** {@code 2026-03-20}, {@code 2026-03-20T18:00Z}, and two such with a stroke between them. */
    private boolean moment(String run, int start) {
        var moment = MOMENT.matcher(run);
        if (!moment.matches()) {
            var two = MOMENTS.matcher(run);
            if (!two.matches()
                    || !MOMENT.matcher(two.group(1)).matches()
                    || !MOMENT.matcher(two.group(2)).matches()) {
                return false;
            }
            moment(two.group(1), start);
            add(Kind.PUNCTUATION, "-", start + two.end(1));
            return moment(two.group(2), start + two.start(2));
        }
        add(Kind.DATE, moment.group(1), start);
        if (moment.group(2) != null) {
            add(Kind.CLOCK, moment.group(2), start + moment.start(2));
        }
        var zone = moment.group(3);
        if (zone != null) {
            var sign = zone.charAt(0) == '-';
            tokens.add(new Token(
                    sign ? Kind.PUNCTUATION : Kind.WORD,
                    zone.substring(0, 1),
                    start + moment.start(3),
                    start + moment.start(3) + 1,
                    true));
            if (sign) {
                add(Kind.CLOCK, zone.substring(1), start + moment.start(3) + 1);
            }
        }
        return true;
    }

    private boolean range(String run, int start) {
        var range = RANGE.matcher(run);
        if (!range.matches()) {
            return false;
        }
        var first = simple(range.group(1));
        var last = simple(range.group(2));
        if (first == null || last == null) {
            return false;
        }
        add(first, range.group(1), start);
        add(Kind.PUNCTUATION, "-", start + range.end(1));
        add(last, range.group(2), start + range.start(2));
        if (range.group(3) != null) {
            add(Kind.WORD, range.group(3), start + range.start(3));
        }
        return true;
    }

    /** {@code feb-26}, {@code 30-apr-2026}, {@code 2026q1}: parts of a date written together. */
    private boolean calendar(String run, int start) {
        var month = MONTH_YEAR.matcher(run);
        if (month.matches()) {
            add(Kind.WORD, month.group(1), start);
            year(month.group(2), start + month.start(2));
            return true;
        }
        var day = DAY_MONTH.matcher(run);
        if (day.matches()) {
            add(Kind.NUMBER, day.group(1), start);
            add(Kind.WORD, day.group(2), start + day.start(2));
            if (day.group(3) != null) {
                year(day.group(3), start + day.start(3));
            }
            return true;
        }
        var quarter = YEAR_QUARTER.matcher(run);
        if (!quarter.matches()) {
            return false;
        }
        if (quarter.group(1) != null) {
            year(quarter.group(1), start);
            add(Kind.QUARTER, quarter.group(2), start + quarter.start(2));
        } else {
            add(Kind.QUARTER, quarter.group(3), start);
            var digits = quarter.group(4) != null ? 4 : 5;
            year(quarter.group(digits), start + quarter.start(digits));
        }
        return true;
    }

    private void year(String digits, int start) {
        tokens.add(new Token(
                Kind.NUMBER, digits.length() == 2 ? "20" + digits : digits, start, start + digits.length(), true));
    }

    /** {@code 5ish}, {@code p.m.}, {@code 1½}. */
    private boolean colloquial(String run, int start) {
        var roughly = ROUGHLY.matcher(run);
        if (roughly.matches()) {
            var kind = simple(roughly.group(1));
            add(kind == null ? Kind.OPAQUE : kind, roughly.group(1), start);
            return true;
        }
        var half = HALF_OF_DAY.matcher(run);
        if (half.matches()) {
            tokens.add(new Token(Kind.WORD, half.group(1) + "m", start, start + run.length(), false));
            return true;
        }
        var more = PLUS_HALF.matcher(run);
        if (more.matches()) {
            tokens.add(new Token(Kind.NUMBER, more.group(1) + ".5", start, start + run.length(), false));
            return true;
        }
        return false;
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
        var plain = kind == Kind.WORD ? bare(text.replace('’', '\'')) : text;
        tokens.add(new Token(kind, plain, start, start + text.length(), glued));
    }

    private static String bare(String word) {
        return word.endsWith("'s") ? word.substring(0, word.length() - 2) : word;
    }
}
