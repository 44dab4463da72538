package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reading.Topic;
import dev.quartermaster.intents.reading.gate.ReadingGate;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a message is about that asks for nothing to be done: what something would cost, whose yes it would need, thanks, a
 * complaint. Told by its form and its words, because to a classifier "what would a notebook cost" resembles an order.
 * Worst case of a wrong guess: an answer to another question.
 *
 * @param suits what an order in such words would launch, where it names nothing
 */
record Topics(Utterance utterance, ReadingGate gate, Known known, Function<String, Optional<Slot>> suits) {
    private static final Pattern PRICE = Pattern.compile(
            "\\b(?:how much|what|how expensive)\\b[^?]{0,80}\\b(?:costs?|costing|priced?|charged?|billed|pay|be|is|are|for)\\b"
                    + "|\\b(?:price|cost) (?:of|for)\\b|\\bhow expensive\\b|\\b(?:is|are)\\b[^?]{0,60}\\bexpensive\\b");
    private static final Pattern MONEY =
            Pattern.compile("\\b(?:how much|costs?|costing|pric(?:e[sd]?|ing)|charged?|billed|pay|expensive)\\b");
    /** Money that was or is being spent, and what there is already: that is no price. */
    private static final Pattern SPENT =
            Pattern.compile("\\b(?:spent|spend(?:ing)?|did|has|(?<!to )have|had|was|were|so far|budget|bill"
                    + "|already|last|my|our (?!team)|memory|longer|time|left)\\b");

    private static final Pattern APPROVAL = Pattern.compile(
            "\\b(?:who(?:m|se)?|what|which|does|do(?! (?:give|grant|so|please))|would|will|need(?! you))\\b[^?]{0,80}\\b(?:approves?|approvals?|approvers?|approving"
                    + "|signs?(?:[ -]off)?|sign-?offs?|say(?:s|ing)? yes|a yes|yes from|decides?|authori[sz]es?|authori[sz]ation|permission|blessing|green-?lights?"
                    + "|(?<!\\b(?:be|is|are|'s) )ok(?:ay)?s?|agrees?)\\b|\\bwhose (?:yes|ok)\\b");
    /** Of something that was asked for, by the words that point to it. */
    private static final Pattern OWN_REQUEST = Pattern.compile(
            "\\b(?:that|it|this|my|mine|ours?|these|those|them)\\b|^\\W*(?:and |so |but |ok )?(?:who|whose)\\b.{0,24}$");

    private static final Pattern CAPACITY = Pattern.compile(
            "\\b(?:is|are|any|how many|how much|enough|got)\\b[^?]{0,40}\\b(?:gpus?|[ahlv]\\d{2,3}s?|t4s?|capacity|room|nodes?|machines?)\\b"
                    + "[^?]{0,30}\\b(?:free|available|left|idle|unused|spare)\\b(?! (?:up|of))"
                    + "|\\b(?:free|available|spare|idle) (?:gpus?|[ahlv]\\d{2,3}s?|t4s?|capacity|nodes?)\\b[^?]{0,30}\\?");

    private static final Pattern DECIDED =
            Pattern.compile("\\b(?:approved|decided|signed|agreed|denied|refused|waiting|pending|waits?|mine)\\b");
    private static final Pattern THANKS = Pattern.compile(
            "\\b(?:thanks?|thank you|thx|cheers|ta|appreciated?|grateful|brilliant"
                    + "|awesome|perfect|lovely|excellent|great (?:job|work|stuff)|nice one|well done|good (?:job|bot|work))\\b");
    private static final Pattern COMPLAINT = Pattern.compile(
            "\\b(?:slow\\w*|sluggish|lag(?:s|gy|ging)?|broken|broke|crash\\w*|hang(?:s|(?! on\\b))|hanging|hung|freez\\w*|frozen|froze|stuck"
                    + "|is down|went down|goes down|dead|died|dies|dying|unusable|useless|unresponsive|rubbish|awful|terrible"
                    + "|fail(?:s|ed|ing(?! that))?|forever|ages|timeouts?|times? out|timing out|timed out|errors?|kick(?:s|ed) (?:me|us)"
                    + "|disconnect\\w*|nothing works|no longer works"
                    + "|(?:doesn't|does not|won't|will not|isn't|is not|don't|do not|never|can't|cannot|can not|not) (?:\\w+ )?"
                    + "(?:work\\w*|open\\w*|start\\w*|load\\w*|respond\\w*|connect\\w*|reach\\w*|log ?in|get in(?:to)?|come up|run(?:ning)?))\\b");

    /** What a bare complaint resembles: the thing is named that somebody would want anew, for longer or larger. */
    private static final Set<Verb> RESEMBLED =
            EnumSet.of(Verb.LAUNCH, Verb.GRANT, Verb.EXTEND, Verb.RESIZE, Verb.RESUME);

    private static final Pattern WANTED = Pattern.compile(
            "\\b(?:please|pls|plz|(?:can|could|may|would) (?:you|u|i|we)|needs?|wants?|gi(?:ve|mme)|another|second|extra|fresh|instead"
                    + "|rather|more|(?<!(?:no|any) )longer)\\b");
    /** Where a second question begins. */
    private static final Pattern ASKED_NEXT = Pattern.compile(
            "\\?|,? (?:and|also|plus) (?=(?:who|whose|what|which|when|where|why|how|do|does|is|are|can|will)\\b)");

    private static final Pattern PIECES = Pattern.compile("[,;!?\\n]|\\.(?!\\w)");

    /** Empty where it asks for something after all, or is about nothing of this. */
    Optional<Topic> of(Reading reading) {
        var said = CaseFolding.lower(utterance.text()).replace('’', '\'');
        if (!told() || !alone(said, reading)) {
            return Optional.empty();
        }
        if (CAPACITY.matcher(said).find()) {
            return Optional.of(new Topic.Capacity());
        }
        if (approval(said)) {
            return wish().or(this::priced)
                    .<Topic>map(Topic.Approvers::new)
                    .or(() -> Optional.of(new Topic.Deciders())
                            .filter(topic -> OWN_REQUEST.matcher(said).find()));
        }
        if (price(said)) {
            return wish().map(Topic.Price::new);
        }
        if (gate.remarks() && COMPLAINT.matcher(said).find() && complains(said, reading)) {
            return Optional.of(new Topic.Complaint(target()));
        }
        return THANKS.matcher(said).find() && idle(reading) && !said.endsWith("?")
                ? Optional.of(new Topic.Thanks())
                : Optional.empty();
    }

    /** Where a price or whose yes it needs is asked for beside something else: how that is asked for alone. */
    List<String> besides(Reading reading) {
        var said = CaseFolding.lower(utterance.text()).replace('’', '\'');
        if (!told() || alone(said, reading)) {
            return List.of();
        }
        var questions = questions(said);
        return Stream.of(
                        questions.stream().anyMatch(this::approval) ? Answers.APPROVERS : "",
                        questions.stream().anyMatch(Topics::price) ? Answers.PRICE : "")
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private boolean told() {
        return gate.ordersNothing() && !(gate.heard() instanceof Context.Waiting);
    }

    /** Whether an answer in its place leaves out nothing else that was read or asked. */
    private static boolean alone(String said, Reading reading) {
        var one = reading.evidence().candidates().size() <= 1;
        return questions(said).size() <= 1
                && switch (reading) {
                    case Reading.Understood understood ->
                        one
                                && understood.intents().size() == 1
                                && understood.said().isEmpty();
                    case Reading.Ask ask ->
                        (one || ask.between()) && ask.besides().isEmpty();
                    case Reading.Answer answer -> one;
                    case Reading.NotOurs notOurs -> one;
                };
    }

    private static List<String> questions(String said) {
        return ASKED_NEXT.splitAsStream(said).filter(each -> !each.isBlank()).toList();
    }

    private boolean approval(String said) {
        return !gate.remarks()
                && APPROVAL.matcher(said).find()
                && !DECIDED.matcher(said).find();
    }

    private static boolean price(String said) {
        return PRICE.matcher(said).find()
                && MONEY.matcher(said).find()
                && !SPENT.matcher(said).find();
    }

    static String text(Topic topic) {
        return switch (topic) {
            case Topic.Thanks thanks -> Answers.WELCOME;
            case Topic.Deciders deciders -> Answers.DECIDERS;
            case Topic.Capacity capacity -> Answers.CAPACITY;
            case Topic.Complaint complaint -> Answers.SORRY;
            case Topic.Price price -> Answers.PRICE;
            case Topic.Approvers approvers -> Answers.APPROVERS;
        };
    }

    /** What a reader took it for is no part of what is remembered: a yes to an answer does nothing. */
    static Evidence evidence(Topic topic, Evidence read) {
        var verb = topic instanceof Topic.Thanks ? Verb.SMALLTALK : Verb.HELP;
        return new Evidence(read.by(), read.version(), List.of(new Candidate(verb, named(topic), 1)), read.remark());
    }

    /** What a price was asked of: whose yes that needs may be asked next. */
    private static Map<SlotName, Slot> named(Topic topic) {
        var wish = topic instanceof Topic.Price price ? price.wish() : null;
        return switch (wish) {
            case Intent.Launch launch ->
                Map.of(KnownSlot.PATH, new Slot(launch.path().value(), "", true));
            case Intent.Grant grant ->
                Map.of(KnownSlot.DATASET, new Slot(grant.dataset().value(), "", true));
            case null, default -> Map.of();
        };
    }

    /** Only where nothing is lost by it: it answers no open question, and whatever it was read as, it asks for nothing. */
    private boolean complains(String said, Reading reading) {
        if (gate.asked()
                || reading instanceof Reading.Understood understood
                        && understood.intents().stream().anyMatch(Intent.Why.class::isInstance)) {
            return false;
        }
        var candidates = reading.evidence().candidates();
        return candidates.stream()
                .filter(candidate -> candidate.verb().acts())
                .filter(candidate -> RESEMBLED.contains(candidate.verb()) || candidate == candidates.getFirst())
                .noneMatch(candidate -> wanted(said, candidate));
    }

    /** More is said than what it is about, or that stands apart from what is wrong: "a notebook, the old one died". */
    private static boolean wanted(String said, Candidate candidate) {
        return !RESEMBLED.contains(candidate.verb())
                || WANTED.matcher(said).find()
                || candidate.slots().entrySet().stream().anyMatch(slot -> {
                    var words = CaseFolding.lower(slot.getValue().words());
                    return !words.isBlank()
                            && (!thing(slot.getKey()) || candidate.verb().opens() && apart(said, words));
                });
    }

    /** What a complaint is about: "my access to sales.orders is slow". */
    private static boolean thing(SlotName slot) {
        return Verb.names(slot) || slot == KnownSlot.ACCESS;
    }

    private static boolean apart(String said, String words) {
        return Pattern.compile("\\ban? (?:[\\w-]+ ){0,2}" + Pattern.quote(words))
                        .matcher(said)
                        .find()
                || PIECES.splitAsStream(said)
                        .anyMatch(piece -> piece.contains(words)
                                && !COMPLAINT.matcher(piece).find());
    }

    /** With a length or data in it, it is more than thanks. */
    private boolean idle(Reading reading) {
        return (reading instanceof Reading.Answer || reading instanceof Reading.NotOurs)
                && gate.found().times().isEmpty()
                && gate.found().first(KnownSlot.DATASET).isEmpty();
    }

    /** What it speaks of, as it would be asked for; empty where it names nothing that can be. */
    private Optional<Intent> wish() {
        var found = gate.found();
        if (found.first(KnownSlot.TARGET).isPresent()) {
            return Optional.empty();
        }
        var verb = found.first(KnownSlot.DATASET).isPresent() ? Verb.GRANT : Verb.LAUNCH;
        Map<SlotName, Slot> slots = new LinkedHashMap<>(Filling.of(verb, found));
        // What the question is about is no purpose, and nobody is given anything: who is named may have to say yes.
        slots.remove(KnownSlot.PURPOSE);
        slots.remove(KnownSlot.GRANTEE);
        if (verb == Verb.LAUNCH && !slots.containsKey(KnownSlot.PATH)) {
            suits.apply("launch " + named(found)).ifPresent(path -> slots.put(KnownSlot.PATH, path));
        }
        var names = verb == Verb.GRANT
                || slots.containsKey(KnownSlot.PATH)
                || slots.keySet().stream().anyMatch(slot -> slot instanceof KnownSlot known && known.sized());
        return names
                        && new Bounds(utterance, new Context.None(), known, Evidence.By.EMBEDDED)
                                        .check(new Candidate(verb, slots, 1))
                                instanceof Bounds.Checked.Good good
                ? Optional.of(good.intent())
                : Optional.empty();
    }

    /** What a price was asked of just before. */
    private Optional<Intent> priced() {
        if (!(gate.given() instanceof Context.Last last)
                || last.candidate().verb() != Verb.HELP
                || last.candidate().slots().isEmpty()) {
            return Optional.empty();
        }
        var verb = last.candidate().slots().containsKey(KnownSlot.DATASET) ? Verb.GRANT : Verb.LAUNCH;
        return new Bounds(utterance, new Context.None(), known, Evidence.By.EMBEDDED)
                                .check(new Candidate(verb, last.candidate().slots(), 1))
                        instanceof Bounds.Checked.Good good
                ? Optional.of(good.intent())
                : Optional.empty();
    }

    /** From the first thing that is named to the last. */
    private String named(Found found) {
        var words = Stream.concat(
                        found.mentions().stream().map(Mention::words),
                        found.times().stream().map(TimeExpression::words))
                .toList();
        var start = words.stream().mapToInt(Words::start).min().orElse(0);
        var end = words.stream().mapToInt(Words::end).max().orElse(0);
        return found.text().substring(start, end);
    }

    private Target target() {
        var target = Filling.of(Verb.STATUS, gate.found()).get(KnownSlot.TARGET);
        return target == null || target.value().equals("last")
                ? new Target.Last()
                : new Target.Described(target.value().toString());
    }
}
