package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of a message's clauses are requests of their own; what is told around a request stays with it. */
public final class RequestClauses {

    /** From here on a clause is a request of its own. */
    private static final double OWN = 0.5;

    private static final Pattern THING = Pattern.compile(
            "\\b(?:environments?|envs?|workspaces?|machines?|box(?:es)?|vms?|servers?|somewhere|sandbox|one|instance|playground)\\b");
    private static final Pattern IT = Pattern.compile("\\b(?:it|them|that|those|the same)\\b");
    private static final Pattern WANTED = Pattern.compile(
            "^\\W*(?:(?:an?|one|another|some|new|read|write|access|link|burn rate|eta|status)\\b|\\d{1,3} ?x? ?(?:gpus?|[ahtvl]\\d{1,3}s?|workers?|cores?|nodes?)\\b)");
    private static final Pattern ANEW = Pattern.compile(
            "^\\W*(?:(?:and|then|also|plus|please|pls) ){0,20}(?:launch|start|spin up|fire up|create|set"
                    + " up|get|give|(?:can|could) (?:i|we) (?:get|have)|(?:i|we)(?:'d| would)?(?: also)?"
                    + " (?:need|want|like))?(?: ?me| ?us)? ?\\b(?:an?|another|one|\\d+) (?!of\\b|more\\b)");

    private final ClauseReader reader;
    private final ScoredClause whole;

    /** @param whole the message read as one */
    public RequestClauses(ClauseReader reader, ScoredClause whole) {
        this.reader = reader;
        this.whole = whole;
    }

    /** A request and the stretch of the message it stands in. */
    private record Part(ScoredClause clause, int start, int end) {}

    /** At least one; exactly the whole message where it is one request. */
    public List<ScoredClause> of(List<ClauseList.Stretch> stretches) {
        if (stretches.size() == 1) {
            return List.of(whole);
        }
        var parts = new ArrayList<Part>();
        var told = -1;
        for (var stretch : stretches) {
            var clause = asks(stretch) ? reader.scored(stretch.text()) : null;
            if (clause != null && !parts.isEmpty() && theirs(clause)) {
                clause = clause.meaning(parts.getLast().clause().verb());
            }
            if (clause != null && clause.verb() == Verb.LAUNCH && plainData(stretch, clause)) {
                clause = clause.meaning(Verb.GRANT);
            }
            if (clause != null && stretch.instead() && !parts.isEmpty()) {
                parts.add(new Part(clause, parts.removeLast().start(), stretch.end()));
            } else if (clause != null
                    && own(clause)
                    && (parts.isEmpty() || another(parts.getLast().clause(), clause))) {
                parts.add(new Part(clause, told < 0 ? stretch.start() : told, stretch.end()));
                told = -1;
            } else if (parts.isEmpty()) {
                told = told < 0 ? stretch.start() : told;
            } else {
                var before = parts.removeLast();
                parts.add(new Part(before.clause(), before.start(), stretch.end()));
            }
        }
        return parts.size() > 1 ? parts.stream().map(this::whole).toList() : List.of(one(parts));
    }

    /** Data and no thing: nothing is to be launched of it. */
    private static boolean plainData(ClauseList.Stretch stretch, ScoredClause clause) {
        return stretch.form() != Form.ORDER
                && NounPhrase.begins(clause.found(), KnownSlot.DATASET)
                && clause.found().first(KnownSlot.PATH).isEmpty();
    }

    private boolean asks(ClauseList.Stretch stretch) {
        return stretch.asks() && (stretch.form() != Form.VALUE || stretch.begins() || phrase(stretch.text()))
                || measured(stretch.text());
    }

    /** "A T4 box", "write on sales.orders": a noun that asks for what it names. */
    private boolean phrase(String text) {
        var found = reader.found(text);
        return WANTED.matcher(text.toLowerCase(Locale.ROOT)).find()
                || NounPhrase.begins(found, KnownSlot.PATH)
                || NounPhrase.begins(found, KnownSlot.DATASET);
    }

    /** "Jupyter with 16 GB for 5 hours": a thing, and how much of it or how long. */
    private boolean measured(String clause) {
        var found = reader.found(clause);
        return !clause.strip().endsWith("?")
                && (NounPhrase.begins(found, KnownSlot.PATH) || NounPhrase.begins(found, KnownSlot.DATASET))
                && (!found.times().isEmpty()
                        || found.mentions().stream()
                                .anyMatch(mention -> mention.slot().sized()));
    }

    private ScoredClause one(List<Part> parts) {
        if (parts.isEmpty()) {
            return whole;
        }
        var request = parts.getFirst().clause();
        return request.verb() == whole.verb() || request.odds() <= whole.odds()
                ? whole
                : request.in(whole.text(), whole.found());
    }

    /** The request with what is told around it. */
    private ScoredClause whole(Part part) {
        var text = whole.text().substring(part.start(), part.end());
        return text.equals(part.clause().text()) ? part.clause() : part.clause().in(text, reader.found(text));
    }

    private static boolean own(ScoredClause clause) {
        var named = clause.verb() != Verb.LAUNCH
                || clause.found().mentions().stream()
                        .anyMatch(mention -> mention.slot() == KnownSlot.PATH
                                || mention.slot().sized())
                || THING.matcher(clause.text().toLowerCase(Locale.ROOT)).find()
                || clause.path() != null;
        return named && clause.odds() >= OWN && clause.verb().ours();
    }

    /** "… . Launch a ray cluster with 5 GPUs for 6 hours": one more of what was asked for before, with its own numbers. */
    private static boolean anew(ScoredClause clause) {
        return ANEW.matcher(clause.text().toLowerCase(Locale.ROOT)).find()
                && !sized(clause).isEmpty();
    }

    /** "Iris needs it for two": the same for somebody else. */
    private static boolean theirs(ScoredClause clause) {
        return IT.matcher(clause.text().toLowerCase(Locale.ROOT)).find()
                && clause.found().mentions().stream()
                        .anyMatch(mention -> mention.slot() == KnownSlot.PERSON
                                && mention.words().start() == 0);
    }

    private static Set<SlotName> sized(ScoredClause clause) {
        return Filling.of(clause.verb(), clause.found()).keySet().stream()
                .filter(slot -> slot == KnownSlot.FOR
                        || slot == KnownSlot.UNTIL
                        || slot instanceof KnownSlot known && known.counted())
                .collect(Collectors.toSet());
    }

    /** A list and a sum are answers of their own; of all others one is enough. */
    private static boolean answers(Verb verb) {
        return verb.looks() && verb.subject().filter(KnownSlot.TEAM::equals).isEmpty();
    }

    /** Another verb on something it names, or the same one on something else that both name. */
    private static boolean another(ScoredClause before, ScoredClause clause) {
        if (before.verb() != clause.verb()) {
            var onTheSame = before.verb().opens()
                    && clause.verb().onWhatIs()
                    && Filling.of(clause.verb(), clause.found()).get(KnownSlot.TARGET) instanceof Slot target
                    && target.value().equals("last");
            return !onTheSame && !(answers(before.verb()) && answers(clause.verb()));
        }
        if (clause.verb().opens() && theirs(clause)) {
            return true;
        }
        if (clause.verb() == Verb.LAUNCH && anew(clause) && !sized(before).isEmpty()) {
            return true;
        }
        var slot = clause.verb().subject().filter(subject -> clause.verb().changes());
        if (slot.isEmpty()) {
            return false;
        }
        var first = Filling.of(before.verb(), before.found()).get(slot.get());
        var second = Filling.of(clause.verb(), clause.found()).get(slot.get());
        return first != null
                && second != null
                && !first.value().equals(second.value())
                && !second.value().equals("last");
    }
}
