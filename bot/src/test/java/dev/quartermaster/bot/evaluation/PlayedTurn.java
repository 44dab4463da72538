package dev.quartermaster.bot.evaluation;

import dev.quartermaster.bot.evaluation.Script.Turn;
import dev.quartermaster.intents.reading.evaluation.Wanted;
import java.util.ArrayList;
import java.util.List;

/**
 * What one turn came to.
 *
 * @param unasked what was done before any click and is nothing that was wanted
 * @param besides the same, after a click
 * @param missing what was wanted and not done, nor by a button that was offered
 * @param unsaid of which nothing was answered
 * @param clicks of buttons that were offered, so that what was wanted was done
 * @param trouble why it could not be played; empty: it was
 */
record PlayedTurn(
        Turn turn,
        List<ObservedEffect> unasked,
        List<ObservedEffect> besides,
        List<Wanted> missing,
        List<List<String>> unsaid,
        int clicks,
        String trouble,
        String answer) {
    /** Characters of an answer. */
    private static final int MOST = 400;

    static PlayedTurn unplayed(Turn turn, String trouble) {
        return new PlayedTurn(turn, List.of(), List.of(), turn.does(), turn.says(), 0, trouble, "");
    }

    boolean right() {
        return unasked.isEmpty() && besides.isEmpty() && missing.isEmpty() && unsaid.isEmpty() && trouble.isEmpty();
    }

    /** What is wrong with it, in one line. */
    String miss() {
        List<String> wrong = new ArrayList<>();
        add(wrong, "unasked", unasked);
        add(wrong, "besides", besides);
        add(wrong, "not done or offered", missing);
        add(wrong, "not said", unsaid);
        if (!trouble.isEmpty()) {
            wrong.add(trouble);
        }
        return turn + " → " + String.join("; ", wrong) + " | " + shortened();
    }

    private String shortened() {
        String line = answer.replaceAll("\\s+", " ");
        return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
    }

    private static void add(List<String> wrong, String what, List<?> which) {
        if (!which.isEmpty()) {
            wrong.add(what + " " + which);
        }
    }
}
