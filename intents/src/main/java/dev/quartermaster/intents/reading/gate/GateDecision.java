package dev.quartermaster.intents.reading.gate;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the gate says of one thing that would be done.
 *
 * @param why it is not done at once, in one sentence; empty: it may be
 * @param left what was recognised in the message and is no part of anything that would be done, as written
 */
public record GateDecision(String why, List<String> left) {

    static final String LEFT_OUT = "Not all that you said is part of this.";

    public GateDecision {
        left = List.copyOf(left);
    }

    /** What a note says of something already is not said twice; the note is shown before anything is done. */
    public GateDecision besides(List<String> notes) {
        var said = String.join(" ", notes).toLowerCase(Locale.ROOT);
        var rest = left.stream()
                .filter(words -> !Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(words.toLowerCase(Locale.ROOT))
                                + "(?![\\p{L}\\p{N}])")
                        .matcher(said)
                        .find())
                .toList();
        return new GateDecision(rest.isEmpty() && why.equals(LEFT_OUT) ? "" : why, rest);
    }

    public boolean atOnce() {
        return why.isEmpty();
    }
}
