package dev.quartermaster.intents.reading.model;

import dev.langchain4j.model.chat.ChatModel;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.SlashReader;
import dev.quartermaster.prompts.Prompts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The readers in their order, with an embedded reader that thinks what the test says: what is tried is the model's part. */
record Desk(Interpreter interpreter, ModelReader model, Tally tally) {

    static final ModelLimits QUICK =
            new ModelLimits(Duration.ofSeconds(8), 4, Duration.ofSeconds(6), Duration.ofSeconds(30));

    static Desk with(Reader embedded, ChatModel chat) {
        return with(embedded, chat, QUICK);
    }

    static Desk with(Reader embedded, ChatModel chat, ModelLimits limits) {
        var tally = new Tally();
        var model = new ModelReader(chat, "puppet", new Prompts(), tally, limits);
        return new Desk(
                new Interpreter(List.of(new SlashReader(), new EscalatingReader(embedded, model))), model, tally);
    }

    Reading read(String text) {
        return read(text, new Context.None());
    }

    Reading read(String text, Context context) {
        return interpreter.read(Sample.says(text), context, Sample.KNOWN);
    }

    /** Unsure between these, the likeliest first. */
    static Reader torn(Candidate... candidates) {
        var evidence = new Evidence(Evidence.By.EMBEDDED, "test", List.of(candidates));
        return (utterance, context, known) ->
                Optional.of(new Reader.Outcome.Unsure("Which of these do you mean?", List.of(), evidence));
    }

    static Reader sure(Candidate... candidates) {
        var evidence = new Evidence(Evidence.By.EMBEDDED, "test", List.of(candidates));
        return (utterance, context, known) -> Optional.of(new Reader.Outcome.Found(evidence));
    }

    static Candidate thought(Verb verb, String... slots) {
        var filled = new java.util.LinkedHashMap<SlotName, Slot>();
        for (var at = 0; at < slots.length; at += 2) {
            filled.put(SlotName.of(slots[at]), new Slot(slots[at + 1], slots[at + 1], true));
        }
        return new Candidate(verb, Map.copyOf(filled), 0.4);
    }
}
