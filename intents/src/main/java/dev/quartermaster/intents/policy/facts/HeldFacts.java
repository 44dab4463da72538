package dev.quartermaster.intents.policy.facts;

import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Holding;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** What is held already, counted: what quotas and caps are about. What is being extended is not among it. */
public final class HeldFacts {
    private HeldFacts() {}

    static Map<String, Object> mine(EvaluationFacts question) {
        return held(question, holding -> holding.owner().equals(question.whom().id()));
    }

    static Map<String, Object> ours(EvaluationFacts question) {
        return held(question, holding -> holding.team().equals(question.team().id()));
    }

    /** GPUs of one kind that a team holds. */
    public static long ofKind(EvaluationFacts question, String kind) {
        return gpus(
                question.asked().around().holdings(),
                each -> each.team().equals(question.team().id())
                        && each.gpuKind().equals(kind));
    }

    private static Map<String, Object> held(EvaluationFacts question, Predicate<Holding> whose) {
        List<Holding> held =
                question.asked().around().holdings().stream().filter(whose).toList();
        Plan plan = question.plan();
        String kind = GpuCount.kind(plan, question.price());
        return Map.of(
                "leases", (long) held.size(),
                "compute", held.stream().filter(Holding::compute).count(),
                "path",
                        held.stream()
                                .filter(each -> each.path().equals(plan.path()))
                                .count(),
                "gpus", gpus(held, each -> true),
                "gpus_of_kind", gpus(held, each -> each.gpuKind().equals(kind)));
    }

    private static long gpus(List<Holding> held, Predicate<Holding> which) {
        return held.stream().filter(which).mapToLong(Holding::gpus).sum();
    }
}
