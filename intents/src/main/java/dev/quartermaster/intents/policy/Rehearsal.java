package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.people.PersonId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What would have been different, had other rules been in force: past questions are put to both sides, each with the
 * people it was given. Nothing is done and nobody is told.
 */
public record Rehearsal(Side before, Side after) {
    /** One set of rules, and who may decide under it. */
    public record Side(Judge judge, Rights rights) {}

    /** How one question would have come out otherwise. */
    public enum Change {
        /** Went through, and would need a yes. */
        NOW_APPROVAL,
        /** Went through or was asked for, and would be refused. */
        NOW_REFUSED,
        /** Needed a yes or was refused, and would go through. */
        NOW_ALLOWED,
        /** Was refused, and could be asked for. */
        NOW_ASKABLE,
        /** Needs a yes in both, but not the same. */
        OTHER_APPROVAL
    }

    /** One question that comes out otherwise. */
    public record Changed(EvaluationRequest asked, Judgement before, Judgement after, Change change) {}

    /**
     * @param asked how many questions were put: fewer than there are where the thread was interrupted
     * @param changed those that come out otherwise, in the order they were asked in
     * @param cards by person, how many more (or, below nothing, fewer) requests they would have been pinged for; those
     *     with no difference are left out
     */
    public record Result(int asked, List<Changed> changed, SortedMap<PersonId, Integer> cards) {
        public Result {
            changed = List.copyOf(changed);
            cards = Collections.unmodifiableSortedMap(new TreeMap<>(cards));
        }

        public long count(Change change) {
            return changed.stream().filter(each -> each.change() == change).count();
        }

        /** All differences of cards together. */
        public int cardsInAll() {
            return cards.values().stream().mapToInt(Integer::intValue).sum();
        }

        /** One sentence: {@code Of 90 requests, 12 would now need approval, 3 would be refused; approvers get 8 fewer cards.} */
        public String words() {
            Map<Change, String> words = new EnumMap<>(Map.of(
                    Change.NOW_APPROVAL, " would now need approval",
                    Change.NOW_REFUSED, " would be refused",
                    Change.NOW_ALLOWED, " would go through at once",
                    Change.NOW_ASKABLE, " would no longer be refused, but need approval",
                    Change.OTHER_APPROVAL, " would be approved differently"));
            List<String> counted = new ArrayList<>();
            words.forEach((change, what) -> {
                if (count(change) > 0) {
                    counted.add(count(change) + what);
                }
            });
            String cards = cardsInAll() == 0 && this.cards.isEmpty() ? "" : "; " + cardsWords();
            return counted.isEmpty()
                    ? "Of " + requests() + " none would come out differently" + cards + "."
                    : "Of " + requests() + ", " + String.join(", ", counted) + cards + ".";
        }

        private String requests() {
            return asked == 1 ? "1 request" : asked + " requests";
        }

        private String cardsWords() {
            int all = cardsInAll();
            if (all == 0) {
                return "approvers get as many cards as before, but not the same approvers";
            }
            String noun = Math.abs(all) == 1 ? " card" : " cards";
            return "approvers get " + Math.abs(all) + (all > 0 ? " more" : " fewer") + noun;
        }
    }

    /** The same questions to both; each with the circumstances it was asked in. */
    public Result over(List<EvaluationRequest> past) {
        List<Changed> changed = new ArrayList<>();
        SortedMap<PersonId, Integer> cards = new TreeMap<>();
        int put = 0;
        for (EvaluationRequest asked : past) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            put++;
            Judgement was = before.judge().judge(asked);
            Judgement would = after.judge().judge(asked);
            Change change = change(was.verdict(), would.verdict());
            if (change != null) {
                changed.add(new Changed(asked, was, would, change));
            }
            pinged(after, would, asked.by()).forEach(person -> cards.merge(person, 1, Integer::sum));
            pinged(before, was, asked.by()).forEach(person -> cards.merge(person, -1, Integer::sum));
        }
        cards.values().removeIf(difference -> difference == 0);
        return new Result(put, changed, cards);
    }

    private static @Nullable Change change(Verdict before, Verdict after) {
        return switch (after) {
            case Verdict.Allowed allowed -> before instanceof Verdict.Allowed ? null : Change.NOW_ALLOWED;
            case Verdict.Refused refused -> before instanceof Verdict.Refused ? null : Change.NOW_REFUSED;
            case Verdict.NeedsApproval(var stages, var guards) ->
                switch (before) {
                    case Verdict.Allowed allowed -> Change.NOW_APPROVAL;
                    case Verdict.Refused refused -> Change.NOW_ASKABLE;
                    case Verdict.NeedsApproval(var asked, var same) ->
                        yeses(stages).equals(yeses(asked)) ? null : Change.OTHER_APPROVAL;
                };
        };
    }

    /** What a stage asks of whom; its words may change without anybody being asked differently. */
    private static Set<Stage> yeses(List<Stage> stages) {
        Set<Stage> bare = new HashSet<>();
        stages.forEach(each -> bare.add(
                new Stage(each.covers(), each.deciders(), each.needed(), "", each.order(), Stage.Ping.OWNERS)));
        return bare;
    }

    /** One card a person, however many of its stages are theirs. */
    private static Set<PersonId> pinged(Side side, Judgement judgement, PersonId asker) {
        Set<PersonId> persons = new HashSet<>();
        if (judgement.verdict() instanceof Verdict.NeedsApproval(var stages, var guards)) {
            stages.forEach(stage -> persons.addAll(new PingRecipients(side.rights()).of(stage, asker)));
        }
        return persons;
    }
}
