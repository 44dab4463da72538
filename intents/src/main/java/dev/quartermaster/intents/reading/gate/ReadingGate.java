package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.ClauseSplitter;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.intents.reading.text.ListMarkers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whether what was read from a sentence may be done at once. Its law, whatever a reader answered:
 * <ol>
 *   <li>only an order acts: no question, complaint, report, plan, condition, quotation, thanks or ban;
 *   <li>a reader sees what was said before only where the words refer to it or hold nothing but values;
 *   <li>what was carried out already is never carried out again without a click;
 *   <li>what was only shown and is changed now is shown again: nobody has said yes to what comes of it;
 *   <li>what was recognised and is in nothing that would be done is named, and then nothing is done without a click.
 * </ol>
 * Denies by default; at worst a plain request costs a click. Commands never come here: their grammar refuses what it
 * cannot place. Decisions in words have a stricter gate of their own
 * ({@link dev.quartermaster.intents.reading.DecisionWords}).
 */
public final class ReadingGate {

    private static final Pattern OTHER_ORDER = Pattern.compile(
            "\\b(?:stop|kill|end|extend|withdraw|cancel|revoke|transfer|resume|resize|delete|shut|terminate|close)\\b");
    private static final String LEADING =
            "^\\W*(?:(?:and|then|also|plus|please|pls|just|can|could|you|so|but)\\W+){0,9}(?:";
    /** How an order begins, and what may have been understood by it. */
    private static final Map<Pattern, Set<Verb>> ORDERED = Map.of(
            Pattern.compile(LEADING + "launch|spin up|fire up|provision)\\b"),
            Set.of(Verb.LAUNCH, Verb.RESUME, Verb.RUN, Verb.GRANT),
            Pattern.compile(LEADING + "stop|kill|end|shut|terminate|delete|cancel|revoke|withdraw)\\b"),
            Set.of(Verb.STOP, Verb.WITHDRAW, Verb.TRANSFER, Verb.DENY),
            Pattern.compile(LEADING + "extend|prolong|renew)\\b"),
            Set.of(Verb.EXTEND),
            Pattern.compile(LEADING + "transfer|hand over)\\b"),
            Set.of(Verb.TRANSFER, Verb.GRANT),
            Pattern.compile(LEADING + "grant)\\b"),
            Set.of(Verb.GRANT, Verb.LAUNCH, Verb.RESUME, Verb.RUN));

    private static final Pattern ANOTHER_THING =
            Pattern.compile("(?i)\\b(?:and|plus|&) ((?:my|the|our|that) (?:other )?\\p{L}[\\p{L}\\p{N}_-]{1,40})\\b");

    /** Said of a change of what was filed before, whether that waits still or not. */
    public static final String DONE = "What you asked for before was done already, so this is not done on its own.";

    private static final String CORRECTED = "That changes what I showed you, so nothing is done yet.";
    private static final String OPEN = "I had asked you about something else, so nothing is done yet.";
    private static final String QUESTION = "That reads like a question, so nothing is done yet.";
    private static final String REMARK = "That does not read like a request, so nothing is done yet.";
    private static final String QUOTED = "You quote that, so nothing is done yet.";
    private static final String FORBIDDEN = "You said not to do something, so nothing is done yet.";
    private static final String CONDITION = "That depends on something that I don't check, so nothing is done yet.";
    private static final String APART = "It is not clear which of your sentences asks for this.";
    private static final Pattern ASKED = Pattern.compile(
            "(?i)^\\W*(?:(?:hi|hey|hello|please|pls|so|ok|okay|and|also|morning|there|all)\\W{1,10}){0,20}(?:(?<me>(?:can|could|may|might)"
                    + " (?:i|we)(?: please| pls| possibly| just| also| maybe)* (?:get|have|borrow|grab)(?: me)?|(?:is"
                    + " there )?any (?:chance|way|possibility) of(?: getting| having)?|(?:is|would) it(?: be)? possible to"
                    + " (?:get|have))|(?:can|could|would|will) (?:you|u)(?: please| pls| possibly| kindly| just| also|"
                    + " maybe)*|any chance (?:you|u) (?:can|could|would)|(?:is|would) it(?: be)? possible to(?! be))"
                    + " (?=\\S)");
    private static final Pattern EARLIER = Pattern.compile(
            "\\b(?:(?:bring|move|pull|put) .{1,40}forward|(?:far |way |much )?too long|shorter|shorten|less time|sooner|earlier than|not (?:that|so) long|cut"
                    + " (?:it|that) (?:short|down)|don't need it (?:that|so) long)\\b");

    private static final Pattern WORD = Pattern.compile("(?i)(?!please|pls|thanks)\\b\\p{L}{2,}");
    private static final Pattern LONGER = Pattern.compile(
            "(?i)\\b(?:more|longer|another|extra|exten\\w+|further|keep|again|additional|prolong\\w*|renew\\w*|up)\\b|\\+");

    /** Beside an order: what went on before, or something that is not the end. */
    private static final Pattern ELSE = Pattern.compile(
            "\\b(?:took|takes?|taken|taking|was|were|had|has been|have been|been|ran|runs|waited|waiting|wish|wished|should have)\\b");

    private final Utterance utterance;
    private final Known known;
    private final Found found;
    private final List<Clause> clauses;
    private final Context given;
    private final Context heard;
    private final EarlierReading earlier;

    /** @param names of {@code known}: built once for a catalogue, because that takes a while */
    public ReadingGate(Utterance utterance, Context context, Known known, Names names) {
        this.utterance = utterance.saying(ListMarkers.blanked(utterance.text()));
        this.known = known;
        this.found = Found.in(this.utterance.text(), utterance.at(), utterance.zone(), names);
        this.clauses = ClauseSplitter.of(this.utterance.text(), found);
        this.given = context;
        this.heard = ContextReference.heard(utterance.text(), found, clauses, context);
        this.earlier = new EarlierReading(utterance.text(), ClauseSplitter.form(clauses), heard);
    }

    /** A request that has the form of a question, as the order that it means; empty for all others. */
    public static Optional<String> plainly(String text) {
        if (ClauseSplitter.of(text).stream()
                        .filter(clause -> clause.form() == Form.ORDER)
                        .count()
                != 1) {
            return Optional.empty();
        }
        var asked = ASKED.matcher(text);
        if (!asked.find()) {
            return Optional.empty();
        }
        var order = (asked.group("me") == null ? "" : "get me ") + text.substring(asked.end());
        return Optional.of(order.replaceFirst("\\s*\\?\\s*$", ""));
    }

    /** What was said before, whether or not the words refer to it: for answers, and for nothing that is done. */
    public Context given() {
        return given;
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
        return switch (ClauseSplitter.form(ClauseSplitter.of(text))) {
            case QUESTION -> false;
            case ORDER -> !text.strip().endsWith("?") && !elsewhere(text, offered);
            case VALUE -> !text.strip().endsWith("?");
            case REMARK, FORBIDDEN, CONDITIONAL ->
                !text.strip().endsWith("?")
                        && (text.strip().matches("\\S+") || ContextReference.picking(text, offered));
        };
    }

    /** Whether it only tells something: no part of it orders or asks. */
    public static boolean tells(String text) {
        return !text.strip().endsWith("?")
                && ClauseSplitter.of(text).stream()
                        .noneMatch(clause -> clause.form() == Form.ORDER || clause.form() == Form.QUESTION);
    }

    /** An order to end or change something, where nothing of that kind was offered, is no answer: "stop both" to a launch. */
    private static boolean elsewhere(String text, List<String> offered) {
        var labels = String.join(" ", offered).toLowerCase(Locale.ROOT);
        return OTHER_ORDER
                .matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(verb -> !labels.contains(verb.group()));
    }

    /** Whether somebody speaks of an end that is to come sooner, which no extension is; not of what took too long. */
    public boolean sooner() {
        var text = utterance.text().toLowerCase(Locale.ROOT).replace('’', '\'');
        var ordered = clauses.stream().anyMatch(clause -> clause.form() == Form.ORDER);
        return !ordered && EARLIER.matcher(text).find()
                || clauses.stream()
                        .filter(clause -> clause.form() == Form.ORDER
                                || !ELSE.matcher(text.substring(clause.start(), clause.end()))
                                        .find())
                        .anyMatch(clause -> EARLIER.matcher(text.substring(clause.start(), clause.end()))
                                .find());
    }

    /** It would last as long as such things do, because nothing else was understood. */
    public static boolean endless(Candidate one) {
        return (one.verb() == Verb.EXTEND || one.verb().opens())
                && !one.slots().containsKey(KnownSlot.FOR)
                && !one.slots().containsKey(KnownSlot.UNTIL);
    }

    /** Words for an end that are no time: "until the end of the sprint". */
    public Optional<String> unknownEnd() {
        return new UnknownMoments(utterance.text(), found).end();
    }

    /** Without amounts that are only spoken against: "32 GB would be too much" asks for no 32 GB, whoever says yes to it. */
    public Evidence wanted(Evidence evidence) {
        var refused = new SpokenAgainst(found.text().toLowerCase(Locale.ROOT), clauses);
        var against = found.mentions().stream()
                .filter(mention -> CoverageCheck.wanted(mention.slot()) && refused.of(mention))
                .toList();
        return evidence.by() == Evidence.By.SLASH || against.isEmpty()
                ? evidence
                : new Evidence(
                        evidence.by(),
                        evidence.version(),
                        evidence.candidates().stream()
                                .map(one -> without(one, against))
                                .toList(),
                        evidence.remark());
    }

    private static Candidate without(Candidate one, List<Mention> against) {
        var slots = new LinkedHashMap<>(one.slots());
        slots.entrySet()
                .removeIf(slot -> against.stream()
                        .anyMatch(mention -> mention.slot() == slot.getKey()
                                && mention.value().equals(slot.getValue().value())
                                && mention.words().text().equals(slot.getValue().words())));
        return new Candidate(one.verb(), slots, one.confidence());
    }

    /** @param one what would be done, with what it really uses. @param all of the message, answers among them */
    public GateDecision of(Candidate one, List<Candidate> all) {
        if (!one.verb().acts()) {
            return new GateDecision("", List.of());
        }
        var left = new ArrayList<>(
                new CoverageCheck(utterance.text(), found, clauses, known, utterance.by()).leftOut(all));
        left.addAll(ordersLeft(all));
        left.addAll(thingsLeft(one, all));
        left.addAll(UnknownOrders.beside(one, all, utterance.text()));
        if (ordersNothing()) {
            OtherHead.of(utterance.text(), found, one).ifPresent(left::add);
        }
        if (endless(one)) {
            unknownEnd().ifPresent(left::add);
        }
        if (!one.slots().containsKey(KnownSlot.FROM)) {
            var moments = new UnknownMoments(utterance.text(), found);
            moments.start()
                    .filter(said -> one.verb().opens() || !covers(one, said))
                    .or(() -> moments.event().filter(said -> !covers(one, said)))
                    .ifPresent(left::add);
        }
        var doubt = why(one, all);
        var why = doubt.isEmpty() && left.isEmpty() ? Guesses.of(found, one).orElse("") : doubt;
        return new GateDecision(why.isEmpty() && !left.isEmpty() ? GateDecision.LEFT_OUT : why, left);
    }

    /** Orders of the message whose verb nothing does that was understood: "launch a notebook and stop the old one". */
    private List<String> ordersLeft(List<Candidate> all) {
        var done = all.stream().map(Candidate::verb).collect(Collectors.toSet());
        return clauses.stream()
                .filter(clause -> clause.form() == Form.ORDER)
                .map(clause -> clause.of(utterance.text()))
                .filter(words -> ORDERED.entrySet().stream()
                        .anyMatch(each -> each.getKey()
                                        .matcher(words.toLowerCase(Locale.ROOT))
                                        .find()
                                && each.getValue().stream().noneMatch(done::contains)))
                .map(words -> words.strip().replaceFirst("^(?i)(?:and|then|also|plus)\\b[\\s,]*", ""))
                .toList();
    }

    /** "… and my workstation", where what is done is done to one thing: the second is named, or nothing is done. */
    private List<String> thingsLeft(Candidate one, List<Candidate> all) {
        if (!one.verb().onWhatIs()) {
            return List.of();
        }
        return ANOTHER_THING
                .matcher(utterance.text())
                .results()
                .map(said -> said.group(1).strip())
                .filter(said -> all.stream()
                        .flatMap(each -> each.slots().values().stream())
                        .map(slot -> slot.words().toLowerCase(Locale.ROOT))
                        .noneMatch(words -> !words.isBlank()
                                && said.toLowerCase(Locale.ROOT).contains(words)))
                .toList();
    }

    /** What is recognised in the message and stands in no slot of one reading that is only offered, as written. */
    public List<String> leftOut(Candidate offered) {
        return offered.verb().acts()
                ? new CoverageCheck(utterance.text(), found, clauses, known, utterance.by()).leftOut(List.of(offered))
                : List.of();
    }

    private String why(Candidate one, List<Candidate> all) {
        var doubt = Doubts.of(utterance.text(), one, all);
        if (doubt.isPresent()) {
            return doubt.get();
        }
        if (bare().quoted()) {
            return QUOTED;
        }
        if (earlier.repeated(one)) {
            return DONE;
        }
        if (earlier.corrected(one)) {
            return CORRECTED;
        }
        if (one.verb() == Verb.WITHDRAW && asked()) {
            return OPEN;
        }
        if (clauses.stream().anyMatch(clause -> clause.form() == Form.CONDITIONAL)) {
            return CONDITION;
        }
        return switch (ClauseSplitter.form(clauses)) {
            case ORDER -> ordered(one) ? "" : APART;
            case VALUE -> heard instanceof Context.None && bare().politelyNamed() ? "" : value(one);
            case QUESTION -> answered(one) ? "" : QUESTION;
            case REMARK ->
                answered(one) || given instanceof Context.None && (bare().clipped() || bare().terse(one)) ? "" : REMARK;
            case FORBIDDEN -> FORBIDDEN;
            case CONDITIONAL -> CONDITION;
        };
    }

    /**
     * A bare value is an answer to an open question, of what that question was about, or a clipped request where nothing
     * was asked for before; below what waits for a decision it may be meant for that, and only a decision is done.
     */
    private String value(Candidate one) {
        if (utterance.text().strip().endsWith("?")) {
            return QUESTION;
        }
        return switch (given) {
            case Context.None none -> bare().standing() || nothingButATime(one) || longerOrNew(one) ? REMARK : "";
            case Context.Waiting waiting -> one.verb().decides() ? "" : REMARK;
            case Context.Last last
            when !last.candidate().verb().acts() -> one.verb().opens() && bare().named() ? "" : REMARK;
            case Context.Last last ->
                last.done()
                                || !(heard instanceof Context.Last)
                                || last.candidate().verb() != one.verb()
                        ? REMARK
                        : "";
        };
    }

    /** "Until 5": of what, and what with it, nobody has said. */
    private boolean nothingButATime(Candidate one) {
        var rest = new StringBuilder(found.text());
        found.times()
                .forEach(time -> rest.replace(
                        time.words().start(),
                        time.words().end(),
                        " ".repeat(time.words().end() - time.words().start())));
        return one.verb().onWhatIs()
                && !one.verb().decides()
                && !WORD.matcher(rest).find();
    }

    /** "GPU box until 8pm": a new one, or the old one for longer. */
    private boolean longerOrNew(Candidate one) {
        return one.verb() == Verb.EXTEND && !LONGER.matcher(utterance.text()).find();
    }

    private static boolean covers(Candidate one, String said) {
        return one.slots().values().stream().anyMatch(slot -> slot.words().contains(said));
    }

    private BareRequest bare() {
        return new BareRequest(utterance.text(), found, clauses);
    }

    /** An answer to what we asked holds nothing but the answer, and so has no form of its own: "the second is fine". */
    private boolean answered(Candidate one) {
        return heard instanceof Context.Last last
                && !last.done()
                && last.candidate().verb() == one.verb()
                && !ContextReference.prefers(utterance.text())
                && ClauseSplitter.form(clauses) != Form.QUESTION
                && !utterance.text().strip().endsWith("?");
    }

    /** Whether it is what was said before with other values: it takes something from there, or says so. */
    public boolean changes(Candidate one) {
        return earlier.changed(one);
    }

    /** What was found in it. */
    public Found found() {
        return found;
    }

    /** Whether it tells nobody to do anything. */
    public boolean ordersNothing() {
        return clauses.stream().noneMatch(clause -> clause.form() == Form.ORDER);
    }

    /** Whether something that was asked or shown before still waits for its answer. */
    public boolean asked() {
        return given instanceof Context.Last last && !last.done();
    }

    /** Whether it only says what is so: no order, no question, no ban. */
    public boolean remarks() {
        return !utterance.text().strip().endsWith("?")
                && clauses.stream().allMatch(clause -> clause.form() == Form.REMARK || clause.form() == Form.VALUE);
    }

    /** Where a message has an order and something else, what would be done must be said in the order. */
    private boolean ordered(Candidate one) {
        if (clauses.stream().allMatch(clause -> clause.form() == Form.ORDER || clause.form() == Form.VALUE)) {
            return true;
        }
        var said = utterance.text().toLowerCase(Locale.ROOT);
        var places = one.slots().entrySet().stream()
                .filter(slot -> Verb.names(slot.getKey()))
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
}
