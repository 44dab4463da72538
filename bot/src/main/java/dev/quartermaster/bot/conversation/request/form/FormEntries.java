package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.TypedCommand;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a form says so far.
 *
 * @param verb launch, grant, extend or resize
 * @param values as typed or chosen, by field: {@link #TERM}, a slot's name, or a parameter's option; none is blank
 * @param runs what is to have another size; null: nothing is, or it is not chosen yet
 */
record FormEntries(
        Verb verb, Map<String, String> values, @Nullable Plan runs) {
    /** How long, or until when. */
    static final String TERM = "term";

    static final String PATH = KnownSlot.PATH.text();
    static final String DATASET = KnownSlot.DATASET.text();
    static final String ACCESS = KnownSlot.ACCESS.text();
    static final String TARGET = KnownSlot.TARGET.text();
    static final String FROM = "--" + KnownSlot.FROM.called();
    static final String GRANTEE = "--" + KnownSlot.GRANTEE.called();
    static final String PURPOSE = "--" + KnownSlot.PURPOSE.called();

    private static final String LENGTH = "--" + KnownSlot.FOR.called();
    private static final String END = "--" + KnownSlot.UNTIL.called();
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    FormEntries {
        Map<String, String> said = new LinkedHashMap<>(values);
        said.values().removeIf(String::isBlank);
        values = Collections.unmodifiableMap(said);
    }

    FormEntries(Verb verb, Map<String, String> values) {
        this(verb, values, null);
    }

    /** For another size of what runs: without the values that it has already. */
    FormEntries of(@Nullable Plan running) {
        Map<String, String> others = new LinkedHashMap<>(values);
        if (running != null) {
            running.parameters().forEach((name, value) -> others.remove(Parameter.option(name), value.text()));
        }
        return new FormEntries(verb, others, running);
    }

    /** Without what is to be extended or changed where that is only described: it is still to be chosen. */
    FormEntries chosen() {
        Map<String, String> others = new LinkedHashMap<>(values);
        others.computeIfPresent(TARGET, (field, id) -> LeaseId.of(id).isPresent() ? id : null);
        return new FormEntries(verb, others, runs);
    }

    /** What a parameter is now; empty: nothing runs. */
    Optional<String> now(Parameter parameter) {
        return Optional.ofNullable(runs)
                .flatMap(plan -> Optional.ofNullable(plan.parameters().get(parameter.name())))
                .map(Value::text);
    }

    /** What a command fills in, right or wrong. @param zone in which moments are shown */
    static FormEntries of(TypedCommand typed, ZoneId zone) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> places = new ArrayList<>(places(typed.verb()));
        if (typed.verb() == Verb.EXTEND) {
            places.add(TERM);
        }
        for (int at = 0; at < Math.min(places.size(), typed.places().size()); at++) {
            values.put(places.get(at), typed.places().get(at));
        }
        typed.options().forEach((option, value) -> values.put(field(typed.verb(), option, value), moment(value, zone)));
        return new FormEntries(typed.verb(), values);
    }

    private static List<String> places(Verb verb) {
        return switch (verb) {
            case LAUNCH -> List.of(PATH);
            case GRANT -> List.of(DATASET, ACCESS);
            default -> List.of(TARGET);
        };
    }

    private static String field(Verb verb, String option, String value) {
        return switch (option) {
            case "--duration", "--until", "--by" -> TERM;
            // Whose it becomes, or how long: lengths begin with a number.
            case "--for" -> value.matches("\\d.*") ? TERM : GRANTEE;
            case "--grantee" -> GRANTEE;
            default -> places(verb).contains(option.substring(2)) ? option.substring(2) : option;
        };
    }

    /** Buttons carry moments exactly; people read them by their own clock, where that says the same. */
    private static String moment(String words, ZoneId zone) {
        try {
            Instant moment = Instant.parse(words);
            String shown = MINUTES.format(moment.atZone(zone));
            boolean same =
                    LocalDateTime.parse(shown, MINUTES).atZone(zone).toInstant().equals(moment);
            return same ? shown : words;
        } catch (DateTimeException asSaid) {
            return words;
        }
    }

    Optional<String> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The golden path that is launched; empty where none is said yet, or it is not offered. */
    Optional<GoldenPath> path(Known known) {
        return Optional.ofNullable(runs)
                .map(plan -> plan.path().value())
                .or(() -> value(PATH))
                .flatMap(name -> known.catalogue().paths().values().stream()
                        .filter(path -> path.name().value().equals(name) && !path.planned())
                        .findFirst());
    }

    /** The golden path's parameters that are fields of their own: the length is everything's. */
    List<Parameter> parameters(Known known) {
        return path(known).stream()
                .flatMap(path -> path.parameters().stream())
                .filter(parameter -> !parameter.name().equals("duration"))
                .filter(parameter -> verb != Verb.RESIZE || parameter.sizes())
                .toList();
    }

    /** The field that decides which others there are. */
    String first() {
        return places(verb).getFirst();
    }

    /** Only what stands in the places of the command, and one field more. */
    FormEntries only(String field) {
        Map<String, String> few = new LinkedHashMap<>(values);
        few.keySet().removeIf(each -> !each.equals(field) && !places(verb).contains(each));
        return new FormEntries(verb, few, runs);
    }

    /** The command that says the same. @param until whether the term is its end, and not its length */
    String command(boolean until) {
        List<String> before = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        places(verb).forEach(place -> value(place).ifPresent(before::add));
        values.forEach((field, value) -> {
            if (field.equals(TERM)) {
                options.put(until ? END : LENGTH, value);
            } else if (field.startsWith("--")) {
                options.put(field, value);
            }
        });
        return new TypedCommand(verb, before, options).text();
    }
}
