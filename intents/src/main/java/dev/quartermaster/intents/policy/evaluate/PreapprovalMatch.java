package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Preapproval;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import dev.quartermaster.intents.policy.facts.GpuCount;
import dev.quartermaster.intents.policy.facts.HeldFacts;
import dev.quartermaster.intents.policy.rule.RuleEffect;
import java.time.Instant;
import java.util.Optional;

/**
 * Yeses given beforehand. One answers a rule that says so ({@code beforehand: true}), for its own deciders only, while
 * all that the team holds of that kind together stays within it, and for what is handed over before it ends.
 */
record PreapprovalMatch(EvaluationFacts question) {
    Optional<Preapproval> answering(RuleEffect.Approve approve, Deciders deciders) {
        return approve.beforehand()
                ? question.asked().around().preapproved().stream()
                        .filter(each -> each.deciders().equals(deciders) && fits(each))
                        .findFirst()
                : Optional.empty();
    }

    private boolean fits(Preapproval given) {
        long wanted = GpuCount.count(question.plan(), question.price());
        return wanted > 0
                && given.team().equals(question.team().id())
                && given.gpuKind().equals(GpuCount.kind(question.plan(), question.price()))
                && handedOver().isBefore(given.until())
                && HeldFacts.ofKind(question, given.gpuKind()) + wanted <= given.gpus();
    }

    private Instant handedOver() {
        Instant now = question.asked().now();
        return question.start().isAfter(now) ? question.start() : now;
    }
}
