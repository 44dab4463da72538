package dev.quartermaster.bot.conversation.form;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a form says so far.
 *
 * @param verb launch, grant or extend
 * @param values as typed or chosen, by field: {@link #TERM}, a slot's name, or a parameter's option; none is blank
 */
record RequestDraft(Verb verb, Map<String, String> values) {
    /** How long, or until when. */
    static final String TERM = "term";

    static final String PATH = KnownSlot.PATH.text();
    static final String DATASET = KnownSlot.DATASET.text();
    static final String ACCESS = KnownSlot.ACCESS.text();
    static final String TARGET = KnownSlot.TARGET.text();
    static final String FROM = "--" + KnownSlot.FROM.called();
    static final String GRANTEE = "--" + KnownSlot.GRANTEE.called();
    static final String PURPOSE = "--" + KnownSlot.PURPOSE.called();

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    RequestDraft {
        Map<String, String> said = new LinkedHashMap<>(values);
        said.values().removeIf(String::isBlank);
        values = Collections.unmodifiableMap(said);
    }

    /** What a reading fills in. @param zone in which moments are shown */
    static RequestDraft of(Candidate candidate, Known known, ZoneId zone) {
        Map<String, String> values = new LinkedHashMap<>();
        for (KnownSlot slot : List.of(KnownSlot.PATH, KnownSlot.DATASET, KnownSlot.ACCESS, KnownSlot.TARGET)) {
            slot(candidate, slot)
                    .ifPresent(said -> values.put(slot.text(), said.value().toString()));
        }
        slot(candidate, KnownSlot.GRANTEE)
                .ifPresent(said -> values.put(GRANTEE, said.value().toString()));
        slot(candidate, KnownSlot.PURPOSE)
                .ifPresent(said -> values.put(PURPOSE, said.value().toString()));
        slot(candidate, KnownSlot.FROM).ifPresent(said -> values.put(FROM, moment(said.words(), zone)));
        slot(candidate, KnownSlot.FOR)
                .or(() -> slot(candidate, KnownSlot.UNTIL))
                .ifPresent(said -> values.put(TERM, moment(said.words(), zone)));
        path(values, known).stream()
                .flatMap(path -> path.parameters().stream())
                .forEach(parameter -> slot(candidate, SlotName.of(parameter))
                        .ifPresent(said -> values.put(parameter.option(), said.words())));
        return new RequestDraft(candidate.verb(), values);
    }

    private static Optional<Slot> slot(Candidate candidate, SlotName name) {
        return Optional.ofNullable(candidate.slots().get(name));
    }

    /** Buttons carry moments exactly; people read them by their own clock. */
    private static String moment(String words, ZoneId zone) {
        try {
            return MINUTES.format(Instant.parse(words).atZone(zone));
        } catch (DateTimeException asSaid) {
            return words;
        }
    }

    Optional<String> value(String field) {
        return Optional.ofNullable(values.get(field));
    }

    /** The golden path that is launched; empty where none is said yet, or it is not offered. */
    Optional<GoldenPath> path(Known known) {
        return path(values, known);
    }

    private static Optional<GoldenPath> path(Map<String, String> values, Known known) {
        return Optional.ofNullable(values.get(PATH))
                .flatMap(name -> known.catalogue().paths().values().stream()
                        .filter(path -> path.name().equals(new PathName(name)) && !path.planned())
                        .findFirst());
    }

    /** The golden path's parameters that are fields of their own: the length is everything's. */
    List<Parameter> parameters(Known known) {
        return path(known).stream()
                .flatMap(path -> path.parameters().stream())
                .filter(parameter -> !parameter.name().equals("duration"))
                .toList();
    }

    /** Only what stands in the places of the command, and one field more. */
    RequestDraft only(String field) {
        Map<String, String> few = new LinkedHashMap<>(values);
        few.keySet().removeIf(each -> !each.equals(field) && !places().contains(each));
        return new RequestDraft(verb, few);
    }

    private List<String> places() {
        return switch (verb) {
            case LAUNCH -> List.of(PATH);
            case GRANT -> List.of(DATASET, ACCESS);
            default -> List.of(TARGET);
        };
    }

    /** The command that says the same. @param until whether the term is its end, and not its length */
    String command(boolean until) {
        List<String> before = new ArrayList<>();
        Map<String, String> options = new LinkedHashMap<>();
        places().forEach(place -> value(place).ifPresent(before::add));
        values.forEach((field, value) -> {
            if (field.equals(TERM)) {
                options.put("--" + (until ? KnownSlot.UNTIL : KnownSlot.FOR).called(), value);
            } else if (field.startsWith("--")) {
                options.put(field, value);
            }
        });
        return CommandText.typed(verb, before, options);
    }
}
