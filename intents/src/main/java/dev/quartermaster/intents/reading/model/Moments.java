package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Times a model pointed at, read by the one grammar there is for them: first where they stand in the message, then by
 * themselves. Where it cannot read them the slot stays unresolved and is asked about: a wrong end is worse than a question.
 */
final class Moments {

    private final Utterance utterance;
    private final String message;

    Moments(Utterance utterance, String message) {
        this.utterance = utterance;
        this.message = message;
    }

    Slot read(KnownSlot slot, Words words) {
        return in(slot, message, time -> time.words().overlaps(words))
                .or(() -> in(slot, words.text(), time -> true))
                .or(() -> in(slot, (slot == KnownSlot.PERIOD ? "in" : slot.text()) + " " + words.text(), time -> true))
                .map(iso -> new Slot(iso, words.text(), true))
                .orElseGet(() -> new Slot(words.text(), words.text(), false));
    }

    private Optional<String> in(KnownSlot slot, String text, Predicate<TimeExpression> meant) {
        return times(text).stream()
                .filter(meant)
                .map(time -> iso(slot, time))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private List<TimeExpression> times(String text) {
        return TimeGrammar.find(Sentence.of(text), utterance.at(), utterance.zone());
    }

    private static Optional<String> iso(KnownSlot slot, TimeExpression time) {
        return Optional.ofNullable(
                switch (time) {
                    case TimeExpression.Lasting lasting -> slot.equals(KnownSlot.FOR) ? lasting.iso() : null;
                    case TimeExpression.Until until -> slot.equals(KnownSlot.UNTIL) ? until.iso() : null;
                    case TimeExpression.By by ->
                        slot.equals(KnownSlot.UNTIL) ? by.asEnd().iso() : null;
                    case TimeExpression.From from -> slot.equals(KnownSlot.FROM) ? from.iso() : null;
                    case TimeExpression.During during -> slot.equals(KnownSlot.PERIOD) ? during.iso() : null;
                });
    }
}
