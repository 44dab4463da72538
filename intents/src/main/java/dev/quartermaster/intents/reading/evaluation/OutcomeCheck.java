package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Compares what comes of a reading with each of the readings that would be right, and counts the best of them. */
final class OutcomeCheck {
    private final RequestMatch match;
    private final LostWords words;
    private final Known known;
    private final OutcomeScore score = new OutcomeScore();

    OutcomeCheck(RequestMatch match, Known known) {
        this.match = match;
        this.words = new LostWords(known);
        this.known = known;
    }

    OutcomeScore score() {
        return score;
    }

    void count(Case one, Utterance said, Reading reading) {
        var outcome = ReadingOutcome.of(reading, said, known);
        var atOnce = one.readings().stream().anyMatch(wanted -> atOnce(wanted, outcome));
        var click = atOnce || one.readings().stream().anyMatch(wanted -> afterClick(wanted, outcome));
        var wrong = one.readings().stream()
                .map(wanted -> wrong(wanted, outcome))
                .min((first, second) -> Integer.compare(first.size(), second.size()))
                .orElseThrow();
        score.messages++;
        score.atOnce += atOnce ? 1 : 0;
        score.afterClick += click ? 1 : 0;
        score.wrongActs += wrong.isEmpty() ? 0 : 1;
        if (one.wanted().size() > 1) {
            score.several++;
            score.severalRight += click ? 1 : 0;
        }
        if (one.wanted().stream().anyMatch(OutcomeCheck::acts)) {
            score.orders++;
            score.held += click && !atOnce ? 1 : 0;
        }
        note(!wrong.isEmpty(), one, "wrong act", wrong);
        note(!click && wrong.isEmpty(), one, "not among what is done or offered", outcome.offered());
        lost(one, said, outcome);
    }

    private void lost(Case one, Utterance said, ReadingOutcome outcome) {
        if (outcome.acts().isEmpty()) {
            return;
        }
        var found = words.in(said, one.context(), outcome);
        score.recognised += found.recognised();
        score.lost += found.lost().size();
        score.aside += found.aside().size();
        note(!found.lost().isEmpty(), one, "lost", found.lost());
        note(!found.aside().isEmpty(), one, "set aside", found.aside());
    }

    private static boolean acts(Wanted wanted) {
        return Verb.called(wanted.intent()).filter(Verb::acts).isPresent();
    }

    private boolean atOnce(List<Wanted> wanted, ReadingOutcome outcome) {
        if (asks(wanted)) {
            return outcome.asks() && outcome.acts().isEmpty();
        }
        return all(wanted, effects(outcome.done().stream()))
                && more(wanted, outcome, match::right).isEmpty();
    }

    private boolean afterClick(List<Wanted> wanted, ReadingOutcome outcome) {
        return !asks(wanted)
                && all(wanted, effects(Stream.concat(outcome.done().stream(), outcome.offered().stream())))
                && wrong(wanted, outcome).isEmpty();
    }

    private static boolean asks(List<Wanted> wanted) {
        return wanted.stream().anyMatch(each -> each.intent().equals(Wanted.ASK));
    }

    /** Each has one of its own. */
    private boolean all(List<Wanted> wanted, List<Effect> effects) {
        return each(wanted).allMatch(one -> taken(effects, effect -> match.right(one, effect)));
    }

    private List<Effect> wrong(List<Wanted> wanted, ReadingOutcome outcome) {
        return more(wanted, outcome, (one, effect) -> !match.contradicts(one, effect));
    }

    /** What is done without being, each for one, what was wanted. */
    private List<Effect> more(List<Wanted> wanted, ReadingOutcome outcome, BiPredicate<Wanted, Effect> is) {
        var left = new ArrayList<>(each(wanted).toList());
        return effects(outcome.acts().stream()).stream()
                .filter(effect -> !taken(left, one -> is.test(one, effect)))
                .toList();
    }

    /** Those that say most first: "for iris" would be met by what is for nobody in particular, and not the other way round. */
    private static Stream<Wanted> each(List<Wanted> wanted) {
        return wanted.stream()
                .flatMap(one -> one.each().stream())
                .sorted(Comparator.comparingInt((Wanted one) -> one.slots().size())
                        .reversed());
    }

    private static <T> boolean taken(List<T> from, Predicate<T> which) {
        var first = from.stream().filter(which).findFirst();
        first.ifPresent(from::remove);
        return first.isPresent();
    }

    private static List<Effect> effects(Stream<Candidate> candidates) {
        return new ArrayList<>(candidates
                .map(Effect::of)
                .flatMap(effect -> effect.each().stream())
                .toList());
    }

    private void note(boolean missed, Case one, String what, List<?> which) {
        if (missed) {
            score.misses.add(one.text() + "\n    " + what + ": " + which);
        }
    }
}
