package dev.quartermaster.intents.reading.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * What messages came to for whoever wrote them, as {@link OutcomeCheck} counts it.
 *
 * <ul>
 *   <li><b>wrong acts</b>: messages of which something would be done at once that is none of what was wanted: another
 *       verb, another value, the usual one where another was said, or more often than wanted;
 *   <li><b>words lost</b>: values recognised in messages that would act at once that are in nothing done or offered and
 *       not named as left out; of all recognised there. <b>Set aside</b> are those that the gate takes for remarks;
 *   <li><b>right at once</b>: messages of which all that was wanted is done or answered, and nothing else;
 *   <li><b>right after one click</b>: these, and messages of which each thing that was wanted is done, or is what one
 *       button or a form filled in with it does, and nothing wrong was done;
 *   <li><b>several requests</b>: of the messages with more than one, those that are right in either way;
 *   <li><b>asked, shown or formed</b>: of the messages that want something done, those that are right after one click
 *       and could have been done at once.
 * </ul>
 *
 * A question is right where a question was wanted.
 */
public final class OutcomeScore {
    int messages;
    int wrongActs;
    int recognised;
    int lost;
    int aside;
    int atOnce;
    int afterClick;
    int several;
    int severalRight;
    int orders;
    int held;
    final List<String> misses = new ArrayList<>();

    public int wrongActs() {
        return wrongActs;
    }

    public int wordsLost() {
        return lost;
    }

    /** Of 100 messages; as the others are. */
    public double rightAtOnce() {
        return Score.share(atOnce, messages);
    }

    public double rightAfterOneClick() {
        return Score.share(afterClick, messages);
    }

    public double severalRightOrShown() {
        return Score.share(severalRight, several);
    }

    public double heldBack() {
        return Score.share(held, orders);
    }

    /** What was wrong or lost, and what was right by no button, one entry each. */
    public List<String> misses() {
        return Collections.unmodifiableList(misses);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "wrong acts %d of %d · words lost %d of %d (%d set aside as remarks) · right at once %5.1f %%, after one"
                        + " click %5.1f %% · several requests all right or shown %5.1f %% of %d · asked, shown or formed"
                        + " where it could have been done %4.1f %% of %d",
                wrongActs,
                messages,
                lost,
                recognised,
                aside,
                rightAtOnce(),
                rightAfterOneClick(),
                severalRightOrShown(),
                several,
                heldBack(),
                orders);
    }
}
