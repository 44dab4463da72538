package dev.quartermaster.bot.conversation.form;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.slack.SlackInteraction;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Reader.Outcome;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.SlashReader;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads what a form says by the grammar of commands, and nothing else: no sentence, no model. */
@Component
class RequestReading {
    static final Set<Verb> VERBS = EnumSet.of(Verb.LAUNCH, Verb.GRANT, Verb.EXTEND);

    private static final Pattern OPENS = Pattern.compile("(?:-- ?)?(start|launch|grant)(?: ([a-z][a-z0-9-]{0,62}))?");

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
        record Incomplete(String words) implements Read {}
    }

    Known known() {
        Bundle now = bundles.current();
        return new Known(now.catalogue(), now.people());
    }

    /**
     * What fills in the form that a typed command opens: {@code start}, and a verb that wants more than was said before it
     * can be asked for. Empty: it opens none.
     */
    Optional<String> opened(String command) {
        Matcher typed = OPENS.matcher(command);
        if (!typed.matches()) {
            return Optional.empty();
        }
        String verb = typed.group(1);
        String name = typed.group(2);
        if (name == null) {
            return Optional.of(verb.equals("start") ? "launch" : verb);
        }
        return known().catalogue()
                .path(new PathName(name))
                .filter(path -> !verb.equals("grant") && !path.planned())
                .filter(path ->
                        verb.equals("start") || path.parameters().stream().anyMatch(Parameter::required))
                .map(path -> "launch " + path.name());
    }

    /** What a command fills in, as far as it can be read; empty where it is of another verb. */
    Optional<RequestDraft> draft(SlackInteraction by, String command) {
        return commands.read(utterance(by, command), new Context.None(), known()).stream()
                .map(outcome -> switch (outcome) {
                    case Outcome.Found(var evidence) -> evidence;
                    case Outcome.Unsure(var question, var options, var evidence) -> evidence;
                })
                .flatMap(evidence -> evidence.candidates().stream())
                .filter(candidate -> VERBS.contains(candidate.verb()))
                .map((Candidate candidate) ->
                        RequestDraft.of(candidate, known(), by.by().zone()))
                .findFirst();
    }

    Read read(SlackInteraction by, RequestDraft draft) {
        if (draft.value(place(draft)).isEmpty()) {
            return new Read.Incomplete("Choose what it is, and its price and who would be asked stand here.");
        }
        Map<String, String> faults = new LinkedHashMap<>();
        draft.values().keySet().forEach(field -> fault(by, draft, field).ifPresent(words -> faults.put(field, words)));
        return faults.isEmpty()
                ? missing(draft).<Read>map(Read.Incomplete::new).orElseGet(() -> whole(by, draft))
                : new Read.Wrong(faults);
    }

    private static String place(RequestDraft draft) {
        return switch (draft.verb()) {
            case LAUNCH -> RequestDraft.PATH;
            case GRANT -> RequestDraft.DATASET;
            default -> RequestDraft.TARGET;
        };
    }

    private Read whole(SlackInteraction by, RequestDraft draft) {
        boolean until = until(by, draft);
        Reading reading = interpreter.read(utterance(by, draft.command(until)), new Context.None(), known());
        return switch (reading) {
            case Reading.Understood understood ->
                new Read.Meant(understood.intents().getFirst());
            case Reading.Ask ask -> wrong(draft, ask.question());
            case Reading.Answer answer -> wrong(draft, answer.text());
            case Reading.NotOurs notOurs -> wrong(draft, notOurs.why());
        };
    }

    /** Said at the term, where it is about time, or else at what comes first. */
    private static Read wrong(RequestDraft draft, String words) {
        String field = draft.value(RequestDraft.TERM).isPresent()
                ? RequestDraft.TERM
                : draft.values().keySet().iterator().next();
        return new Read.Wrong(Map.of(field, words));
    }

    private Optional<String> missing(RequestDraft draft) {
        if (draft.verb() == Verb.EXTEND && draft.value(RequestDraft.TERM).isEmpty()) {
            return Optional.of("Say how much longer, and its price and who would be asked stand here.");
        }
        return draft.parameters(known()).stream()
                .filter(Parameter::required)
                .filter(parameter -> draft.value(parameter.option()).isEmpty())
                .map(parameter -> RequestFields.label(parameter) + " is still to be said.")
                .findFirst();
    }

    /** A field by itself, so that its fault is not hidden by another's. */
    private Optional<String> fault(SlackInteraction by, RequestDraft draft, String field) {
        RequestDraft alone = draft.only(field);
        if (field.equals(RequestDraft.TERM)) {
            boolean fits = fault(by, alone.command(false)).isEmpty()
                    || fault(by, alone.command(true)).isEmpty();
            return fits
                    ? Optional.empty()
                    : Optional.of("That is no time: write a length such as 8h, 3 days or 2w, or an end such as Friday"
                            + " 17:00.");
        }
        return fault(by, alone.command(false)).or(() -> bound(draft, field));
    }

    private Optional<String> fault(SlackInteraction by, String command) {
        return commands.read(utterance(by, command), new Context.None(), known())
                                .orElse(null)
                        instanceof Outcome.Unsure(var question, var options, var evidence)
                ? Optional.of(question)
                : Optional.empty();
    }

    /** What a parameter may not be, although it is of its type. */
    private Optional<String> bound(RequestDraft draft, String field) {
        return draft.parameters(known()).stream()
                .filter(parameter -> parameter.option().equals(field))
                .filter(parameter -> !within(parameter, draft.value(field).orElseThrow()))
                .map(parameter -> "It may be " + parameter.valid() + ".")
                .findFirst();
    }

    private static boolean within(Parameter parameter, String written) {
        try {
            var value = parameter.type().read(written.strip());
            return parameter.nearest(value).filter(value::equals).isPresent();
        } catch (IllegalArgumentException otherForm) {
            // The grammar reads more ways of writing a size than files do; the verdict judges it.
            return true;
        }
    }

    private boolean until(SlackInteraction by, RequestDraft draft) {
        return draft.value(RequestDraft.TERM).isPresent()
                && fault(by, draft.only(RequestDraft.TERM).command(false)).isPresent();
    }

    private static Utterance utterance(SlackInteraction by, String command) {
        return new Utterance(
                by.key(),
                by.by().person(),
                new Place("dm", null),
                "-- " + command,
                by.at(),
                by.by().zone());
    }
}
