package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A message cut where one request may end and another begin: at the end of a sentence, and where something is asked for anew. */
public final class ClauseList {

    private static final Pattern JOINED =
            Pattern.compile("(?i)^(?:[\\s,;:–-]|(?:and|then|also|plus|but|so|oh|ah|&|\\+)\\s){1,20}+");
    private static final Pattern ABBREVIATED =
            Pattern.compile("(?i)(?:^|\\s)(?:e\\.g|i\\.e|etc|vs|approx|no|incl|max|min|mr|mrs|dr)\\.\\s*$");
    private static final Pattern POLITE = Pattern.compile("(?i)\\b(?:please|pls|plz)\\b");
    private static final Pattern INSTEAD =
            Pattern.compile("(?i)^\\W*or (?:else |maybe |perhaps )?(?:just |simply |even )?\\w");
    private static final int MOST = 6;

    private ClauseList() {}

    /** A stretch of the text, {@code start} inclusive, {@code end} exclusive, without what joins it to the one before. */
    public record Stretch(String text, int start, int end, Form form, boolean begins) {

        /** Whether it asks for something, by its form: background told around a request does not. */
        public boolean asks() {
            return switch (form) {
                case ORDER, QUESTION, CONDITIONAL, VALUE -> true;
                case REMARK -> begins || POLITE.matcher(text).find();
                case FORBIDDEN -> false;
            };
        }

        /** "Or just give me a new one": another way to the same end, said last and therefore meant. */
        boolean instead() {
            return form == Form.ORDER && INSTEAD.matcher(text).find();
        }
    }

    /** At least one, in order. */
    public static List<Stretch> of(String text, Found found) {
        var stretches = new ArrayList<Stretch>();
        var start = 0;
        var form = Form.VALUE;
        var begins = false;
        for (var clause : ClauseSplitter.of(text, found)) {
            var before = text.substring(start, clause.start());
            if (!before.isBlank()
                    && begins(clause, before)
                    && !bracketed(text, clause.start())
                    && stretches.size() + 1 < MOST) {
                stretches.add(stretch(text, start, clause.start(), form, begins));
                start = clause.start();
                form = form(clause, text);
                begins = clause.begins();
            } else if (before.isBlank() || form == Form.VALUE && clause.form() != Form.REMARK) {
                form = form(clause, text);
                begins |= clause.begins();
            }
        }
        stretches.add(stretch(text, start, text.length(), form, begins));
        return stretches;
    }

    /** Whether it stands in brackets: then it is said of what stands before them. */
    static boolean bracketed(String text, int at) {
        return text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.indexOf(')', at) >= 0;
    }

    /** What is only said in one sentence with a question is none: "my notebook is slow, can it be larger?" */
    private static Form form(Clause clause, String text) {
        return clause.form() == Form.QUESTION
                        && !clause.begins()
                        && !clause.of(text).endsWith("?")
                ? Form.REMARK
                : clause.form();
    }

    private static boolean begins(Clause clause, String before) {
        return ends(before) && !ABBREVIATED.matcher(before).find() || clause.begins();
    }

    /** Whether a sentence or a line ends there. */
    private static boolean ends(String before) {
        var end = before.stripTrailing();
        return !end.isEmpty() && ".!?;".indexOf(end.charAt(end.length() - 1)) >= 0
                || before.indexOf('\n', end.length()) >= 0;
    }

    private static Stretch stretch(String text, int from, int to, Form form, boolean begins) {
        var joined = JOINED.matcher(text.substring(from, to));
        var start = joined.find() && from + joined.end() < to ? from + joined.end() : from;
        var end = to;
        while (end > start
                && (Character.isWhitespace(text.charAt(end - 1)) || ",;:".indexOf(text.charAt(end - 1)) >= 0)) {
            end--;
        }
        return new Stretch(text.substring(start, end), start, end, form, begins);
    }

    /** Whether a text tells or wishes, and does not only ask what is so. */
    public static boolean orders(String text) {
        return ClauseSplitter.of(text).stream().anyMatch(clause -> clause.form() == Form.ORDER);
    }
}
