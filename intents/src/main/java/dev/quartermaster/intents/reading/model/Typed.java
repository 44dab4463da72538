package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** A candidate as the command that does the same: only what that command takes, in the way it takes it. */
final class Typed {

    private Typed() {}

    /** Empty: no command says it, such as a length of time that no grammar could read. */
    static Optional<String> of(Candidate candidate, Known known) {
        var slots = new LinkedHashMap<SlotName, Slot>();
        candidate.slots().forEach((name, slot) -> {
            // Words that no grammar could read as a time are in no command; the intent goes without them too.
            var unread = !slot.resolved() && name instanceof KnownSlot said && said.kind() == KnownSlot.Kind.TIME;
            if (!unread
                    && (candidate.verb() != Verb.LAUNCH
                            || always(name)
                            || name == KnownSlot.GRANTEE && isPerson(slot, known)
                            || parameter(name, candidate, known))) {
                slots.put(name, name == KnownSlot.GRANTEE ? mentioned(slot) : slot);
            }
        });
        try {
            return Optional.of(CommandText.of(new Candidate(candidate.verb(), slots, candidate.confidence())));
        } catch (DateTimeException unread) {
            return Optional.empty();
        }
    }

    /** What is said of every launch, whatever is launched. */
    private static boolean always(SlotName name) {
        return name == KnownSlot.PATH
                || name == KnownSlot.FOR
                || name == KnownSlot.UNTIL
                || name == KnownSlot.FROM
                || name == KnownSlot.PURPOSE;
    }

    /** Whom nobody knows would be a fault in the command, where the reading only leaves them out. */
    private static boolean isPerson(Slot slot, Known known) {
        return known.people().persons().keySet().stream()
                .anyMatch(id -> id.value().equals(slot.value().toString()));
    }

    /** What the path has no parameter for would be a fault in the command; in words it is let go. */
    private static boolean parameter(SlotName name, Candidate candidate, Known known) {
        return known.catalogue().paths().values().stream()
                .filter(path -> path.name().value().equals(path(candidate)))
                .map(GoldenPath::parameters)
                .flatMap(List::stream)
                .map(SlotName::of)
                .anyMatch(name::equals);
    }

    private static String path(Candidate candidate) {
        var path = candidate.slots().get(KnownSlot.PATH);
        return path == null ? "" : path.value().toString();
    }

    private static Slot mentioned(Slot person) {
        var name = person.value().toString();
        return new Slot(name.startsWith("<@") ? name : "@" + name, person.words(), person.resolved());
    }
}
