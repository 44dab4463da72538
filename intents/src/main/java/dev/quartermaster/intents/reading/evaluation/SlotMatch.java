package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.SlotName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request slot by slot: what was wanted against what was read. What was read beyond that counts against precision,
 * but for what is right where the label says nothing of it:
 *
 * <ul>
 *   <li>a schedule, script, repository or other text with a grammar of its own, and a parameter that only its golden path
 *       knows, where no label of the whole set has one;
 *   <li>how much more or less of what runs ({@code twice the memory});
 *   <li>the last thing spoken of as the target;
 *   <li>how many of the same, where the label has a request for each of so many.
 * </ul>
 */
record SlotMatch(Alike alike, Set<String> labelled) {

    private static final String MEMORY = KnownSlot.MEMORY_GB.text();
    private static final String STORAGE = "storage";

    static SlotMatch of(Alike alike, List<Case> cases) {
        return new SlotMatch(
                alike,
                cases.stream()
                        .flatMap(one -> one.readings().stream())
                        .flatMap(List::stream)
                        .flatMap(wanted -> wanted.slots().keySet().stream())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param wrong what was missed, misread or read beyond what was wanted */
    record Tally(Set<String> wanted, Set<String> found, Set<String> right, Map<String, Object> wrong) {
        static int times(Set<String> slots) {
            return (int) slots.stream().filter(Alike::time).count();
        }
    }

    /**
     * @param all the requests that were wanted of the message, {@code wanted} among them
     * @param read empty: nothing was
     * @param said the slots that somebody spoke of: what stands for the usual (access read) is neither found nor missed
     */
    Tally tally(Wanted wanted, List<Wanted> all, Map<?, ?> read, Set<?> said) {
        var wrong = new LinkedHashMap<String, Object>();
        var right = wanted.slots().entrySet().stream()
                .filter(slot -> {
                    var found = read(read, slot.getKey());
                    var hit = found != null && alike.same(slot.getKey(), slot.getValue(), found);
                    if (!hit) {
                        wrong.put(slot.getKey() + "=" + slot.getValue(), found == null ? "-" : found);
                    }
                    return hit;
                })
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        var beyond = read.entrySet().stream()
                .filter(slot -> said.contains(slot.getKey())
                        && !wanted.slots().containsKey(slot.getKey().toString())
                        && !(slot.getKey().equals(STORAGE) && wanted.slots().containsKey(MEMORY))
                        && !left(slot.getKey().toString(), slot.getValue(), wanted, all))
                .map(slot -> {
                    wrong.put("no " + slot.getKey(), slot.getValue());
                    return slot.getKey().toString();
                });
        var found = Stream.concat(wanted.slots().keySet().stream().filter(slot -> read(read, slot) != null), beyond)
                .collect(Collectors.toSet());
        return new Tally(wanted.slots().keySet(), found, right, wrong);
    }

    /** Gigabytes are labelled without saying of what. */
    private static @Nullable Object read(Map<?, ?> read, String slot) {
        var found = read.get(slot);
        return found == null && slot.equals(MEMORY) ? read.get(STORAGE) : found;
    }

    /** Whether the label leaves open what was read. */
    private boolean left(String slot, Object value, Wanted wanted, List<Wanted> all) {
        var name = SlotName.of(slot);
        return !labelled.contains(slot) && (!(name instanceof KnownSlot known) || known.kind() == KnownSlot.Kind.CODE)
                || relative(value)
                || name == KnownSlot.TARGET && value.equals("last")
                || name == KnownSlot.COUNT
                        && value.equals(all.stream()
                                .filter(other -> same(KnownSlot.PATH, wanted, other))
                                .count());
    }

    private static boolean same(KnownSlot slot, Wanted one, Wanted other) {
        return one.slots().containsKey(slot.text())
                && one.slots().get(slot.text()).equals(other.slots().get(slot.text()));
    }

    /** How much more or less than there is: a label that names no amount leaves it open. */
    static boolean relative(Object value) {
        return Value.Relative.read(value.toString()).isPresent();
    }
}
