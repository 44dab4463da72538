package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Conjunct.Head;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a request leaves unsaid because one before it in the same message says it: "same table for me", "extend it", "… for 7". */
final class Ellipsis {

    private static final Pattern AS_LONG = Pattern.compile(
            "\\b(?:as long|same (?:length|time|period|duration|dates?|day|end|window|(?:\\w+ )?(?:days?|weeks?|hours?|months?)))\\b");
    private static final Pattern SAME_NAME = Pattern.compile("\\b(?:the )?same name\\b");
    private static final Pattern IT =
            Pattern.compile("\\b(?:it|them|that|those|this|one|another|their|its|instead|both|same)\\b");
    private static final Pattern SAME = Pattern.compile("\\bthe same\\b(?! (?:\\d|length|time|period))");
    private static final Pattern SELF = Pattern.compile("(?:^|\\b(?:for|to|give|and)\\s+)(?:me|myself|us)\\b");
    /** "Give her read on it", "he needs it too". */
    private static final Pattern THEM = Pattern.compile(
            "\\b(?:give|grant|lend|get|let|for|to)\\s+(her|him|them)\\b|^\\W*(?:and |also )?(she|he|they)\\b");
    /** A number where a length is said, without its unit: that of the length before it. */
    private static final Pattern NUMBER = Pattern.compile(
            "\\bfor (\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve)(?= each| please|[,.;!)]|\\s*$)");

    private static final Pattern UNIT = Pattern.compile("(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|w|months?)$");
    private static final Set<KnownSlot> NEVER = Set.of(KnownSlot.GRANTEE, KnownSlot.NAME, KnownSlot.COUNT);

    private final ClauseReader reader;
    private final List<Candidate> before;
    private final List<Found> said;

    /**
     * @param before the requests so far, to which others are added
     * @param said the clauses they stand in
     */
    Ellipsis(ClauseReader reader, List<Candidate> before, List<Found> said) {
        this.reader = reader;
        this.before = before;
        this.said = said;
    }

    /** One more of what was asked for last; the same of everything, where nothing else is said to be the same. */
    void again(Head.Again again, Verb verb, Map<SlotName, Slot> slots) {
        earlier(verb.opens() ? verb.subject().orElseThrow() : KnownSlot.TARGET)
                .ifPresent(head -> slots.put(verb.subject().orElseThrow(), head));
        if (!before.isEmpty()) {
            before.getLast().slots().forEach((name, slot) -> {
                var taken = again.all() && !NEVER.contains(name) && !SharedModifiers.lasts(name)
                        || name == KnownSlot.ACCESS;
                if (taken
                        && (!slots.containsKey(name) || slots.get(name).words().isBlank())) {
                    slots.put(name, slot);
                }
            });
        }
    }

    /** What its own words leave open of one of several. */
    void fill(Conjunct conjunct, Verb verb, Map<SlotName, Slot> slots) {
        var said = conjunct.text().toLowerCase(Locale.ROOT);
        numbered(said, verb, slots);
        whose(conjunct, verb, slots);
        var same = conjunct.head() instanceof Head.Again(var all) && all
                || SAME.matcher(said).find();
        if (same && !before.isEmpty()) {
            timed(verb, slots);
            if (before.getLast().slots().get(KnownSlot.ACCESS) instanceof Slot access && verb.takes(KnownSlot.ACCESS)) {
                slots.putIfAbsent(KnownSlot.ACCESS, access);
            }
        }
    }

    /** What is for the speaker is for nobody else. */
    static void own(Conjunct conjunct, Map<SlotName, Slot> slots) {
        if (SELF.matcher(conjunct.text().toLowerCase(Locale.ROOT)).find()) {
            slots.remove(KnownSlot.GRANTEE);
        }
    }

    /** As long as the one before, where it says nothing of that. */
    private void timed(Verb verb, Map<SlotName, Slot> slots) {
        if (slots.keySet().stream().noneMatch(SharedModifiers::lasts)) {
            before.getLast().slots().forEach((name, slot) -> {
                if (SharedModifiers.lasts(name) && verb.takes((KnownSlot) name)) {
                    slots.put(name, slot);
                }
            });
        }
    }

    private void numbered(String said, Verb verb, Map<SlotName, Slot> slots) {
        var number = NUMBER.matcher(said);
        if (!verb.takes(KnownSlot.FOR) || slots.keySet().stream().anyMatch(SharedModifiers::lasts) || !number.find()) {
            return;
        }
        earlier(KnownSlot.FOR).map(Slot::words).map(String::toLowerCase).ifPresent(words -> {
            var unit = UNIT.matcher(words);
            if (unit.find()) {
                reader.found("for " + number.group(1) + " " + unit.group()).times().stream()
                        .filter(Lasting.class::isInstance)
                        .map(Lasting.class::cast)
                        .findFirst()
                        .ifPresent(length -> {
                            slots.put(KnownSlot.FOR, new Slot(length.iso(), number.group(), true));
                            slots.computeIfPresent(KnownSlot.PURPOSE, (name, slot) -> without(slot, number.group()));
                        });
            }
        });
    }

    private static Slot without(Slot purpose, String words) {
        var rest = purpose.words().replace(" " + words, "");
        return new Slot(rest, rest, purpose.resolved());
    }

    /** "Raj the same on sales.orders": a person before the thing. */
    private void whose(Conjunct conjunct, Verb verb, Map<SlotName, Slot> slots) {
        if (verb.opens() && !slots.containsKey(KnownSlot.GRANTEE)) {
            reader.found(conjunct.text()).mentions().stream()
                    .filter(mention -> mention.slot() == KnownSlot.PERSON && mention.resolved())
                    .filter(mention -> conjunct.text()
                            .substring(0, mention.words().start())
                            .matches("(?i)\\W*(?:(?:and|also|give|for|to) )*"))
                    .findFirst()
                    .ifPresent(person -> slots.put(
                            KnownSlot.GRANTEE,
                            new Slot(person.value(), person.words().text(), true)));
        }
    }

    /** @param from where the clause's requests begin among all */
    void complete(ScoredClause clause, int from) {
        for (var n = from; n < before.size(); n++) {
            var one = before.get(n);
            before.set(n, completed(one, clause, before.subList(0, n)));
        }
    }

    private Candidate completed(Candidate one, ScoredClause clause, List<Candidate> earlier) {
        var said = clause.text().toLowerCase(Locale.ROOT);
        var slots = new LinkedHashMap<>(one.slots());
        asLong(said, slots, earlier);
        named(said, one.verb(), slots, earlier);
        numbered(said, one.verb(), slots);
        them(said, one.verb(), slots, earlier);
        if (IT.matcher(said).find()) {
            subject(one.verb(), clause.found(), slots, earlier);
        }
        return new Candidate(one.verb(), slots, one.confidence());
    }

    private static void asLong(String said, Map<SlotName, Slot> slots, List<Candidate> earlier) {
        var same = AS_LONG.matcher(said);
        if (!same.find() || slots.containsKey(KnownSlot.FOR) || slots.containsKey(KnownSlot.UNTIL)) {
            return;
        }
        List.of(KnownSlot.FOR, KnownSlot.UNTIL)
                .forEach(time -> earlier(earlier, time)
                        .ifPresent(slot -> slots.put(time, new Slot(slot.value(), same.group(), slot.resolved()))));
        slots.computeIfPresent(
                KnownSlot.PURPOSE,
                (name, slot) -> AS_LONG.matcher(slot.value().toString()).find() || "just as long".equals(slot.value())
                        ? null
                        : slot);
    }

    private static void named(String said, Verb verb, Map<SlotName, Slot> slots, List<Candidate> earlier) {
        var same = SAME_NAME.matcher(said);
        if (verb == Verb.LAUNCH && !earlier.isEmpty() && same.find()) {
            earlier(earlier, KnownSlot.NAME)
                    .ifPresent(name ->
                            slots.putIfAbsent(KnownSlot.NAME, new Slot(name.value(), same.group(), name.resolved())));
        }
    }

    private static void them(String said, Verb verb, Map<SlotName, Slot> slots, List<Candidate> earlier) {
        if (verb.takes(KnownSlot.GRANTEE)
                && !slots.containsKey(KnownSlot.GRANTEE)
                && THEM.matcher(said).find()) {
            earlier(earlier, KnownSlot.GRANTEE).ifPresent(person -> slots.put(KnownSlot.GRANTEE, person));
        }
    }

    /** "Is there a ray? If so stop it": what was named last. */
    private Optional<Slot> thing(Found found) {
        return Stream.concat(Stream.of(found), said.reversed().stream())
                .flatMap(there -> there.first(KnownSlot.PATH).stream())
                .map(named -> new Slot(named.words().text(), named.words().text(), true))
                .findFirst();
    }

    /** "Who has customer.accounts, and can I have it?": the dataset that was named last. */
    private Optional<Slot> dataset() {
        return said.reversed().stream()
                .flatMap(there -> there.first(KnownSlot.DATASET).stream())
                .filter(named -> named.resolved() && !(named.value() instanceof List<?>))
                .map(named -> new Slot(named.value(), named.words().text(), true))
                .findFirst();
    }

    private void subject(Verb verb, Found found, Map<SlotName, Slot> slots, List<Candidate> earlier) {
        var subject = verb.decides() ? null : verb.subject().orElse(null);
        var own = subject == null ? null : slots.get(subject);
        if (subject == KnownSlot.DATASET && own == null) {
            earlier(earlier, subject)
                    .or(this::dataset)
                    .or(() -> earlier(earlier, KnownSlot.QUERY)
                            .map(query -> new Slot(query.value(), query.words(), false)))
                    .ifPresent(slot -> slots.put(subject, slot));
        }
        if (subject == KnownSlot.PATH && (own == null || found.first(subject).isEmpty())) {
            earlier(earlier, subject).ifPresent(slot -> slots.put(subject, slot));
        }
        if (subject == KnownSlot.TARGET && (own == null || "last".equals(own.value()))) {
            earlier(earlier, subject)
                    .filter(slot -> !"last".equals(slot.value()))
                    .or(() -> thing(found))
                    .ifPresent(slot -> slots.put(subject, slot));
        }
        if (subject == KnownSlot.TEAM && (own == null || own.words().isBlank())) {
            earlier(earlier, subject)
                    .filter(slot -> !slot.words().isBlank())
                    .ifPresent(slot -> slots.put(subject, slot));
        }
    }

    private Optional<Slot> earlier(KnownSlot slot) {
        return earlier(before, slot);
    }

    private static Optional<Slot> earlier(List<Candidate> before, KnownSlot slot) {
        return before.reversed().stream()
                .filter(candidate -> candidate.slots().containsKey(slot))
                .map(candidate -> candidate.slots().get(slot))
                .findFirst();
    }
}
