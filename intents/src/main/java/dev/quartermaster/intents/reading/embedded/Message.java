package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.DecisionWords;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.ClauseList;
import dev.quartermaster.intents.reading.clauses.ClauseReader;
import dev.quartermaster.intents.reading.clauses.NounPhrase;
import dev.quartermaster.intents.reading.clauses.RequestClauses;
import dev.quartermaster.intents.reading.clauses.RequestList;
import dev.quartermaster.intents.reading.clauses.ScoredClause;
import dev.quartermaster.intents.reading.clauses.UnnamedData;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One message being read: attacks first, then what it may answer, then what it asks for. */
final class Message implements ClauseReader {

    /** From here on what stands beside an order not to do something is read as a request. */
    private static final double OWN = 0.7;
    /** A verb less likely than this is not offered in a question. */
    private static final double OFFERED = 0.08;
    /** How much likelier a decision is where somebody was asked for one. */
    private static final double ASKED_FOR = 4;

    private static final double UNLIKELY = 0.05;

    private static final int OPTIONS = 5;
    /** Each costs an embedding; nobody asks for more at once. */
    private static final int MOST_CLAUSES = 20;
    /** Low enough that whatever does something is confirmed first. */
    private static final double DOUBTED = 0.5;

    /** More likely nothing of ours than not. */
    private static final double PLAINLY_BEYOND = 0.5;

    /** "Leave it. RStudio for two hours": the one is left, and the other has nothing to do with it. */
    private static final Pattern LEAVE_IT = Pattern.compile(
            "(?i)^\\W*(?:leave (?:it|that)|forget (?:it|that)|never ?mind(?: that)?|scrap (?:it|that)|skip (?:it|that))"
                    + "\\s*[.,;!:–-]+\\s+");

    /** "Scrap that": what was asked for is there already, or waits; which of the two is theirs to say. */
    private static final Pattern TAKE_BACK = Pattern.compile(
            "(?i)^\\W{0,9}(?:(?:oh|ah|no|sorry|wait|oops|actually|please|ok|hm+|argh)\\W{1,3}){0,3}(?:(?:scrap|cancel|undo|take back|bin|drop) (?:that|it|this)"
                    + "(?: (?:again|then|please|pls|one|request|will you))?|take (?:that|it) back|undo)\\W{0,9}$");

    private static List<Candidate> takenBack() {
        var last = Map.<SlotName, Slot>of(KnownSlot.TARGET, new Slot("last", "", true));
        return List.of(new Candidate(Verb.WITHDRAW, last, 0.5), new Candidate(Verb.STOP, last, 0.5));
    }

    record Result(List<Candidate> candidates, boolean sure) {

        static Result sure(Candidate candidate) {
            return new Result(List.of(candidate), true);
        }

        static Result nothing(double odds) {
            return sure(new Candidate(Verb.OUTOFSCOPE, Map.of(), odds));
        }
    }

    private final Learnt learnt;
    private final Utterance utterance;
    private final Context context;
    private final Map<String, Found> finds = new HashMap<>();
    private final Map<String, ScoredClause> judgements = new HashMap<>();

    /** The most that any part of the message looked like an attack. */
    private double suspicion;

    /** @param found in the words of the utterance */
    Message(Learnt learnt, Utterance utterance, Context context, Found found) {
        this.learnt = learnt;
        this.utterance = utterance;
        this.context = context;
        finds.put(utterance.text(), found);
    }

    Result read(String text) {
        if (text.isBlank()) {
            return new Result(List.of(), false);
        }
        var result = understood(text);
        var distrust = learnt.distrust();
        var acts = result.candidates().stream().map(Candidate::verb).anyMatch(Verb::changes);
        // Words that attacks are made of stand in honest requests as well: those are shown, and done when confirmed.
        var masked = found(text).masked();
        var worded = Attacks.in(text) || !masked.equals(text) && Attacks.in(masked);
        if (suspicion >= (worded ? distrust.doubt() : distrust.certain()) || worded && !acts) {
            return Result.nothing(0.99);
        }
        if (context instanceof Context.Waiting
                && DecisionWords.unmistakable(text).isPresent()) {
            return result;
        }
        return acts && (worded || suspicion >= distrust.doubt()) ? doubted(result, worded) : result;
    }

    /** One thing is asked about; of several each is shown and confirmed, or they would look like alternatives. */
    private static Result doubted(Result result, boolean worded) {
        return !worded && result.sure() && result.candidates().size() > 1
                ? new Result(
                        result.candidates().stream()
                                .map(each ->
                                        new Candidate(each.verb(), each.slots(), Math.min(DOUBTED, each.confidence())))
                                .toList(),
                        true)
                : new Result(result.candidates(), false);
    }

    private Result understood(String text) {
        var found = found(text);
        judged(text, found);
        if (context instanceof Context.Last last) {
            var rest = LEAVE_IT.matcher(text).replaceFirst("");
            if (rest.length() < text.length()
                    && (NounPhrase.begins(found(rest), KnownSlot.PATH)
                            || NounPhrase.begins(found(rest), KnownSlot.DATASET))) {
                return new Message(learnt, utterance, new Context.None(), found(utterance.text())).understood(rest);
            }
            if (last.candidate().verb() == Verb.LAUNCH && Cheaper.asked(text)) {
                return new Result(Cheaper.of(last.candidate()), false);
            }
            if (last.done()
                    && last.candidate().verb().opens()
                    && TAKE_BACK.matcher(text).matches()) {
                return new Result(takenBack(), false);
            }
            var followUp = new FollowUp(last, this::found).read(text, found);
            if (followUp.isPresent()) {
                return Result.sure(followUp.get());
            }
        }
        var dropped = Retold.dropped(text, this::named);
        if (dropped.isPresent()) {
            return Result.sure(dropped.get());
        }
        var decision = decision(text, found);
        if (decision.isPresent()) {
            return Result.sure(decision.get());
        }
        var vague = Vague.verbs(text, found);
        if (vague.isPresent()) {
            var judged = judged(text, found);
            return new Result(
                    vague.get().stream().map(verb -> judged.as(verb, 0.2)).toList(), false);
        }
        var own = Guards.unquoted(text.strip());
        return own.equals(text.strip()) || Guards.orders(own) ? sentence(own) : Result.nothing(0.9);
    }

    private boolean named(String thing) {
        return found(thing).mentions().stream()
                .anyMatch(mention -> mention.resolved()
                        && (mention.slot() == KnownSlot.PATH
                                || mention.slot() == KnownSlot.DATASET
                                || mention.slot() == KnownSlot.TARGET));
    }

    @Override
    public Found found(String text) {
        return finds.computeIfAbsent(text, same -> Found.in(same, utterance.at(), utterance.zone(), learnt.names()));
    }

    @Override
    public ScoredClause scored(String text) {
        return judged(text, found(text));
    }

    private ScoredClause judged(String text, Found found) {
        var before = judgements.get(text);
        if (before != null) {
            return before;
        }
        var judged = judgedAnew(text, found);
        judgements.put(text, judged);
        return judged;
    }

    private ScoredClause judgedAnew(String text, Found found) {
        var masked = learnt.spelling().mended(found.masked());
        var scored = learnt.scorer().of(masked);
        suspicion = Math.max(suspicion, scored.suspicion());
        var scores = scored.scores();
        var verbs = scores.verbs();
        if (context instanceof Context.Waiting && !Guards.factAsked(text)) {
            Verb.which(Verb::decides).forEach(verb -> verbs.computeIfPresent(verb, (same, odds) -> odds * ASKED_FOR));
        }
        Guards.apply(text, masked, verbs);
        if (NounPhrase.begins(found, KnownSlot.PATH)
                && found.first(KnownSlot.SIZE).isPresent()) {
            // "RStudio large 2d": what is kept longer has its size.
            verbs.computeIfPresent(Verb.EXTEND, (same, odds) -> odds * UNLIKELY);
        }
        decided(text).ifPresent(verb -> {
            verbs.replaceAll((other, odds) -> odds * 0.01);
            verbs.put(verb, 0.99);
        });
        return new ScoredClause(
                text,
                found,
                scores.path().orElse(null),
                scores.beyond(),
                verbs.entrySet().stream()
                        .sorted(Map.Entry.<Verb, Double>comparingByValue().reversed())
                        .toList());
    }

    private Optional<Candidate> decision(String text, Found found) {
        return ClauseList.of(text, found).stream()
                                .filter(ClauseList.Stretch::asks)
                                .count()
                        > 1
                ? Optional.empty()
                : decided(text).map(verb -> new Candidate(verb, Filling.of(verb, found), 0.99));
    }

    private Optional<Verb> decided(String text) {
        return DecisionWords.said(learnt.spelling().mended(text), context instanceof Context.Waiting);
    }

    private Result sentence(String text) {
        if (Guards.notToStart(text)) {
            var besides = Guards.besides(text).map(this::scored);
            return besides.filter(judged -> judged.odds() >= OWN)
                    .map(this::decided)
                    .orElseGet(() -> Result.nothing(0.9));
        }
        var clauses = ClauseList.of(text, found(text));
        if (clauses.size() > MOST_CLAUSES) {
            return new Result(List.of(), false);
        }
        var whole = scored(text);
        var requests = new RequestClauses(this, whole).of(clauses);
        if (requests.size() == 1) {
            return decided(requests.getFirst());
        }
        var foreign = requests.stream().filter(this::foreign).toList();
        var ours =
                requests.stream().filter(request -> !foreign.contains(request)).toList();
        return ours.isEmpty() ? Result.nothing(0.9) : new Result(RequestList.of(this, ours), true);
    }

    private boolean foreign(ScoredClause judged) {
        return judged.found().mentions().stream().noneMatch(Message::ofTheCatalogue)
                        && Guards.foreign(learnt.spelling().mended(judged.text()), judged.verb())
                || judged.verb().changes() && Guards.elsewhere(judged.text());
    }

    private static boolean ofTheCatalogue(Mention mention) {
        return mention.resolved() && (mention.slot() == KnownSlot.PATH || mention.slot() == KnownSlot.DATASET);
    }

    private Bars bars() {
        return learnt.trained().bars();
    }

    private Result decided(ScoredClause judged) {
        if (foreign(judged)) {
            return Result.nothing(judged.odds());
        }
        if (judged.beyond() >= bars().beyond() && judged.verb().changes()) {
            // Two measures disagree about whether it is ours at all; or it names what is.
            return judged.odds() >= bars().ask() && judged.beyond() < PLAINLY_BEYOND || namesOurs(judged)
                    ? doubted(new Result(RequestList.of(this, List.of(judged)), true), false)
                    : Result.nothing(judged.odds());
        }
        if (judged.verb() == Verb.OUTOFSCOPE && namesOurs(judged)) {
            return offered(judged);
        }
        if (judged.verb() == Verb.LAUNCH && UnnamedData.opens(judged)) {
            var launch = judged.as(Verb.LAUNCH, judged.odds());
            var grant = UnnamedData.right(judged, this);
            return judged.found().first(KnownSlot.PATH).isPresent()
                    ? new Result(List.of(launch, grant), true)
                    : new Result(List.of(grant, launch), false);
        }
        if (judged.odds() >= bars().ask() && judged.odds() - judged.second() >= bars().margin()) {
            return new Result(RequestList.of(this, List.of(judged)), true);
        }
        var opens = judged.verbs().stream()
                .filter(entry -> entry.getKey().opens())
                .mapToDouble(Map.Entry::getValue)
                .sum();
        if (judged.verb().opens() && opens >= bars().ask()) {
            var each = RequestList.of(this, List.of(judged));
            if (each.size() > 1) {
                // Things to be made and data to be read in one message: which is which stands in it.
                return doubted(new Result(each, true), false);
            }
        }
        return offered(judged);
    }

    /** The likeliest, with a button each. */
    private static Result offered(ScoredClause judged) {
        var likely = judged.verbs().stream()
                .filter(entry -> entry.getValue() > OFFERED && entry.getKey().ours())
                .limit(OPTIONS)
                .map(entry -> judged.as(entry.getKey(), entry.getValue()))
                .toList();
        return new Result(likely, false);
    }

    /** Whether it asks for what it names of ours: then it is never waved away as nothing of ours. */
    private static boolean namesOurs(ScoredClause judged) {
        return ClauseList.orders(judged.text())
                && judged.found().mentions().stream()
                        .anyMatch(mention -> mention.resolved()
                                && (mention.slot() == KnownSlot.PATH
                                        || mention.slot() == KnownSlot.GPU_KIND
                                        || mention.slot() == KnownSlot.DATASET
                                                && mention.words().text().contains(" ")));
    }
}
