package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Choices;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.clauses.Form;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How what was understood now stands to the reading before that its words refer to.
 *
 * @param form of the message as a whole
 * @param heard what may be known of what was said before
 */
record EarlierReading(String text, Form form, Context heard) {
    /** One more, and not another instead: "the same for raj", "another one", "for lee too". */
    private static final Pattern BESIDES = Pattern.compile(
            "\\b(?:another|also|too|as well|again|besides|both|one more|second|same|likewise|ditto|additionally|more of)\\b");

    private static final Pattern INSTEAD = Pattern.compile("\\b(?:instead|rather|change|replace)\\b");

    /** What was done before would be done once more: the same verb again, or anything of it that was not said now. */
    boolean repeated(Candidate one) {
        return heard instanceof Context.Last last
                && last.done()
                && (one.verb() == last.candidate().verb()
                        || takesWords(one)
                        || form != Form.ORDER && last.candidate().verb().acts());
    }

    /**
     * Whether it puts another value in the place of one that was only shown: nobody has said yes to what comes of that. An
     * answer to a question of ours picks what was offered, or adds what was missing.
     */
    boolean corrected(Candidate one) {
        if (!(heard instanceof Context.Last last)
                || last.done()
                || one.verb() != last.candidate().verb()
                || Choices.pick(text, last.offered()).isPresent()) {
            return false;
        }
        var before = last.candidate();
        var shown = last.offered().stream().anyMatch(option -> option.startsWith("Yes"));
        return shown && !values(one).equals(values(before))
                || before.slots().entrySet().stream()
                        .filter(slot -> slot.getValue().resolved()
                                && !slot.getValue().words().isBlank())
                        .anyMatch(slot -> !slot.getValue().value().equals(value(one, slot.getKey())));
    }

    private static Map<SlotName, Object> values(Candidate candidate) {
        return candidate.slots().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, slot -> slot.getValue().value()));
    }

    private static Object value(Candidate candidate, SlotName name) {
        var slot = candidate.slots().get(name);
        return slot == null ? "" : slot.value();
    }

    /** Whether it is what was said before with other values: it takes something from there, or says so. */
    boolean changed(Candidate one) {
        var said = text.toLowerCase(Locale.ROOT);
        var instead = INSTEAD.matcher(said).find();
        return heard instanceof Context.Last last
                && one.verb() == last.candidate().verb()
                && (instead || !BESIDES.matcher(said).find())
                && (instead || takesWords(one));
    }

    /** Words of it were not said now. */
    private boolean takesWords(Candidate one) {
        var said = text.toLowerCase(Locale.ROOT);
        return one.slots().values().stream()
                .map(Slot::words)
                .anyMatch(words -> !words.isBlank() && !said.contains(words.toLowerCase(Locale.ROOT)));
    }
}
