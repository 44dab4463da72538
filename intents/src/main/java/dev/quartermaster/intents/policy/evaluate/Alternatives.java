package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.policy.rule.Variant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for what is near a refused wish and would not be refused: first what the refusing rules name, then, where that
 * is refused too, what those refusals name. Nothing is offered that was not judged. The search is bounded, so a
 * careless rule file costs a few dozen evaluations and no more.
 */
record Alternatives(Function<EvaluationRequest, RuleJudge.Outcome> judged) {
    private static final int MOST_OFFERED = 3;
    private static final int MOST_CHANGES = 4;
    private static final int MOST_JUDGED = 40;

    Verdict.Refused near(EvaluationRequest asked, RuleJudge.Outcome outcome, Verdict.Refused refused) {
        Set<Intent> seen = new HashSet<>(Set.of(asked.intent()));
        List<NearbyRequest> round = outcome.nearer();
        List<NearbyRequest> found = new ArrayList<>();
        for (int changes = 1; changes <= MOST_CHANGES && found.isEmpty(); changes++) {
            List<NearbyRequest> further = new ArrayList<>();
            for (NearbyRequest exact : inOrder(round)) {
                NearbyRequest near =
                        new NearbyRequest(RoundLengths.rounded(asked, exact.intent()), exact.tellsTheBudget());
                if (seen.size() < MOST_JUDGED && seen.add(near.intent())) {
                    RuleJudge.Outcome next = judged.apply(asked.wanting(near.intent()));
                    if (next.judgement().verdict() instanceof Verdict.Refused) {
                        next.nearer()
                                .forEach(each -> further.add(new NearbyRequest(
                                        each.intent(), each.tellsTheBudget() || near.tellsTheBudget())));
                    } else {
                        found.add(near);
                    }
                }
            }
            round = further;
        }
        List<Alternative> offered = found.stream()
                .filter(near -> found.stream().noneMatch(other -> better(other, near)))
                .flatMap(near -> Offer.of(asked, near).stream())
                .limit(MOST_OFFERED)
                .toList();
        return new Verdict.Refused(refused.reasons(), offered);
    }

    /** What tells nothing about money first: the same wish reached both ways is one that anybody may read. */
    private static List<NearbyRequest> inOrder(List<NearbyRequest> round) {
        return round.stream()
                .sorted(Comparator.comparing(NearbyRequest::tellsTheBudget))
                .toList();
    }

    /** The same for longer; but what only some may read does not take the place of what anybody may. */
    private static boolean better(NearbyRequest one, NearbyRequest other) {
        return Variant.lastsLonger(one.intent(), other.intent()) && (!one.tellsTheBudget() || other.tellsTheBudget());
    }
}
