package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.Candidate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing that was done, or would be, in the words of the contract.
 *
 * @param said the slots that somebody spoke of; the others stand for what is usual
 */
public record Effect(String intent, Map<String, Object> slots, Set<String> said) {
    public Effect {
        slots = Map.copyOf(slots);
        said = Set.copyOf(said);
    }

    public static Effect of(Candidate candidate) {
        Map<String, Object> slots = new LinkedHashMap<>();
        Set<String> said = new HashSet<>();
        candidate.slots().forEach((name, slot) -> {
            slots.put(name.text(), slot.value());
            if (!slot.words().isBlank()) {
                said.add(name.text());
            }
        });
        return new Effect(candidate.verb().word(), slots, said);
    }

    /** As {@link Wanted#each}. */
    List<Effect> each() {
        return NamedSeveral.each(slots).stream()
                .map(one -> new Effect(intent, one, said))
                .toList();
    }
}
