package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether what was read from a sentence may be done at once. Its law, whatever a reader answered:
 * <ol>
 *   <li>only an order acts: no question, complaint, report, plan, condition, quotation, thanks or ban;
 *   <li>a reader sees what was said before only where the words refer to it or hold nothing but values;
 *   <li>what was carried out already is never carried out again without a click;
 *   <li>what was recognised and is in nothing that would be done is named, and then nothing is done without a click.
 * </ol>
 * Denies by default; at worst a plain request costs a click. Commands never come here: their grammar refuses what it
 * cannot place. Decisions in words have a stricter gate of their own
 * ({@link dev.quartermaster.intents.reading.DecisionWords}).
 */
public final class ReadingGate {

    /** What does something. */
    static final Set<Verb> ACTING = Set.of(
            Verb.LAUNCH,
            Verb.GRANT,
            Verb.EXTEND,
            Verb.RESIZE,
            Verb.STOP,
            Verb.RESUME,
            Verb.WITHDRAW,
            Verb.TRANSFER,
            Verb.RUN);

    private static final String LEFT_OUT = "Not all that you said is part of this.";
    private static final String DONE = "What you asked for before was done already, so this is not done on its own.";
    private static final String QUESTION = "That reads like a question, so nothing is done yet.";
    private static final String REMARK = "That does not read like a request, so nothing is done yet.";
    private static final String FORBIDDEN = "You said not to do something, so nothing is done yet.";
    private static final String APART = "It is not clear which of your sentences asks for this.";
    private static final Pattern EARLIER = Pattern.compile(
            "\\b(?:(?:far |way |much )?too long|shorter|shorten|less time|sooner|earlier than|not (?:that|so) long|cut (?:it|that) (?:short|down)|don't need it (?:that|so) long)\\b");

    private final Utterance utterance;
    private final Known known;
    private final Found found;
    private final List<Clause> clauses;
    private final Context given;
    private final Context heard;

    /** @param names of {@code known}: built once for a catalogue, because that takes a while */
    public ReadingGate(Utterance utterance, Context context, Known known, Names names) {
        this.utterance = utterance;
        this.known = known;
        this.found = Found.in(utterance.text(), utterance.at(), utterance.zone(), names);
        this.clauses = Phrasing.of(utterance.text());
        this.given = context;
        this.heard = Reference.heard(utterance.text(), found, clauses, context);
    }

    /** Whether a verb does something, and so has to pass. */
    public static boolean acts(Verb verb) {
        return ACTING.contains(verb);
    }

    /** What a reader may know of what was said before. */
    public Context heard() {
        return heard;
    }

    /**
     * Whether words can be an answer to a question of ours: no question is one, and of remarks only those that hold
     * nothing but an option and the words one picks with, "the second one is fine".
     */
    public static boolean answers(String text, List<String> offered) {
        return switch (Phrasing.form(Phrasing.of(text))) {
            case QUESTION -> false;
            case ORDER, VALUE -> !text.strip().endsWith("?");
            case REMARK, FORBIDDEN ->
                !text.strip().endsWith("?") && (text.strip().matches("\\S+") || Reference.picking(text, offered));
        };
    }

    /** Whether somebody speaks of an end that is to come sooner, which no extension is. */
    public boolean sooner() {
        return EARLIER.matcher(utterance.text().toLowerCase(Locale.ROOT).replace('’', '\''))
                .find();
    }

    /** @param one what would be done, with what it really uses. @param all of the message, answers among them */
    public Gated of(Candidate one, List<Candidate> all) {
        if (!ACTING.contains(one.verb())) {
            return new Gated("", List.of());
        }
        var left = new Account(utterance.text(), found, known, utterance.by()).leftOut(all);
        var why = why(one);
        return new Gated(why.isEmpty() && !left.isEmpty() ? LEFT_OUT : why, left);
    }

    private String why(Candidate one) {
        if (heard instanceof Context.Last last && last.done() && repeats(one, last.candidate())) {
            return DONE;
        }
        return switch (Phrasing.form(clauses)) {
            case ORDER -> ordered(one) ? "" : APART;
            case VALUE -> value();
            case QUESTION -> answered() ? "" : QUESTION;
            case REMARK -> answered() ? "" : REMARK;
            case FORBIDDEN -> FORBIDDEN;
        };
    }

    /** A bare value is an answer to an open question, or a clipped request where nothing was said before. */
    private String value() {
        if (utterance.text().strip().endsWith("?")) {
            return QUESTION;
        }
        return given instanceof Context.Last last && (last.done() || !(heard instanceof Context.Last)) ? REMARK : "";
    }

    /** An answer to what we asked holds nothing but the answer, and so has no form of its own: "the second is fine". */
    private boolean answered() {
        return heard instanceof Context.Last last
                && !last.done()
                && Phrasing.form(clauses) != Form.QUESTION
                && !utterance.text().strip().endsWith("?");
    }

    /** The same verb again, or anything of it that was not said now. */
    private boolean repeats(Candidate one, Candidate last) {
        var said = utterance.text().toLowerCase(Locale.ROOT);
        return one.verb() == last.verb()
                || one.slots().values().stream()
                        .map(Slot::words)
                        .anyMatch(words -> !words.isBlank() && !said.contains(words.toLowerCase(Locale.ROOT)))
                || Phrasing.form(clauses) != Form.ORDER;
    }

    /** Where a message has an order and something else, what would be done must be said in the order. */
    private boolean ordered(Candidate one) {
        if (clauses.stream().allMatch(clause -> clause.form() == Form.ORDER || clause.form() == Form.VALUE)) {
            return true;
        }
        var said = utterance.text().toLowerCase(Locale.ROOT);
        var places = one.slots().entrySet().stream()
                .filter(slot -> NAMING.contains(slot.getKey()))
                .map(slot -> said.indexOf(slot.getValue().words().toLowerCase(Locale.ROOT)))
                .filter(at -> at > 0)
                .toList();
        return places.isEmpty()
                || places.stream()
                        .anyMatch(at -> clauses.stream()
                                .anyMatch(clause -> clause.holds(at)
                                        && (clause.form() == Form.ORDER || clause.form() == Form.VALUE)))
                || clauses.stream()
                        .noneMatch(clause -> clause.form() == Form.FORBIDDEN || clause.form() == Form.QUESTION);
    }

    private static final Set<String> NAMING = Set.of("path", "dataset", "target", "job");
}
