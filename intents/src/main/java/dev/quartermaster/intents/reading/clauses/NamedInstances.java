package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Several of a kind with a name each, as a request for each: "two buckets, claims-raw and claims-clean, for 60 days". */
final class NamedInstances {

    private static final String NAME = "[a-z][a-z0-9]*(?:[-_][a-z0-9]+){0,8}";
    private static final Pattern NAMES = Pattern.compile("^(?: (?:called|named)|,|:| \\(|(?= ))\\s{0,3}(" + NAME
            + "(?:,\\s{0,3}" + NAME + "){0,8}(?:,?\\s{1,3}(?:and|&|\\+)\\s{1,3}" + NAME + "))(?=[\\s,.;)]|$)");
    private static final Pattern BETWEEN = Pattern.compile(",?\\s{1,3}(?:and|&|\\+)\\s{1,3}|,\\s{0,3}");
    private static final Set<String> NO_NAME = Set.of(
            "a", "an", "the", "small", "medium", "large", "one", "for", "with", "me", "my", "both", "each", "read",
            "write", "until", "till");

    private NamedInstances() {}

    /** The request itself where no names are listed. */
    static List<Candidate> of(Candidate whole, Found found) {
        var kind = found.first(KnownSlot.PATH);
        if (whole.verb() != Verb.LAUNCH || kind.isEmpty()) {
            return List.of(whole);
        }
        if (whole.slots().get(KnownSlot.NAME) instanceof Slot(List<?> each, var words, var resolved)) {
            return each.stream()
                    .map(name -> called(whole, new Slot(name, words, resolved)))
                    .toList();
        }
        var match = NAMES.matcher(found.text().toLowerCase(Locale.ROOT))
                .region(kind.get().words().end(), found.text().length());
        if (!match.find()) {
            return List.of(whole);
        }
        var names = BETWEEN.splitAsStream(match.group(1)).toList();
        var count = whole.slots().get(KnownSlot.COUNT);
        var counted = count != null && count.value().equals((long) names.size());
        var said = names.stream().noneMatch(NO_NAME::contains)
                && (counted
                        || count == null && names.stream().allMatch(name -> name.contains("-") || name.contains("_")));
        return said
                ? names.stream()
                        .map(name -> called(whole, new Slot(name, name, true)))
                        .toList()
                : List.of(whole);
    }

    private static Candidate called(Candidate whole, Slot name) {
        var slots = new LinkedHashMap<>(whole.slots());
        var count = slots.remove(KnownSlot.COUNT);
        if (count != null && slots.get(KnownSlot.PATH) instanceof Slot path) {
            slots.put(KnownSlot.PATH, new Slot(path.value(), count.words(), path.resolved()));
        }
        slots.put(KnownSlot.NAME, name);
        return new Candidate(whole.verb(), slots, whole.confidence());
    }
}
