package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.Conjunct.Head;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The requests of one message: of each clause as many as it names things, with what is theirs alone and what is said of all. */
public final class RequestList {

    /** Of things listed without an article: shown, and done when confirmed. */
    private static final double LISTED = 0.5;

    /** "… and read on sales.returns": access, whatever is done to the things before it. */
    private static final Pattern RIGHT = Pattern.compile("(?i)\\W{0,3}(?:only )?(?:read|write|select)\\b");

    private final ClauseReader reader;
    private final Ellipsis ellipsis;
    private final List<Candidate> requests = new ArrayList<>();
    private final List<Found> said = new ArrayList<>();

    private RequestList(ClauseReader reader) {
        this.reader = reader;
        this.ellipsis = new Ellipsis(reader, requests, said);
    }

    /** @param clauses of one message, each a request; at least one */
    public static List<Candidate> of(ClauseReader reader, List<ScoredClause> clauses) {
        var list = new RequestList(reader);
        clauses.forEach(list::add);
        return SharedModifiers.spread(list.requests, clauses);
    }

    private void add(ScoredClause clause) {
        var before = requests.size();
        var whole = clause.as(clause.verb(), clause.odds());
        var coordination = coordinates(whole) ? new Coordination(reader, clause.verb(), clause.found()) : null;
        var many = coordination == null ? 1 : coordination.conjuncts().size();
        if (many > Coordination.MOST) {
            requests.add(new Candidate(whole.verb(), whole.slots(), Math.min(LISTED, whole.confidence())));
        } else if (coordination != null && many > 1) {
            listed(clause, coordination.conjuncts(), coordination.lead());
        } else {
            requests.addAll(NamedInstances.of(whole, clause.found()));
        }
        ellipsis.complete(clause, before);
        said.add(clause.found());
    }

    private static boolean coordinates(Candidate whole) {
        return (whole.verb().opens() || whole.verb().acts() && whole.verb().onWhatIs() || whole.verb() == Verb.RUN)
                && !(whole.slots().get(KnownSlot.DATASET) instanceof Slot data && data.value() instanceof List<?>);
    }

    /** One request a thing: each has its own owner, its own end, and what is said of it alone. */
    private void listed(ScoredClause clause, List<Conjunct> conjuncts, String lead) {
        var counted = counted(clause, conjuncts);
        var odds = conjuncts.stream().allMatch(Conjunct::plain) ? clause.odds() : Math.min(LISTED, clause.odds());
        for (var group : SharedModifiers.groups(conjuncts)) {
            var said = reader.found(clause.text()
                    .substring(
                            group.getFirst().words().start(),
                            group.getLast().words().end()));
            for (var conjunct : group) {
                var verb = verb(clause, conjunct);
                var first = conjunct == conjuncts.getFirst();
                var text =
                        verb.opens() || first ? conjunct.text() : (verb == Verb.RUN ? "run " : lead) + conjunct.text();
                var there = reader.found(text);
                var slots = new LinkedHashMap<>(
                        clause.in(text, there).as(verb, odds).slots());
                head(conjunct, verb, slots);
                ellipsis.fill(conjunct, verb, slots);
                SharedModifiers.add(clause, verb, said, slots);
                SharedModifiers.add(clause, verb, reader.found(lead), slots);
                Ellipsis.own(conjunct, slots);
                requests.add(new Candidate(verb, slots, odds));
            }
        }
        if (counted) {
            instances(requests.size() - conjuncts.size());
        }
    }

    /** "Two notebooks, one with 8 GB and one with 32": the first says what they are, and how many. */
    private static boolean counted(ScoredClause clause, List<Conjunct> conjuncts) {
        return clause.found()
                        .first(KnownSlot.COUNT)
                        .filter(count -> count.value().equals(conjuncts.size() - 1L))
                        .isPresent()
                && conjuncts.stream().skip(1).allMatch(one -> one.head() instanceof Head.Again);
    }

    private void instances(int first) {
        var all = requests.remove(first);
        for (var n = first; n < requests.size(); n++) {
            var one = requests.get(n);
            var slots = new LinkedHashMap<>(one.slots());
            all.slots().forEach((name, slot) -> {
                if (name != KnownSlot.COUNT && name != KnownSlot.GRANTEE) {
                    slots.putIfAbsent(name, slot);
                }
            });
            if (all.slots().get(KnownSlot.COUNT) instanceof Slot count
                    && slots.get(KnownSlot.PATH) instanceof Slot path) {
                slots.put(KnownSlot.PATH, new Slot(path.value(), count.words(), path.resolved()));
            }
            requests.set(n, new Candidate(one.verb(), slots, one.confidence()));
        }
    }

    private Verb verb(ScoredClause clause, Conjunct conjunct) {
        if (!clause.verb().opens()) {
            return conjunct.data() && RIGHT.matcher(conjunct.text()).lookingAt() ? Verb.GRANT : clause.verb();
        }
        return switch (conjunct.head()) {
            case Head.Named named -> conjunct.data() ? Verb.GRANT : Verb.LAUNCH;
            case Head.Described described -> Verb.LAUNCH;
            case Head.Again again ->
                requests.isEmpty() ? clause.verb() : requests.getLast().verb();
            case Head.Spoken spoken -> clause.verb();
        };
    }

    private void head(Conjunct conjunct, Verb verb, Map<SlotName, Slot> slots) {
        if (!verb.opens()) {
            return;
        }
        switch (conjunct.head()) {
            case Head.Named(var thing) ->
                slots.put(thing.slot(), new Slot(thing.value(), thing.words().text(), thing.resolved()));
            case Head.Described described -> {
                var path = reader.scored(conjunct.text()).path();
                if (path != null) {
                    slots.putIfAbsent(KnownSlot.PATH, new Slot(path, "", true));
                }
            }
            case Head.Again again -> ellipsis.again(again, verb, slots);
            case Head.Spoken spoken -> {}
        }
    }
}
