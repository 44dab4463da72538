package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.InterpretView;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Scores a reader by what the contract with the outside shows of its readings, so that a model, the embedded reader and
 * any other stand side by side.
 *
 * @param by who asks, where a case does not say
 * @param at when, which is what "tomorrow" hangs on
 */
public record Scoring(PersonId by, Instant at, ZoneId zone, Known known) {

    /** What was read, in the words of the contract. */
    private record Read(String intent, Map<?, ?> slots, Map<?, ?> evidence) {
        static Read of(Map<?, ?> reading) {
            return new Read((String) reading.get("intent"), (Map<?, ?>) reading.get("slots"), (Map<?, ?>)
                    reading.get("evidence"));
        }
    }

    public Score score(List<Case> cases, BiFunction<Utterance, Context, Reading> reader) {
        var score = new Score();
        var alike = new Alike(at, zone);
        var outcomes = new OutcomeCheck(new RequestMatch(at, zone), known);
        for (var one : cases) {
            var speaker = one.by() == null ? by : one.by();
            var utterance = new Utterance(new EventKey("score"), speaker, new Place("dm", null), one.text(), at, zone);
            var started = System.nanoTime();
            var reading = reader.apply(utterance, one.context());
            score.nanos.add(System.nanoTime() - started);
            atOnce(one, reading, score);
            outcomes.count(one, utterance, reading);
            var view = InterpretView.of(reading);
            var readings = new ArrayList<Read>();
            ((List<?>) view.get("readings")).forEach(each -> readings.add(Read.of((Map<?, ?>) each)));
            var held = held(reading);
            score.shownFirst += held && clear(one) ? 1 : 0;
            count(closest(one, readings), readings, view.containsKey("ask") || readings.isEmpty(), held, score, alike);
        }
        return score.with(outcomes.score());
    }

    /** Where it may be read in more than one way, with what is wanted in the way that has most in common. */
    private static Case closest(Case one, List<Read> readings) {
        var nearest = one.readings().stream()
                .max(Comparator.comparingLong(wanted -> IntStream.range(0, Math.min(wanted.size(), readings.size()))
                        .filter(at ->
                                readings.get(at).intent().equals(wanted.get(at).intent()))
                        .count()))
                .orElseThrow();
        return new Case(one.text(), nearest, List.of(), one.context(), one.by());
    }

    /** How often what is plainly wanted costs a click more. */
    private static void atOnce(Case one, Reading reading, Score score) {
        if (one.wanted().stream().anyMatch(wanted -> is(wanted.intent(), Verb::acts))) {
            score.orders++;
            score.atOnce += reading instanceof Reading.Understood understood
                            && understood.from().stream().noneMatch(Reading.From::confirm)
                    ? 1
                    : 0;
        }
    }

    /** Understood, and kept by its form from being done without a click: that is no question between readings. */
    private static boolean held(Reading reading) {
        return reading instanceof Reading.Understood understood
                && understood.from().stream().anyMatch(from -> !from.why().isEmpty());
    }

    private static boolean is(String intent, Predicate<Verb> what) {
        return Verb.called(intent).filter(what).isPresent();
    }

    private static boolean clear(Case one) {
        return !one.wanted().getFirst().intent().equals("ask");
    }

    private static void count(Case one, List<Read> readings, boolean asked, boolean held, Score score, Alike alike) {
        var first = one.wanted().getFirst();
        if (first.intent().equals("ask")) {
            score.requests++;
            score.requestsRight += asked ? 1 : 0;
            note(asked, one, "should ask", readings, score);
            return;
        }
        score.clear++;
        score.askedBack += asked && !held ? 1 : 0;
        if (is(first.intent(), verb -> !verb.ours()) && one.wanted().size() == 1) {
            var action = !asked && readings.stream().anyMatch(read -> is(read.intent(), Verb::changes));
            score.foreign++;
            score.falseActions += action ? 1 : 0;
        }
        for (var i = 0; i < one.wanted().size(); i++) {
            request(one, one.wanted().get(i), i < readings.size() ? readings.get(i) : null, score, alike);
        }
    }

    private static void request(Case one, Wanted wanted, @Nullable Read read, Score score, Alike alike) {
        var right = read != null && read.intent().equals(wanted.intent());
        var wrong = new LinkedHashMap<String, Object>();
        score.requests++;
        score.requestsRight += right ? 1 : 0;
        if (!right) {
            wrong.put("intent " + wanted.intent(), read == null ? "-" : read.intent());
        }
        wanted.slots().forEach((slot, value) -> {
            var found = read == null ? null : read.slots().get(slot);
            var hit = found != null && alike.same(slot, value, found);
            score.slotsWanted++;
            score.slotsRight += hit ? 1 : 0;
            if (Alike.time(slot)) {
                score.timesWanted++;
                score.timesRight += hit ? 1 : 0;
            }
            if (!hit) {
                wrong.put(slot + "=" + value, found == null ? "-" : found);
            }
        });
        if (read != null) {
            read.slots().forEach((slot, value) -> {
                // What was not said but stands for the usual (access read, target last) is neither found nor missed.
                if (wanted.slots().containsKey(slot) || read.evidence().containsKey(slot)) {
                    score.slotsFound++;
                    score.timesFound += Alike.time(slot.toString()) ? 1 : 0;
                    if (!wanted.slots().containsKey(slot)) {
                        wrong.put("no " + slot, value);
                    }
                }
            });
        }
        note(wrong.isEmpty(), one, wrong.toString(), List.of(), score);
    }

    private static void note(boolean right, Case one, String what, List<Read> readings, Score score) {
        if (!right) {
            score.misses.add(one.text() + "\n    " + what + (readings.isEmpty() ? "" : " " + readings));
        }
    }
}
