package dev.quartermaster.bot.conversation.request.form;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.bot.card.Wording;
import dev.quartermaster.bot.simulated.Simulation;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long what makes pods took until it could be used, here and in this size; a simulated cluster measures nothing. */
@Component
class TimeToReady {
    private static final int LAST = 20;

    private final Leases leases;
    private final Simulation simulation;

    TimeToReady(Leases leases, Simulation simulation) {
        this.leases = leases;
        this.simulation = simulation;
    }

    /** How long such a plan took to be ready before, in words; empty: no pods are made for it. */
    String words(@Nullable Plan plan) {
        if (plan == null || !plan.compute()) {
            return "";
        }
        if (plan.parts().stream()
                .anyMatch(part -> PartTypeScan.found().standsIn(part.provider()).isPresent())) {
            return "is not measured: the notebook is started on this machine.";
        }
        if (simulation.cluster()) {
            return "is not measured: the cluster is simulated.";
        }
        List<Duration> took = leases.handedOver(plan, LAST).stream().sorted().toList();
        return took.isEmpty()
                ? "not measured here yet in this size."
                : "about " + about(took.get(took.size() / 2)) + " after the last yes, the middle of the last "
                        + took.size() + " of this size here.";
    }

    private static String about(Duration length) {
        return length.toSeconds() < 90 ? length.toSeconds() + " seconds" : Wording.length(length);
    }
}
