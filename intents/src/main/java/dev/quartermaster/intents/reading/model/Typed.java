package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.ParameterSlots;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A candidate as the command that does the same: only what that command takes, in the way it takes it. */
final class Typed {

    private static final List<String> ALWAYS = List.of("path", "for", "until", "purpose");

    /** Words that no grammar could read as a time are in no command; the intent goes without them too. */
    private static final List<String> TIMES = List.of("for", "until", "from", "period");

    private Typed() {}

    /** Empty: no command says it, such as a length of time that no grammar could read. */
    static Optional<String> of(Candidate candidate, Known known) {
        var slots = new LinkedHashMap<String, Slot>();
        candidate.slots().forEach((name, slot) -> {
            if (TIMES.contains(name) && !slot.resolved()) {
                return;
            }
            if (candidate.verb() != Verb.LAUNCH || ALWAYS.contains(name) || parameter(name, slot, candidate, known)) {
                slots.put(name, name.equals("grantee") ? mentioned(slot) : slot);
            }
        });
        try {
            return Optional.of(CommandText.of(new Candidate(candidate.verb(), slots, candidate.confidence())));
        } catch (DateTimeException unread) {
            return Optional.empty();
        }
    }

    /** What the path has no parameter for would be a fault in the command; in words it is let go. */
    private static boolean parameter(String name, Slot slot, Candidate candidate, Known known) {
        return known.catalogue().paths().values().stream()
                .filter(path -> path.name().value().equals(path(candidate)))
                .map(GoldenPath::parameters)
                .flatMap(List::stream)
                .map(ParameterSlots::of)
                .anyMatch(name::equals);
    }

    private static String path(Candidate candidate) {
        var path = candidate.slots().get("path");
        return path == null ? "" : path.value().toString();
    }

    private static Slot mentioned(Slot person) {
        var name = person.value().toString();
        return new Slot(name.startsWith("<@") ? name : "@" + name, person.words(), person.resolved());
    }
}
