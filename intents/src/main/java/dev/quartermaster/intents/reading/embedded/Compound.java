package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which of a message's clauses are requests of their own; what is told around a request stays with it. */
final class Compound {

    /** From here on a clause is a request of its own. */
    private static final double OWN = 0.5;

    private static final Pattern THING = Pattern.compile(
            "\\b(?:environments?|envs?|workspaces?|machines?|box(?:es)?|vms?|servers?|somewhere|sandbox|one|instance|playground)\\b");

    private final Function<String, Judged> judge;
    private final Function<String, Found> find;
    private final Judged whole;

    private static final Pattern ANEW = Pattern.compile(
            "^\\W*(?:(?:and|then|also|plus|please|pls) ){0,20}(?:launch|start|spin up|fire up|create|set"
                    + " up|get|give|(?:can|could) (?:i|we) (?:get|have)|(?:i|we)(?:'d| would)?(?: also)?"
                    + " (?:need|want|like))(?: me| us)? (?:an?|another|one|\\d+) (?!of\\b|more\\b)");

    /** @param whole the message read as one */
    Compound(Function<String, Judged> judge, Function<String, Found> find, Judged whole) {
        this.judge = judge;
        this.find = find;
        this.whole = whole;
    }

    /** A request and the stretch of the message it stands in. */
    private record Part(Judged judged, int start, int end) {}

    /** At least one; exactly the whole message where it is one request. */
    List<Judged> requests(List<Clauses.Clause> clauses) {
        var parts = new ArrayList<Part>();
        var told = -1;
        for (var clause : clauses) {
            var judged = Clauses.asks(clause.text()) || clauses.size() > 1 && measured(clause.text())
                    ? judge.apply(clause.text())
                    : null;
            if (judged != null && Clauses.instead(clause.text()) && !parts.isEmpty()) {
                parts.add(new Part(judged, parts.removeLast().start(), clause.end()));
            } else if (judged != null
                    && own(judged)
                    && (parts.isEmpty() || another(parts.getLast().judged(), judged))) {
                parts.add(new Part(judged, told < 0 ? clause.start() : told, clause.end()));
                told = -1;
            } else if (parts.isEmpty()) {
                told = told < 0 ? clause.start() : told;
            } else {
                var before = parts.removeLast();
                parts.add(new Part(before.judged(), before.start(), clause.end()));
            }
        }
        return parts.size() > 1 ? parts.stream().map(this::whole).toList() : List.of(one(parts));
    }

    /** "Jupyter with 16 GB for 5 hours": a thing, and how much of it or how long. */
    private boolean measured(String clause) {
        var found = find.apply(clause);
        return !clause.strip().endsWith("?")
                && (Guards.beginsWith(found, KnownSlot.PATH) || Guards.beginsWith(found, KnownSlot.DATASET))
                && (!found.times().isEmpty()
                        || found.mentions().stream()
                                .anyMatch(mention -> mention.slot().sized()));
    }

    private Judged one(List<Part> parts) {
        if (parts.isEmpty()) {
            return whole;
        }
        var request = parts.getFirst().judged();
        return request.verb() == whole.verb() || request.odds() <= whole.odds()
                ? whole
                : request.in(whole.text(), whole.found());
    }

    /** The request with what is told around it. */
    private Judged whole(Part part) {
        var text = whole.text().substring(part.start(), part.end());
        return text.equals(part.judged().text()) ? part.judged() : part.judged().in(text, find.apply(text));
    }

    private static boolean own(Judged clause) {
        var named = clause.verb() != Verb.LAUNCH
                || clause.found().mentions().stream()
                        .anyMatch(mention -> mention.slot() == KnownSlot.PATH
                                || mention.slot().sized())
                || THING.matcher(clause.text().toLowerCase(Locale.ROOT)).find()
                || clause.scores().path().isPresent();
        return named && clause.odds() >= OWN && clause.verb().ours();
    }

    /** "… . Launch a ray cluster with 5 GPUs for 6 hours": one more of what was asked for before, with its own numbers. */
    private static boolean anew(Judged clause) {
        return ANEW.matcher(clause.text().toLowerCase(Locale.ROOT)).find()
                && !sized(clause).isEmpty();
    }

    private static Set<SlotName> sized(Judged clause) {
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
    private static boolean another(Judged before, Judged clause) {
        if (before.verb() != clause.verb()) {
            var onTheSame = before.verb().opens()
                    && clause.verb().onWhatIs()
                    && Filling.of(clause.verb(), clause.found()).get(KnownSlot.TARGET)
                            instanceof dev.quartermaster.intents.reading.Slot target
                    && target.value().equals("last");
            return !onTheSame && !(answers(before.verb()) && answers(clause.verb()));
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
