package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One message being read. */
final class Message {

    /**
     * Below this, or closer than {@link #MARGIN} to the next, it is asked. Only this bar was held against held-out
     * utterances (about one in thirty asked); the other bars here are set by hand and wait for calibration.
     */
    private static final double SURE = 0.34;

    private static final double MARGIN = 0.08;
    /** A message less alike than this to everything learnt is nothing of ours. */
    private static final double FAR = 0.60;
    /** From here on a clause is a request of its own. */
    private static final double OWN = 0.55;

    /** Below this, what is destructive or costs money is shown and confirmed first. */
    private static final double CONFIRM = 0.6;

    private static final Set<Verb> DESTRUCTIVE = Set.of(Verb.STOP, Verb.TRANSFER, Verb.RUN);
    private static final Set<Verb> NO_REQUEST = Set.of(Verb.SMALLTALK, Verb.OUTOFSCOPE);

    record Result(List<Candidate> candidates, boolean sure) {

        static Result sure(Candidate candidate) {
            return new Result(List.of(candidate), true);
        }
    }

    /** A text, what stands in it, and how its verbs score, best first. */
    private record Judged(String text, Found found, Scores scores, List<Map.Entry<Verb, Double>> verbs) {

        Verb verb() {
            return verbs.getFirst().getKey();
        }

        double odds() {
            return verbs.getFirst().getValue();
        }
    }

    private final Learnt learnt;
    private final Embedder embedder;
    private final Utterance utterance;
    private final Context context;

    Message(Learnt learnt, Embedder embedder, Utterance utterance, Context context) {
        this.learnt = learnt;
        this.embedder = embedder;
        this.utterance = utterance;
        this.context = context;
    }

    Result read(String text) {
        if (text.isBlank()) {
            return new Result(List.of(), false);
        }
        var found = found(text);
        if (Guards.attack(text)) {
            return Result.sure(new Candidate(Verb.OUTOFSCOPE, Map.of(), 0.99));
        }
        if (context instanceof Context.Last last) {
            var followUp = new FollowUp(last).read(text, found);
            if (followUp.isPresent()) {
                return Result.sure(followUp.get());
            }
        }
        var decision = decision(text, found);
        return decision.map(Result::sure).orElseGet(() -> sentence(judged(text, found)));
    }

    private Found found(String text) {
        return Found.in(text, utterance.at(), utterance.zone(), learnt.names());
    }

    private Judged judged(String text, Found found) {
        var masked = learnt.spelling().mended(found.masked());
        var scores = learnt.trained().score(masked, embedder.embed(masked));
        var verbs = scores.verbs();
        Guards.apply(text, verbs);
        var sorted = verbs.entrySet().stream()
                .sorted(Map.Entry.<Verb, Double>comparingByValue().reversed())
                .toList();
        return new Judged(text, found, scores, sorted);
    }

    private Optional<Candidate> decision(String text, Found found) {
        var waiting = context instanceof Context.Waiting;
        return Decisions.in(learnt.spelling().mended(text), waiting)
                .map(verb -> new Candidate(verb, Filling.of(verb, found), 0.99));
    }

    private Result sentence(Judged whole) {
        var clauses = Clauses.of(whole.text());
        if (clauses.size() > 1) {
            var judged = clauses.stream()
                    .map(clause -> judged(clause, found(clause)))
                    .toList();
            var requests = requests(judged);
            if (requests.size() > 1) {
                return new Result(requests.stream().map(this::candidate).toList(), true);
            }
            var strongest = judged.stream()
                    .filter(clause -> !NO_REQUEST.contains(clause.verb()))
                    .max(Comparator.comparingDouble(Judged::odds));
            if (strongest.isPresent() && strongest.get().odds() > whole.odds()) {
                var best = strongest.get();
                return decided(new Judged(whole.text(), whole.found(), best.scores(), best.verbs()));
            }
        }
        return decided(whole);
    }

    /** Clauses that each want something of their own, with the words around them that want nothing. */
    private List<Judged> requests(List<Judged> clauses) {
        var requests = new ArrayList<Judged>();
        for (var clause : clauses) {
            var own = clause.odds() >= OWN && !NO_REQUEST.contains(clause.verb());
            if (own && (requests.isEmpty() || another(requests.getLast(), clause))) {
                requests.add(clause);
            } else if (!requests.isEmpty()) {
                var before = requests.removeLast();
                var joined = before.text() + " " + clause.text();
                requests.add(new Judged(joined, found(joined), before.scores(), before.verbs()));
            }
        }
        return requests;
    }

    /** Another verb, or the same one on something else that both name. */
    private static boolean another(Judged before, Judged clause) {
        if (before.verb() != clause.verb()) {
            return true;
        }
        var slot = clause.verb() == Verb.GRANT ? "dataset" : "path";
        var first = before.found().first(slot);
        var second = clause.found().first(slot);
        return first.isPresent()
                && second.isPresent()
                && !first.get().value().equals(second.get().value());
    }

    private Result decided(Judged judged) {
        if (judged.scores().nearest() < FAR && !NO_REQUEST.contains(judged.verb())) {
            return Result.sure(new Candidate(Verb.OUTOFSCOPE, Map.of(), judged.odds()));
        }
        if (Guards.foreign(learnt.spelling().mended(judged.text()), judged.verb())) {
            return Result.sure(new Candidate(Verb.OUTOFSCOPE, Map.of(), judged.odds()));
        }
        var second = judged.verbs().size() > 1 ? judged.verbs().get(1).getValue() : 0;
        if (judged.odds() >= SURE && judged.odds() - second >= MARGIN) {
            var candidate = candidate(judged);
            return new Result(List.of(candidate), judged.odds() >= CONFIRM || !costly(judged, candidate));
        }
        var likely = judged.verbs().stream()
                .filter(entry -> entry.getValue() > 0.08 && !NO_REQUEST.contains(entry.getKey()))
                .limit(5)
                .map(entry -> candidate(judged, entry.getKey(), entry.getValue()))
                .toList();
        return new Result(likely, false);
    }

    /** What ends something or spends money on a path that nobody named is confirmed while it is doubtful. */
    private static boolean costly(Judged judged, Candidate candidate) {
        var guessed = candidate.slots().containsKey("path")
                && judged.found().first("path").isEmpty();
        return DESTRUCTIVE.contains(candidate.verb()) || candidate.verb() == Verb.LAUNCH && guessed;
    }

    private Candidate candidate(Judged judged) {
        return candidate(judged, judged.verb(), judged.odds());
    }

    private Candidate candidate(Judged judged, Verb verb, double odds) {
        var slots = new LinkedHashMap<>(Filling.of(verb, judged.found()));
        if (verb == Verb.LAUNCH && !slots.containsKey("path")) {
            judged.scores().path().ifPresent(best -> slots.put("path", new Slot(best, judged.text(), true)));
        }
        return new Candidate(verb, slots, odds);
    }
}
