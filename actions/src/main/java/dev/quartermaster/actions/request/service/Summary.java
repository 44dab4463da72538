package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Judgement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line about a request in our words, from what was understood, never from what was written. */
public record Summary(Catalogue catalogue) {
    public String of(Judgement judgement, boolean extension) {
        return of(judgement, extension, null);
    }

    /** @param resizing what another size is asked for against; null: none is */
    public String of(Judgement judgement, boolean extension, @Nullable Resizing resizing) {
        List<String> said = new ArrayList<>();
        if (judgement.intent() instanceof Intent.Launch launch) {
            said.add(catalogue
                    .path(launch.path())
                    .map(GoldenPath::title)
                    .orElse(launch.path().value()));
            if (resizing == null) {
                gpus(judgement.plan(), said);
            }
        } else if (judgement.intent() instanceof Intent.Grant grant) {
            said.add((grant.access() == Access.READ ? "Read on " : "Write on ") + grant.dataset());
        }
        Request.grantee(judgement.intent()).ifPresent(whom -> said.set(0, said.getFirst() + " for " + whom));
        if (resizing != null) {
            said.addAll(resizing.changes(judgement.intent()));
        } else if (judgement.plan() != null) {
            said.add((extension ? "extended to " : "")
                    + new Value.Span(judgement.plan().term()).words());
        }
        return String.join(", ", said);
    }

    private static void gpus(@Nullable Plan plan, List<String> said) {
        if (plan != null && plan.parameters().get("gpus") instanceof Value.Whole(long number) && number > 0) {
            Value kind = plan.parameters().get("gpu_kind");
            said.add(number + " " + (kind == null ? "" : kind.text() + " ") + (number == 1 ? "GPU" : "GPUs"));
        }
    }
}
