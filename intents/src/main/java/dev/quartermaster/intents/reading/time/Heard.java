package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The day that was named last, for hours said after it: {@code tomorrow, from 9 to 12}. It fades after a while. */
final class Heard {

    private static final int FAR = 24;
    private static final Set<String> LATE = Sentence.words("tonight evening eve night tonite");
    private static final Set<String> JOINTS = Sentence.words(", from between at - ( :");

    private final Sentence said;
    private @Nullable LocalDate day;
    private int start;
    private int next;

    Heard(Sentence said) {
        this.said = said;
    }

    void hear(LocalDate named, int first, int after) {
        day = named;
        start = first;
        next = after;
    }

    /** The day named before this token, or null. */
    @Nullable
    LocalDate before(int index) {
        return day != null && next <= index && index - next < FAR ? day : null;
    }

    /** Whether nothing but a comma or "from" stands between the day and this token. */
    boolean adjacent(int index) {
        return before(index) != null && (next == index || next == index - 1 && said.in(next, JOINTS));
    }

    /** Whether the words just before this token say that it is late in the day. */
    boolean late(int index) {
        return adjacent(index) && said.in(next - 1, LATE);
    }

    /** Where the words of the day begin. */
    int begin() {
        return start;
    }

    /** Where the words begin that a time at {@code index} is said in. */
    int from(int index) {
        return adjacent(index) ? start : index;
    }
}
