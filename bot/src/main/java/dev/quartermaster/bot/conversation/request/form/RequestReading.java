package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.TextNormalizer;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.SlashReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Reads what a form says by the grammar of commands, and nothing else: no sentence, no model. */
@Component
class RequestReading {
    private final Reader commands = new SlashReader();
    private final Interpreter interpreter = new Interpreter(List.of(commands));
    private final Bundles bundles;

    RequestReading(Bundles bundles) {
        this.bundles = bundles;
    }

    sealed interface Read {
        record Meant(Intent intent) implements Read {}

        /** By field, what is wrong and what would be right. */
        record Wrong(Map<String, String> faults) implements Read {}

        /** Something that must be said is not. */
        record Incomplete(String field, String words) implements Read {}
    }

    Known known() {
        Bundle now = bundles.current();
        return new Known(now.catalogue(), now.people(), now.organisation().images());
    }

    Read read(SlackInteraction by, FormEntries entries, Known known) {
        String first = entries.first();
        if (entries.value(first).isEmpty()) {
            return new Read.Incomplete(first, "Choose what it is, and its price and who would be asked stand here.");
        }
        Optional<String> nothing = fault(by, entries.only(first).command(false), known);
        if (nothing.isPresent()) {
            return new Read.Wrong(Map.of(first, nothing.get()));
        }
        Map<String, String> faults = new LinkedHashMap<>();
        entries.values()
                .keySet()
                .forEach(field -> fault(by, entries, field, known).ifPresent(words -> faults.put(field, words)));
        return faults.isEmpty()
                ? missing(entries, known).<Read>map(each -> each).orElseGet(() -> whole(by, entries, known))
                : new Read.Wrong(faults);
    }

    private Read whole(SlackInteraction by, FormEntries entries, Known known) {
        Utterance command = utterance(by, entries.command(until(by, entries, known)));
        return switch (interpreter.read(command, new Context.None(), known)) {
            case Reading.Understood understood ->
                new Read.Meant(understood.intents().getFirst());
            case Reading.Ask ask -> wrong(entries, ask.question());
            case Reading.Answer answer -> wrong(entries, answer.text());
            case Reading.NotOurs notOurs -> wrong(entries, notOurs.why());
        };
    }

    /** What is wrong only with all of it together is about time, or about what it is. */
    private static Read wrong(FormEntries entries, String words) {
        boolean start = words.contains("start") || words.contains("begin");
        return Stream.of(start ? FormEntries.FROM : FormEntries.TERM, FormEntries.TERM, FormEntries.FROM)
                .filter(field -> entries.value(field).isPresent())
                .findFirst()
                .map(field -> new Read.Wrong(Map.of(field, words)))
                .orElseGet(() -> new Read.Wrong(Map.of(entries.first(), words)));
    }

    private static Optional<Read.Incomplete> missing(FormEntries entries, Known known) {
        if (entries.verb() == Verb.EXTEND && entries.value(FormEntries.TERM).isEmpty()) {
            return Optional.of(new Read.Incomplete(
                    FormEntries.TERM, "Say how much longer, and its price and who would be asked stand here."));
        }
        if (entries.verb() == Verb.RESIZE && entries.values().size() == 1) {
            return Optional.of(new Read.Incomplete(
                    FormEntries.TARGET, "Change something below, and its price and who would be asked stand here."));
        }
        return entries.parameters(known).stream()
                .filter(parameter -> parameter.required() && entries.verb() == Verb.LAUNCH)
                .filter(parameter -> entries.value(parameter.option()).isEmpty())
                .map(parameter -> new Read.Incomplete(
                        parameter.option(), RequestFields.label(parameter) + " is still to be said."))
                .findFirst();
    }

    /** A field by itself, so that its fault is not hidden by another's. */
    private Optional<String> fault(SlackInteraction by, FormEntries entries, String field, Known known) {
        FormEntries alone = entries.only(field);
        Optional<String> length = fault(by, alone.command(false), known);
        if (field.equals(FormEntries.TERM)) {
            return length.isEmpty() || fault(by, alone.command(true), known).isEmpty()
                    ? Optional.empty()
                    : Optional.of("That is no time: write a length such as 8h, 3 days or 2w, or an end such as Friday"
                            + " 17:00.");
        }
        return length.or(() -> bound(entries, field, known));
    }

    private Optional<String> fault(SlackInteraction by, String command, Known known) {
        return commands.read(utterance(by, command), new Context.None(), known).flatMap(outcome -> switch (outcome) {
            case Outcome.Unsure(var question, var options, var evidence) -> Optional.of(question);
            case Outcome.Found(var evidence) ->
                evidence.candidates().stream()
                        .flatMap(candidate -> candidate.slots().values().stream())
                        .filter(slot -> !slot.resolved())
                        .map(slot -> "I do not know who or what " + slot.words() + " is.")
                        .findFirst();
        });
    }

    /** What a parameter may not be, although it is of its type. */
    private static Optional<String> bound(FormEntries entries, String field, Known known) {
        return entries.parameters(known).stream()
                .filter(parameter -> parameter.option().equals(field))
                .filter(parameter -> !within(parameter, entries.value(field).orElseThrow()))
                .map(parameter -> "It may be " + parameter.valid() + ".")
                .findFirst();
    }

    private static boolean within(Parameter parameter, String written) {
        try {
            var value = parameter.type().read(TextNormalizer.normalized(written).strip());
            return parameter.nearest(value).filter(value::equals).isPresent();
        } catch (IllegalArgumentException otherForm) {
            // The grammar reads more ways of writing a size than files do; the verdict judges it.
            return true;
        }
    }

    private boolean until(SlackInteraction by, FormEntries entries, Known known) {
        return entries.value(FormEntries.TERM).isPresent()
                && fault(by, entries.only(FormEntries.TERM).command(false), known)
                        .isPresent();
    }

    private static Utterance utterance(SlackInteraction by, String command) {
        return new Utterance(
                by.key(),
                by.by().person(),
                new Place("dm", null),
                "-- " + TextNormalizer.normalized(command),
                by.at(),
                by.by().zone());
    }
}
