package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a model can say at all, from one catalogue: verbs, slots, and what each slot takes. There is no word in it for a
 * decision, for who asks, or for money: what cannot be said cannot be answered.
 *
 * @param choices slots that take one of a list
 * @param numbers slots that take a whole number
 * @param words slots that take words of the message
 * @param slots which slots each verb takes
 */
record Vocabulary(
        Map<SlotName, List<String>> choices,
        Set<SlotName> numbers,
        Set<SlotName> words,
        Map<Verb, Set<SlotName>> slots) {

    static Vocabulary of(Catalogue catalogue) {
        var choices = new LinkedHashMap<SlotName, List<String>>();
        var numbers = new LinkedHashSet<SlotName>();
        var words = new LinkedHashSet<SlotName>();
        for (var slot : KnownSlot.values()) {
            if (slot.listed()) {
                choices.put(slot, slot.options(catalogue));
            } else if (slot.kind() == KnownSlot.Kind.AMOUNT && slot.parameter().isEmpty()) {
                numbers.add(slot);
            } else if (slot.told() && !slot.sized()) {
                words.add(slot);
            }
        }
        var sizes = new LinkedHashSet<SlotName>();
        catalogue.paths().values().stream()
                .flatMap(path -> path.parameters().stream())
                .filter(parameter -> !words.contains(SlotName.of(parameter)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(parameter -> add(parameter, choices, numbers, sizes));
        choices.values().removeIf(List::isEmpty);
        return new Vocabulary(choices, numbers, words, slots(choices, numbers, words, sizes));
    }

    private static void add(
            Parameter parameter, Map<SlotName, List<String>> choices, Set<SlotName> numbers, Set<SlotName> sizes) {
        var slot = SlotName.of(parameter);
        switch (parameter.type()) {
            case INTEGER, QUANTITY -> {
                if (!choices.containsKey(slot)) {
                    numbers.add(slot);
                    sizes.add(slot);
                }
            }
            case PRESET, CHOICE -> {
                if (!numbers.contains(slot)) {
                    choices.merge(
                            slot,
                            parameter.options(),
                            (some, more) -> Stream.concat(some.stream(), more.stream())
                                    .distinct()
                                    .toList());
                    sizes.add(slot);
                }
            }
            // Images and names are the fixed slots of those names; the length of a launch is "for" or "until".
            case IMAGE, TEXT, NAME, DURATION -> {}
        }
    }

    private static Map<Verb, Set<SlotName>> slots(
            Map<SlotName, List<String>> choices, Set<SlotName> numbers, Set<SlotName> words, Set<SlotName> sizes) {
        var slots = new LinkedHashMap<Verb, Set<SlotName>>();
        // A decision is a code path of its own: no model has a word for it.
        for (var verb : Verb.which(each -> !each.decides())) {
            var taken = new LinkedHashSet<SlotName>();
            verb.slots().stream().filter(slot -> !slot.sized()).forEach(taken::add);
            if (verb.parameters()) {
                taken.addAll(sizes);
            }
            taken.removeIf(slot -> !choices.containsKey(slot) && !numbers.contains(slot) && !words.contains(slot));
            slots.put(verb, taken);
        }
        return slots;
    }
}
