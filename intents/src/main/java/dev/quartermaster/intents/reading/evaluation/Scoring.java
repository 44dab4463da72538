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
        static final Read NOTHING = new Read("-", Map.of(), Map.of());

        static Read of(Map<?, ?> reading) {
            return new Read((String) reading.get("intent"), (Map<?, ?>) reading.get("slots"), (Map<?, ?>)
                    reading.get("evidence"));
        }

        static Read at(List<Read> readings, int place) {
            return place < readings.size() ? readings.get(place) : NOTHING;
        }
    }

    public Score score(List<Case> cases, BiFunction<Utterance, Context, Reading> reader) {
        var score = new Score();
        var slots = SlotMatch.of(new Alike(at, zone), cases);
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
            count(
                    closest(one, readings, slots),
                    readings,
                    view.containsKey("ask") || readings.isEmpty(),
                    held,
                    score,
                    slots);
        }
        return score.with(outcomes.score());
    }

    /** Where it may be read in more than one way, with what is wanted in the way that has most in common; of as many the longer one. */
    private static Case closest(Case one, List<Read> readings, SlotMatch slots) {
        var nearest = one.readings().stream()
                .max(Comparator.<List<Wanted>>comparingLong(wanted -> IntStream.range(0, wanted.size())
                                .filter(at -> Read.at(readings, at)
                                        .intent()
                                        .equals(wanted.get(at).intent()))
                                .count())
                        .thenComparing(List::size)
                        .thenComparing(wanted -> -IntStream.range(0, wanted.size())
                                .map(at -> tally(wanted, at, readings, slots)
                                        .wrong()
                                        .size())
                                .sum()))
                .orElseThrow();
        return new Case(one.text(), nearest, List.of(), one.context(), one.by());
    }

    private static SlotMatch.Tally tally(List<Wanted> wanted, int at, List<Read> readings, SlotMatch slots) {
        var read = Read.at(readings, at);
        return slots.tally(wanted.get(at), wanted, read.slots(), read.evidence().keySet());
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

    private static void count(
            Case one, List<Read> readings, boolean asked, boolean held, Score score, SlotMatch slots) {
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
            request(one, i, readings, score, slots);
        }
    }

    private static void request(Case one, int at, List<Read> readings, Score score, SlotMatch slots) {
        var intent = one.wanted().get(at).intent();
        var read = Read.at(readings, at);
        var right = read.intent().equals(intent);
        var wrong = new LinkedHashMap<String, Object>();
        score.requests++;
        score.requestsRight += right ? 1 : 0;
        if (!right) {
            wrong.put("intent " + intent, read.intent());
        }
        var tally = tally(one.wanted(), at, readings, slots);
        wrong.putAll(tally.wrong());
        score.slotsWanted += tally.wanted().size();
        score.slotsFound += tally.found().size();
        score.slotsRight += tally.right().size();
        score.timesWanted += SlotMatch.Tally.times(tally.wanted());
        score.timesFound += SlotMatch.Tally.times(tally.found());
        score.timesRight += SlotMatch.Tally.times(tally.right());
        note(wrong.isEmpty(), one, wrong.toString(), List.of(), score);
    }

    private static void note(boolean right, Case one, String what, List<Read> readings, Score score) {
        if (!right) {
            score.misses.add(one.text() + "\n    " + what + (readings.isEmpty() ? "" : " " + readings));
        }
    }
}
