package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which of a message's clauses are requests of their own; what is told around a request stays with it. */
final class Compound {

    /** From here on a clause is a request of its own. */
    private static final double OWN = 0.5;

    private static final Set<Verb> NO_REQUEST = Set.of(Verb.SMALLTALK, Verb.OUTOFSCOPE);
    private static final Set<Verb> OF_WHAT_IS = Set.of(
            Verb.EXTEND, Verb.RESIZE, Verb.STOP, Verb.RESUME, Verb.STATUS, Verb.WITHDRAW, Verb.TRANSFER, Verb.WHY);
    private static final Set<Verb> OF_WHAT_IS_WANTED = Set.of(Verb.LAUNCH, Verb.GRANT);
    private static final Set<Verb> ANSWERS = Set.of(Verb.HELP, Verb.WHY, Verb.FIND, Verb.STATUS);
    private static final Pattern THING = Pattern.compile(
            "\\b(?:environments?|envs?|workspaces?|machines?|box(?:es)?|vms?|servers?|somewhere|sandbox|one|instance|playground)\\b");

    private final Function<String, Judged> judge;
    private final Judged whole;

    /** @param whole the message read as one */
    Compound(Function<String, Judged> judge, Judged whole) {
        this.judge = judge;
        this.whole = whole;
    }

    /** At least one; exactly the whole message where it is one request. */
    List<Judged> requests(List<String> clauses) {
        var requests = new ArrayList<Judged>();
        var told = "";
        for (var clause : clauses) {
            var judged = Clauses.asks(clause) || clauses.size() == 1 ? judge.apply(clause) : null;
            if (judged != null && Clauses.instead(clause) && !requests.isEmpty()) {
                var before = requests.removeLast();
                requests.add(joined(before, clause, judged));
            } else if (judged != null && own(judged) && (requests.isEmpty() || another(requests.getLast(), judged))) {
                requests.add(told.isEmpty() ? judged : widened(judged, told + " " + clause));
                told = "";
            } else if (requests.isEmpty()) {
                told = told.isEmpty() ? clause : told + " " + clause;
            } else {
                var before = requests.removeLast();
                requests.add(joined(before, clause, before));
            }
        }
        return requests.size() > 1 ? requests : List.of(one(requests));
    }

    private Judged one(List<Judged> requests) {
        if (requests.isEmpty()) {
            return whole;
        }
        var request = requests.getFirst();
        return request.verb() == whole.verb() || request.odds() <= whole.odds()
                ? whole
                : request.in(whole.text(), whole.found());
    }

    private Judged joined(Judged before, String clause, Judged scored) {
        return widened(scored, before.text() + " " + clause);
    }

    private Judged widened(Judged judged, String wider) {
        return judged.in(wider, judge.apply(wider).found());
    }

    private static boolean own(Judged clause) {
        var named = clause.verb() != Verb.LAUNCH
                || clause.found().mentions().stream()
                        .anyMatch(mention -> Set.of("path", "cpu", "memory_gb", "gpus", "gpu_kind", "workers", "size")
                                .contains(mention.slot()))
                || THING.matcher(clause.text().toLowerCase(Locale.ROOT)).find()
                || clause.scores().path().isPresent();
        return named && clause.odds() >= OWN && !NO_REQUEST.contains(clause.verb());
    }

    /** Another verb on something it names, or the same one on something else that both name. */
    private static boolean another(Judged before, Judged clause) {
        if (before.verb() != clause.verb()) {
            var onTheSame = OF_WHAT_IS_WANTED.contains(before.verb())
                    && OF_WHAT_IS.contains(clause.verb())
                    && Filling.of(clause.verb(), clause.found()).get("target")
                            instanceof dev.quartermaster.intents.reading.Slot target
                    && target.value().equals("last");
            return !onTheSame && !(ANSWERS.contains(before.verb()) && ANSWERS.contains(clause.verb()));
        }
        var slot =
                switch (clause.verb()) {
                    case GRANT -> "dataset";
                    case LAUNCH -> "path";
                    case EXTEND, RESIZE, STOP, RESUME, WITHDRAW, TRANSFER, APPROVE, DENY -> "target";
                    case RUN -> "job";
                    case SPEND, LIST, STATUS, FIND, WHY, HELP, SMALLTALK, OUTOFSCOPE -> "";
                };
        var first = Filling.of(before.verb(), before.found()).get(slot);
        var second = Filling.of(clause.verb(), clause.found()).get(slot);
        return first != null
                && second != null
                && !first.value().equals(second.value())
                && !second.value().equals("last");
    }
}
