package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.TextNormalizer;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.gate.ReadingGate;
import dev.quartermaster.intents.reading.slots.Mention;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What is recognised in a message that acts at once and is in nothing that is done or offered: values of the grammars of time, amount
 * and name whose words stand in no slot and are not named beside it. Of these the gate sets some aside because they ask
 * for nothing (the speaker's own name, how something came to be); all others are lost.
 */
final class LostWords {
    private final Known known;
    private final Names names;

    LostWords(Known known) {
        this.known = known;
        this.names = new Names(known);
    }

    /**
     * @param recognised values in all
     * @param lost as written
     * @param aside as written
     */
    record Found(int recognised, List<String> lost, List<String> aside) {}

    Found in(Utterance said, Context context, ReadingOutcome outcome) {
        var text = TextNormalizer.normalized(said.text());
        var read = new Utterance(said.key(), said.by(), said.in(), text, said.at(), said.zone());
        var gate = new ReadingGate(read, context, known, names);
        var recognised = Stream.concat(
                        gate.found().times().stream().map(TimeExpression::words),
                        gate.found().mentions().stream().map(Mention::words))
                .map(Words::text)
                .distinct()
                .toList();
        var shown = Stream.concat(outcome.done().stream(), outcome.offered().stream())
                .toList();
        var unused = recognised.stream()
                .filter(words -> shown.stream().noneMatch(each -> holds(each, words)))
                .filter(words -> outcome.named().stream().noneMatch(note -> within(words, note)))
                .toList();
        var left = gate.of(outcome.acts().getFirst(), shown).left();
        return new Found(
                recognised.size(),
                unused.stream().filter(words -> leaves(left, words)).toList(),
                unused.stream().filter(words -> !leaves(left, words)).toList());
    }

    private static boolean leaves(List<String> left, String words) {
        return left.stream().anyMatch(each -> within(words, each));
    }

    /** In one slot's words, or as its value: one reader cuts them differently from another. */
    private static boolean holds(Candidate done, String words) {
        return done.slots().values().stream()
                .anyMatch(slot -> within(words, slot.words())
                        || !slot.words().isBlank() && within(slot.words(), words)
                        || within(words, slot.value().toString()));
    }

    private static boolean within(String words, String text) {
        return text.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }
}
