package dev.quartermaster.intents.reading.model;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.ParameterSlots;
import dev.quartermaster.intents.reading.Verb;
import java.util.ArrayList;
import java.util.EnumSet;
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
        Map<String, List<String>> choices, Set<String> numbers, Set<String> words, Map<Verb, Set<String>> slots) {

    static final Set<String> TIMES = Set.of("for", "until", "from", "period");
    static final String UNKNOWN_DATASET = "unknown_dataset";

    /** A decision is a code path of its own: no model has a word for it. */
    private static final Set<Verb> DECISIONS = EnumSet.of(Verb.APPROVE, Verb.DENY);

    private static final List<String> WORDS = List.of(
            "target",
            "for",
            "until",
            "from",
            "period",
            "purpose",
            "name",
            "image",
            "project",
            "team",
            "person",
            "grantee",
            UNKNOWN_DATASET,
            "what",
            "resource",
            "job",
            "query");
    private static final List<String> BY = List.of(
            "person",
            "project",
            "path",
            "team",
            "dataset",
            "day",
            "week",
            "month",
            "resource",
            "environment",
            "purpose");

    static Vocabulary of(Catalogue catalogue) {
        var choices = new LinkedHashMap<String, List<String>>();
        choices.put("path", paths(catalogue));
        choices.put("dataset", datasets(catalogue));
        choices.put("access", List.of("read", "write"));
        choices.put("by", BY);
        var numbers = new LinkedHashSet<>(List.of("count", "top"));
        var sizes = new LinkedHashSet<String>();
        catalogue.paths().values().stream()
                .flatMap(path -> path.parameters().stream())
                .filter(parameter -> !WORDS.contains(ParameterSlots.of(parameter)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(parameter -> add(parameter, choices, numbers, sizes));
        choices.values().removeIf(List::isEmpty);
        return new Vocabulary(choices, numbers, new LinkedHashSet<>(WORDS), slots(choices, numbers, sizes));
    }

    private static void add(
            Parameter parameter, Map<String, List<String>> choices, Set<String> numbers, Set<String> sizes) {
        var slot = ParameterSlots.of(parameter);
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
            case IMAGE, TEXT, DURATION -> {}
        }
    }

    private static List<String> paths(Catalogue catalogue) {
        return catalogue.paths().keySet().stream().sorted().map(PathName::value).toList();
    }

    /** Each by its name, then whole schemas as {@code schema.*}. */
    static List<String> datasets(Catalogue catalogue) {
        var names = catalogue.datasets().keySet().stream().sorted().toList();
        var schemas = names.stream().map(name -> name.schema() + ".*").distinct();
        return Stream.concat(names.stream().map(DatasetName::value), schemas).toList();
    }

    private static Map<Verb, Set<String>> slots(
            Map<String, List<String>> choices, Set<String> numbers, Set<String> sizes) {
        var slots = new LinkedHashMap<Verb, Set<String>>();
        for (var verb : Verb.values()) {
            if (!DECISIONS.contains(verb)) {
                var taken = new ArrayList<>(fixed(verb));
                if (verb == Verb.LAUNCH || verb == Verb.RESIZE) {
                    taken.addAll(sizes);
                }
                taken.removeIf(slot -> !choices.containsKey(slot) && !numbers.contains(slot) && !WORDS.contains(slot));
                slots.put(verb, new LinkedHashSet<>(taken));
            }
        }
        return slots;
    }

    private static List<String> fixed(Verb verb) {
        return switch (verb) {
            case LAUNCH ->
                List.of(
                        "path", "count", "for", "until", "from", "purpose", "name", "image", "project", "team",
                        "grantee");
            case GRANT -> List.of("dataset", UNKNOWN_DATASET, "access", "for", "until", "from", "grantee", "purpose");
            case EXTEND -> List.of("target", "for", "until");
            case RESIZE, STOP, RESUME, WITHDRAW, STATUS, WHY -> List.of("target");
            case TRANSFER -> List.of("target", "grantee");
            case LIST -> List.of("what", "team");
            case SPEND -> List.of("team", "person", "period", "by", "top", "resource", "project");
            case RUN -> List.of("job");
            case FIND, HELP -> List.of("query");
            case APPROVE, DENY, SMALLTALK, OUTOFSCOPE -> List.of();
        };
    }
}
