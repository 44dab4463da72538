package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is said once for several: before all of them, after the last of those that nothing else is said of, or by "both" and "each". */
final class SharedModifiers {

    private static final Pattern BOTH = Pattern.compile(
            "\\b(?:both|each|all (?:of them|of it|three|four|this|that|small|medium|large)|everything)\\b|(?:^|[,–-] ?)all (?:for|until|till)\\b");
    /** A size said of all. */
    private static final Pattern SIZED = Pattern.compile(
            "\\b(?:all|both|each)(?: of them)? (?:small|medium|large)\\b|\\b(?:small|medium|large) (?:each|both|all)\\b");
    /** A purpose that stands by itself after all that was asked for. */
    private static final Pattern APART = Pattern.compile(
            "(?:[,;.\\n]|\\s[–-])\\s*(?:(?:all |both |everything )?(?:is |are )?(?:for|to) )?(?:(?:the|a|an|my|our) )?$");

    private SharedModifiers() {}

    /** "A, B and C for two weeks": those of one kind that share what is said of the last of them. */
    static List<List<Conjunct>> groups(List<Conjunct> conjuncts) {
        var groups = new ArrayList<List<Conjunct>>();
        for (var conjunct : conjuncts) {
            if (groups.isEmpty()
                    || !groups.getLast().getLast().bare()
                    || groups.getLast().getLast().data() != conjunct.data()) {
                groups.add(new ArrayList<>());
            }
            groups.getLast().add(conjunct);
        }
        return groups;
    }

    /** What words around it say of it as well; its own words come first. */
    static void add(ScoredClause clause, Verb verb, Found said, Map<SlotName, Slot> slots) {
        var timed = slots.keySet().stream().anyMatch(SharedModifiers::lasts);
        clause.in(said.text(), said).as(verb, 0).slots().forEach((name, slot) -> {
            if (name instanceof KnownSlot known && known.shared() && !(timed && lasts(name))) {
                slots.putIfAbsent(name, slot);
            }
        });
    }

    /** When something starts, how long it lasts or when it ends. */
    static boolean lasts(SlotName slot) {
        return slot instanceof KnownSlot known && known.kind() == KnownSlot.Kind.TIME && known.shared();
    }

    private static boolean timed(Candidate candidate) {
        return candidate.slots().keySet().stream().anyMatch(SharedModifiers::lasts);
    }

    /** One length, size or purpose that is said of all is that of each; never one of several. */
    static List<Candidate> spread(List<Candidate> requests, List<ScoredClause> clauses) {
        if (requests.size() < 2) {
            return requests;
        }
        var said = clauses.stream()
                .map(ScoredClause::text)
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        var spread = requests;
        if (BOTH.matcher(said).find()) {
            spread = spread(spread, SharedModifiers::lasts, one -> one.verb().takes(KnownSlot.FOR));
        }
        if (SIZED.matcher(said).find()) {
            spread = spread(spread, KnownSlot.SIZE::equals, one -> one.verb() == Verb.LAUNCH);
        }
        return apart(requests.getLast(), clauses.getLast()) || afterBoth(requests.getLast(), said)
                ? spread(spread, KnownSlot.PURPOSE::equals, one -> one.verb().opens())
                : spread;
    }

    /** "Superset and orders, both for 5 days for the retro": what is said after "both" is said of both. */
    private static boolean afterBoth(Candidate last, String said) {
        var purpose = last.slots().get(KnownSlot.PURPOSE);
        var both = BOTH.matcher(said);
        return purpose != null && both.find() && said.indexOf(purpose.words().toLowerCase(Locale.ROOT), both.end()) > 0;
    }

    private static boolean apart(Candidate last, ScoredClause clause) {
        var purpose = last.slots().get(KnownSlot.PURPOSE);
        var at = purpose == null ? -1 : clause.text().lastIndexOf(purpose.words());
        return at > 0
                && APART.matcher(clause.text().substring(0, at).toLowerCase(Locale.ROOT))
                        .find();
    }

    private static List<Candidate> spread(
            List<Candidate> requests, Predicate<SlotName> which, Predicate<Candidate> takes) {
        var saying = requests.stream()
                .filter(one -> one.slots().keySet().stream().anyMatch(which))
                .toList();
        if (saying.size() != 1) {
            return requests;
        }
        return requests.stream()
                .map(one -> takes.test(one) ? with(one, saying.getFirst(), which) : one)
                .toList();
    }

    private static Candidate with(Candidate one, Candidate saying, Predicate<SlotName> which) {
        var slots = new LinkedHashMap<>(one.slots());
        saying.slots().forEach((name, slot) -> {
            if (which.test(name)) {
                slots.put(name, slot);
            }
        });
        return new Candidate(one.verb(), slots, one.confidence());
    }
}
