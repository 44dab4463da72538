package dev.quartermaster.intents.reading.parameter;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Parameters;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Gigabytes said without saying of what: of a golden path that has no memory and holds something they are how much it
 * holds. A bucket of 200 GB has 200 GB of storage, and never memory.
 */
public final class Storage {
    private static final String NAME = "storage";
    private static final SlotName SLOT = SlotName.of(NAME);

    private Storage() {}

    /** As it was read, but for a launch whose gigabytes are storage. */
    public static Candidate in(Candidate candidate, Catalogue catalogue) {
        var path = candidate.slots().get(KnownSlot.PATH);
        var said = candidate.slots().get(KnownSlot.MEMORY_GB);
        if (candidate.verb() != Verb.LAUNCH
                || path == null
                || said == null
                || catalogue.path(new PathName(path.value().toString())).stream()
                        .noneMatch(each -> holds(each.parameters()))) {
            return candidate;
        }
        var slots = new LinkedHashMap<>(candidate.slots());
        slots.remove(KnownSlot.MEMORY_GB);
        slots.put(SLOT, said.value() instanceof Long gib ? new Slot(gib + "Gi", said.words(), said.resolved()) : said);
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private static boolean holds(List<Parameter> parameters) {
        return parameters.stream().anyMatch(parameter -> Parameters.holds(parameter, parameters));
    }
}
