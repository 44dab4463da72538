package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Bounds.Checked;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import java.util.ArrayList;
import java.util.List;

/**
 * From an utterance to a reading: the readers are asked in order, the first that has something to say is believed, and
 * what it says passes the one bounds check. Pure but for what a reader caches.
 */
public final class Interpreter {

    private final List<Reader> readers;

    /** @param readers in the order they are asked: the slash grammar first */
    public Interpreter(List<Reader> readers) {
        this.readers = List.copyOf(readers);
    }

    /** @param said as written; every reader sees it normalised, and who keeps it keeps what was written */
    public Reading read(Utterance said, Context context, Known known) {
        var utterance = said.saying(TextNormalizer.normalized(said.text()));
        for (var reader : readers) {
            var outcome = reader.read(utterance, context, known);
            if (outcome.isPresent()) {
                return switch (outcome.get()) {
                    case Outcome.Found(var evidence) -> checked(evidence, utterance, context, known);
                    case Outcome.Unsure(var question, var options, var evidence) ->
                        new Reading.Ask(question, options.stream().limit(5).toList(), evidence, true);
                };
            }
        }
        return new Reading.NotOurs(Answers.NOT_OURS, new Evidence(Evidence.By.SLASH, "none", List.of()));
    }

    /** One question is enough: with several requests in a message the first doubt is asked about, and nothing is done. */
    public static Reading checked(Evidence evidence, Utterance utterance, Context context, Known known) {
        var bounds = new Bounds(utterance, context, known, evidence.by());
        var intents = new ArrayList<Intent>();
        var from = new ArrayList<Reading.From>();
        var answers = new ArrayList<String>();
        String foreign = Answers.NOT_OURS;
        var each = evidence.candidates().stream()
                .flatMap(candidate -> Several.of(candidate).stream())
                .toList();
        for (var candidate : each) {
            switch (bounds.check(candidate)) {
                case Checked.Good(var intent, var as, var notes, var others) -> {
                    intents.add(intent);
                    var confirm = Care.needed(candidate, evidence.by()) || !notes.isEmpty();
                    from.add(new Reading.From(as, confirm, notes, others));
                }
                case Checked.Said(var text) -> answers.add(text);
                case Checked.Foreign(var why) -> foreign = why;
                case Checked.Question(var text, var options) -> {
                    return new Reading.Ask(text, options, evidence);
                }
            }
        }
        if (!intents.isEmpty()) {
            return new Reading.Understood(intents, evidence, from, answers);
        }
        return answers.isEmpty()
                ? new Reading.NotOurs(foreign, evidence)
                : new Reading.Answer(String.join("\n\n", answers), evidence);
    }
}
