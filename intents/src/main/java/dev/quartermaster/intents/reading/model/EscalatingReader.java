package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.model.Allowance.Result;
import dev.quartermaster.intents.reading.model.ModelReader.Heard;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.Optional;

/**
 * The embedded reader with a model behind it for what is hard. Whatever happens to the model, the embedded reading stands:
 * at worst it is as if there were no model, and one line says so.
 */
public final class EscalatingReader implements Reader {

    private final Reader embedded;
    private final ModelReader model;

    public EscalatingReader(Reader embedded, ModelReader model) {
        this.embedded = embedded;
        this.model = model;
    }

    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known) {
        return escalated(utterance, context, known, embedded.read(utterance, context, known));
    }

    @Override
    public Optional<Outcome> read(Utterance utterance, Context context, Known known, Found found) {
        return escalated(utterance, context, known, embedded.read(utterance, context, known, found));
    }

    private Optional<Outcome> escalated(Utterance utterance, Context context, Known known, Optional<Outcome> own) {
        if (own.isEmpty() || !Hard.is(utterance, context, known, own.get())) {
            return own;
        }
        return Optional.of(
                switch (model.hear(utterance, context, known)) {
                    case Heard.Read(var evidence) -> Agreement.of(own.get(), evidence, known);
                    case Heard.Nothing(var why) -> remarked(own.get(), remark(why));
                });
    }

    @Override
    public Reader withoutModel() {
        return embedded;
    }

    private static String remark(Result why) {
        return switch (why) {
            case MALFORMED -> "The language model's answer was of no use; I read this by myself.";
            case USED_UP -> "Your readings by the language model are used up for today; I read this by myself.";
            case READ, TIMED_OUT, FAILED, BREAKER_OPEN, BUSY ->
                "The language model did not answer; I read this by myself.";
        };
    }

    private static Outcome remarked(Outcome own, String remark) {
        return switch (own) {
            case Outcome.Found(var evidence) -> new Outcome.Found(with(evidence, remark));
            case Outcome.Unsure(var question, var options, var evidence) ->
                new Outcome.Unsure(question, options, with(evidence, remark));
        };
    }

    private static Evidence with(Evidence evidence, String remark) {
        return new Evidence(evidence.by(), evidence.version(), evidence.candidates(), remark);
    }
}
