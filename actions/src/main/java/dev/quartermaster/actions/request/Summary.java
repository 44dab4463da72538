package dev.quartermaster.actions.request;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One line about a request in our words, from what was understood, never from what was written. */
record Summary(Catalogue catalogue) {
    String of(Judgement judgement, boolean extension) {
        List<String> said = new ArrayList<>();
        if (judgement.intent() instanceof Intent.Launch launch) {
            said.add(catalogue
                    .path(launch.path())
                    .map(GoldenPath::title)
                    .orElse(launch.path().value()));
            gpus(judgement.plan(), said);
        } else if (judgement.intent() instanceof Intent.Grant grant) {
            said.add((grant.access() == Access.READ ? "Read on " : "Write on ")
                    + grant.dataset()
                    + (grant.grantee() == null ? "" : " for " + grant.grantee()));
        }
        if (judgement.plan() != null) {
            said.add((extension ? "extended to " : "") + length(judgement.plan().term()));
        }
        return String.join(", ", said);
    }

    private static void gpus(@Nullable Plan plan, List<String> said) {
        if (plan != null && plan.parameters().get("gpus") instanceof Value.Whole(long number) && number > 0) {
            Value kind = plan.parameters().get("gpu_kind");
            said.add(number + " " + (kind == null ? "" : kind.text() + " ") + (number == 1 ? "GPU" : "GPUs"));
        }
    }

    /** Rounded up to the minute: "3 days", "8 hours", "90 minutes". */
    static String length(Duration length) {
        long minutes = (length.toSeconds() + 59) / 60;
        if (minutes % (24 * 60) == 0) {
            return count(minutes / (24 * 60), "day");
        }
        return minutes % 60 == 0 ? count(minutes / 60, "hour") : mixed(minutes);
    }

    private static String mixed(long minutes) {
        return minutes < 120
                ? count(minutes, "minute")
                : count(minutes / 60, "hour") + " " + count(minutes % 60, "minute");
    }

    private static String count(long number, String unit) {
        return number + " " + unit + (number == 1 ? "" : "s");
    }
}
