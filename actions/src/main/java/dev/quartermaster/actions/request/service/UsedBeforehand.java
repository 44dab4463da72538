package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.policy.Circumstances;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Preapproval;
import dev.quartermaster.intents.policy.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Names the yeses given beforehand that a judgement rests on: those whose deciders would be asked without them. */
record UsedBeforehand(Judge judge, EvaluationRequest asked) {
    Judgement named(Judgement judged) {
        if (asked.around().preapproved().isEmpty()) {
            return judged;
        }
        Circumstances without = new Circumstances(
                asked.around().holdings(), List.of(), asked.around().asker());
        EvaluationRequest bare = new EvaluationRequest(
                asked.by(), asked.intent(), asked.lease(), asked.now(), asked.budget(), asked.already(), without);
        Set<Deciders> asks =
                Request.stages(judged).stream().map(Stage::deciders).collect(Collectors.toSet());
        List<Judgement.Matched> rules = new ArrayList<>(judged.rules());
        Request.stages(judge.judge(bare)).stream()
                .map(Stage::deciders)
                .filter(deciders -> !asks.contains(deciders))
                .flatMap(deciders -> asked.around().preapproved().stream()
                        .filter(each -> each.deciders().equals(deciders)))
                .distinct()
                .map(UsedBeforehand::matched)
                .forEach(rules::add);
        return new Judgement(
                judged.intent(),
                judged.plan(),
                judged.price(),
                judged.verdict(),
                rules,
                judged.told(),
                judged.version(),
                judged.facts());
    }

    private static Judgement.Matched matched(Preapproval used) {
        String because = "Up to " + used.gpus() + " " + used.gpuKind() + (used.gpus() == 1 ? " GPU" : " GPUs")
                + " at once were agreed on beforehand.";
        return new Judgement.Matched(used.id(), "allow", because);
    }
}
