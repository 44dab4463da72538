package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A message cut where one request may end and another begin. */
final class Clauses {

    private static final Pattern CUT = Pattern.compile(
            "(?<=[.!?;])\\s+|\\n"
                    + "+|[,;]?\\s+(?:and|then|and then|and also|also|plus)\\s+(?=(?:please |pls |can you |could you"
                    + " )?(?:launch|start|stop|kill|shut|spin|give|grant|get|show|list|tell|extend|keep|cancel|withdraw|revoke|run|trigger|resize|resume|find|set|create|make|approve|deny|reject)\\b)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final int MOST = 8;

    private Clauses() {}

    /** At least one; a piece without a word belongs to the one before it. */
    static List<String> of(String text) {
        var clauses = new ArrayList<String>();
        for (var piece : CUT.split(text.strip())) {
            if (clauses.isEmpty() || WORD.matcher(piece).find() && clauses.size() < MOST) {
                clauses.add(piece);
            } else {
                clauses.set(clauses.size() - 1, clauses.getLast() + " " + piece);
            }
        }
        return clauses;
    }
}
