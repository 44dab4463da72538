package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.SlotName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Slots that name several of a kind, as those of one request for each: both environments stop, each dataset has its owner. */
final class NamedSeveral {
    private NamedSeveral() {}

    /** The slots themselves where they name one of everything. */
    static List<Map<String, Object>> each(Map<String, Object> slots) {
        for (var slot : slots.entrySet()) {
            var several = several(SlotName.of(slot.getKey()), slot.getValue());
            if (several.isPresent()) {
                return several.get().stream()
                        .flatMap(value -> each(with(slots, slot.getKey(), value)).stream())
                        .toList();
            }
        }
        return List.of(slots);
    }

    /** Golden paths in a list are any of them; in a command names are joined by commas. */
    private static Optional<List<?>> several(SlotName slot, Object value) {
        if (slot == KnownSlot.PATH || !(slot instanceof KnownSlot known && known.kind() == KnownSlot.Kind.NAME)) {
            return Optional.empty();
        }
        return switch (value) {
            case List<?> list -> Optional.of(list);
            case String joined when joined.matches("[^,\\s]+(?:,[^,\\s]+)+") -> Optional.of(List.of(joined.split(",")));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> with(Map<String, Object> slots, String slot, Object value) {
        Map<String, Object> others = new LinkedHashMap<>(slots);
        others.put(slot, value);
        return others;
    }
}
