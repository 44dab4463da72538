package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Looks for what is near a refused wish and would not be refused: first what the refusing rules name, then, where that
 * is refused too, what those refusals name. Nothing is offered that was not judged. The search is bounded, so a
 * careless rule file costs a few dozen evaluations and no more.
 */
record Alternatives(Function<Asked, RuleJudge.Outcome> judged) {
    private static final int MOST_OFFERED = 3;
    private static final int MOST_CHANGES = 4;
    private static final int MOST_JUDGED = 40;

    Verdict.Refused near(Asked asked, RuleJudge.Outcome outcome, Verdict.Refused refused) {
        Set<Intent> seen = new HashSet<>(Set.of(asked.intent()));
        List<Intent> round = outcome.nearer();
        List<Intent> found = new ArrayList<>();
        for (int changes = 1; changes <= MOST_CHANGES && found.isEmpty(); changes++) {
            List<Intent> further = new ArrayList<>();
            for (Intent wish : round) {
                if (seen.size() < MOST_JUDGED && seen.add(wish)) {
                    RuleJudge.Outcome next = judged.apply(asked.wanting(wish));
                    if (next.judgement().verdict() instanceof Verdict.Refused) {
                        further.addAll(next.nearer());
                    } else {
                        found.add(wish);
                    }
                }
            }
            round = further;
        }
        List<Alternative> offered = found.stream()
                .filter(wish -> found.stream().noneMatch(other -> Variant.lastsLonger(other, wish)))
                .flatMap(wish -> Offer.of(asked, wish).stream())
                .limit(MOST_OFFERED)
                .toList();
        return new Verdict.Refused(refused.reasons(), offered);
    }
}
