package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.embedded.Guards;
import java.util.regex.Pattern;

/** Which messages a model is asked about: where it would be asked back, and where much is said at once. */
final class Hard {

    /** Characters; from about thirty words on, what a sentence resembles says less and less about what it wants. */
    private static final int LONG = 180;

    private static final Pattern COMMAND = Pattern.compile("^(?:/|--)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    private Hard() {}

    static boolean is(Utterance utterance, Context context, Known known, Outcome own) {
        var text = utterance.text().strip();
        var evidence = evidence(own);
        // In the thread of a waiting request a word may be a decision: no model hears what is said there.
        var never = context instanceof Context.Waiting
                || !WORD.matcher(text).find()
                || COMMAND.matcher(text).find()
                || Guards.attack(text)
                || evidence.candidates().stream()
                        .anyMatch(candidate -> candidate.verb().decides());
        return !never
                && switch (own) {
                    case Outcome.Unsure unsure -> true;
                    case Outcome.Found found ->
                        text.length() >= LONG
                                || evidence.candidates().size() > 1
                                || Interpreter.checked(evidence, utterance, context, known) instanceof Reading.Ask;
                };
    }

    static Evidence evidence(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Found(var evidence) -> evidence;
            case Outcome.Unsure(var question, var options, var evidence) -> evidence;
        };
    }
}
