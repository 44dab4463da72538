package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import dev.quartermaster.intents.reading.slash.SlashReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What comes of a reading for whoever reads the answer.
 *
 * @param done at once, answers among them
 * @param offered what one press does: a yes, another button, or a form that is filled in with it
 * @param named what is said beside it, what is left out among that
 * @param asks whether a question is put
 */
record ReadingOutcome(List<Candidate> done, List<Candidate> offered, List<String> named, boolean asks) {

    /** @param said whose words they are and when: a button means what its command would, typed by them then */
    static ReadingOutcome of(Reading reading, Utterance said, Known known) {
        var outcome = new ReadingOutcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), asks(reading));
        outcome.take(reading, said, known);
        return outcome;
    }

    List<Candidate> acts() {
        return done.stream().filter(each -> each.verb().changes()).toList();
    }

    private static boolean asks(Reading reading) {
        return reading instanceof Reading.Ask
                || reading instanceof Reading.Understood understood
                        && understood.from().stream().anyMatch(Reading.From::confirm);
    }

    private void take(Reading reading, Utterance said, Known known) {
        switch (reading) {
            case Reading.Understood understood -> {
                understood.from().forEach(from -> take(from, said, known));
                answers(understood);
            }
            case Reading.Ask ask -> {
                named.add(ask.question());
                press(ask.options(), said, known);
                formed(ask);
                if (!ask.between()) {
                    answers(ask);
                }
                ask.besides().forEach(besides -> take(besides, said, known));
            }
            case Reading.Answer answer -> {
                answers(answer);
                decisions(answer);
                wish(answer.topic(), said, known);
            }
            case Reading.NotOurs notOurs -> done.add(new Candidate(Verb.OUTOFSCOPE, Map.of(), 1));
        }
    }

    private void take(Reading.From from, Utterance said, Known known) {
        var candidate = Objects.requireNonNull(from.candidate());
        (from.confirm() ? offered : done).add(candidate);
        named.addAll(from.notes());
        press(from.others(), said, known);
    }

    /** What is told beside what is done: the verbs of which nothing is typed as an intent. */
    private void answers(Reading reading) {
        reading.evidence().candidates().stream()
                .filter(candidate -> !candidate.verb().changes())
                .filter(candidate -> done.stream().noneMatch(each -> each.verb() == candidate.verb()))
                .forEach(done::add);
    }

    /** A decision in words that does not count is answered with the card and its buttons. */
    private void decisions(Reading.Answer answer) {
        answer.evidence().candidates().stream()
                .filter(candidate -> candidate.verb().decides())
                .forEach(offered::add);
    }

    /** A launch, access, an extension or another size that a question is about can be changed in a form, filled in with it. */
    private void formed(Reading.Ask ask) {
        var candidates = ask.evidence().candidates();
        var about = ask.about() != null
                ? ask.about()
                : ask.between() || candidates.size() != 1 ? null : candidates.getFirst();
        if (about != null && (about.verb().opens() || about.verb() == Verb.EXTEND || about.verb() == Verb.RESIZE)) {
            offered.add(about);
        }
    }

    /** What something would cost is told with a button that asks for it. */
    private void wish(Reading.@Nullable Topic topic, Utterance said, Known known) {
        if (topic instanceof Reading.Topic.Price(var wish)) {
            press(List.of(new Reading.Option("", CommandText.of(wish))), said, known);
        }
    }

    private void press(List<Reading.Option> options, Utterance said, Known known) {
        for (var option : options) {
            var typed = new Utterance(
                    new EventKey("press"), said.by(), new Place("dm", null), option.command(), said.at(), said.zone());
            new SlashReader()
                    .read(typed, new Context.None(), known)
                    .filter(Outcome.Found.class::isInstance)
                    .ifPresent(found ->
                            offered.addAll(((Outcome.Found) found).evidence().candidates()));
        }
    }
}
