package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a yes to what was shown is a yes to what would be done now: the same, or smaller in every component. Anything
 * else, however slight, is a new question.
 */
record ApprovalCoverage(Judgement shown, Judgement now) {
    private static final Json JSON = new Json();

    /** For each stage that is needed now, the one shown that its yeses were given to; empty: not covered. */
    Optional<List<Integer>> stages() {
        return smaller() && forNoOtherReason() ? matched(Request.stages(shown), Request.stages(now)) : Optional.empty();
    }

    /** A yes was given to the reasons on the card: whoever agreed within the budget has not agreed to an overrun. */
    private boolean forNoOtherReason() {
        return asking(shown).containsAll(asking(now));
    }

    private static Set<String> asking(Judgement judgement) {
        return judgement.rules().stream()
                .filter(rule -> rule.then().equals("approve"))
                .map(Judgement.Matched::rule)
                .collect(Collectors.toSet());
    }

    /** Whether what would be done is what was shown or less of it, whoever is asked. */
    boolean smaller() {
        Plan plan = now.plan();
        Price price = now.price();
        if (now.verdict() instanceof Verdict.Refused) {
            return false;
        }
        if (plan == null || price == null || shown.plan() == null || shown.price() == null) {
            return false;
        }
        return opensNoMore() && covers(shown.plan(), plan) && covers(shown.price(), price);
    }

    /** What a data grant allows stands in no parameter. */
    private boolean opensNoMore() {
        return !(now.intent() instanceof Intent.Grant after)
                || after.access() == Access.READ
                || shown.intent() instanceof Intent.Grant before && before.access() == Access.WRITE;
    }

    private boolean covers(Plan before, Plan after) {
        return before.path().equals(after.path())
                && after.term().compareTo(before.term()) <= 0
                && (before.compute() || !after.compute())
                && before.parameters().keySet().equals(after.parameters().keySet())
                && after.parameters().entrySet().stream()
                        .allMatch(each ->
                                each.getValue().atMost(before.parameters().get(each.getKey())))
                && after.parts().stream()
                        .allMatch(part -> before.parts().stream().anyMatch(old -> covers(old, part)));
    }

    /**
     * Under the same bundle a part's tree differs only by what the parameters and the term say, and those are compared
     * above; under another one the file may have changed, so the tree must be the same.
     */
    private boolean covers(Part before, Part after) {
        return before.name().equals(after.name())
                && before.provider().equals(after.provider())
                && before.reaches().containsAll(after.reaches())
                && (shown.version().equals(now.version()) || written(before).equals(written(after)))
                && Objects.equals(before.ready(), after.ready());
    }

    /** What was stored comes back with the same text, though a number may come back in a smaller type. */
    private static String written(Part part) {
        return JSON.write(part.spec());
    }

    private static boolean covers(Price before, Price after) {
        return atMost(after.ceiling(), before.ceiling()) && atMost(after.perHour(), before.perHour());
    }

    private static boolean atMost(Money after, Money before) {
        return after.currency().equals(before.currency()) && after.compareTo(before) <= 0;
    }

    private static Optional<List<Integer>> matched(List<Stage> before, List<Stage> after) {
        List<Integer> matched = new ArrayList<>();
        for (Stage stage : after) {
            int found = -1;
            for (int i = 0; i < before.size() && found < 0; i++) {
                if (!matched.contains(i) && covers(before.get(i), stage)) {
                    found = i;
                }
            }
            if (found < 0) {
                return Optional.empty();
            }
            matched.add(found);
        }
        return inTurn(before, after, matched) ? Optional.of(matched) : Optional.empty();
    }

    /** A yes was given knowing who had said yes before, and who would be asked after. */
    private static boolean inTurn(List<Stage> before, List<Stage> after, List<Integer> matched) {
        for (int one = 0; one < after.size(); one++) {
            for (int other = 0; other < one; other++) {
                int was = Integer.compare(
                        before.get(matched.get(one)).order(),
                        before.get(matched.get(other)).order());
                if (was
                        != Integer.compare(
                                after.get(one).order(), after.get(other).order())) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean covers(Stage before, Stage after) {
        return before.deciders().equals(after.deciders())
                && before.needed() >= after.needed()
                && before.covers().containsAll(after.covers());
    }
}
