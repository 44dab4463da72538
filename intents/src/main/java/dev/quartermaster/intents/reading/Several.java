package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.reading.slots.Oneself;
import java.util.LinkedHashMap;
import java.util.List;

/** One request that names several of a kind, as one request for each: both environments stop, each dataset has its owner. */
final class Several {

    private Several() {}

    /** The candidate itself where it names one of everything. */
    static List<Candidate> of(Candidate candidate) {
        for (var entry : candidate.slots().entrySet()) {
            var name = entry.getKey();
            var slot = entry.getValue();
            if (name instanceof KnownSlot known
                    && known.kind() == KnownSlot.Kind.NAME
                    && slot.value() instanceof List<?> values
                    && !values.isEmpty()) {
                return values.stream()
                        .limit(20)
                        .flatMap(value ->
                                of(with(candidate, name, new Slot(value, words(value, slot), slot.resolved())))
                                        .stream())
                        .toList();
            }
        }
        return List.of(candidate);
    }

    /** Of several names each stands for itself. */
    private static String words(Object value, Slot slot) {
        return value instanceof String name && name.matches("(?i)(?:req|lease|env)-[\\w-]+") ? name : slot.words();
    }

    private static Candidate with(Candidate candidate, SlotName name, Slot slot) {
        var slots = new LinkedHashMap<>(candidate.slots());
        if (name == KnownSlot.GRANTEE && slot.value().equals(Oneself.ME)) {
            slots.remove(name);
        } else {
            slots.put(name, slot);
        }
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }
}
