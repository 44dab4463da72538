package dev.quartermaster.bot.talk;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.request.Desk;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.why.Explanation;
import dev.quartermaster.actions.why.Explanations;
import dev.quartermaster.bot.card.WhyCard;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Why something was decided as it was, answered where nobody else reads. */
@Component
class Explaining {
    private static final int RECENT = 200;

    private final Explanations explanations;
    private final Targets targets;
    private final Leases leases;
    private final Desk desk;
    private final Bundles bundles;
    private final Outbox outbox;

    Explaining(Explanations explanations, Targets targets, Leases leases, Desk desk, Bundles bundles, Outbox outbox) {
        this.explanations = explanations;
        this.targets = targets;
        this.leases = leases;
        this.desk = desk;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    void why(Asking asking, Target target) {
        Optional<RequestId> request = meant(asking, target);
        Optional<Explanation> why = request.flatMap(id -> explanations.of(id, asking.person()));
        if (why.isPresent()) {
            outbox.say(
                    asking.privately(), WhyCard.of(why.get(), bundles.current().people()));
            return;
        }
        String words = target instanceof Target.Id(String id)
                ? "There is no " + id
                        + " whose reasons you may read. Who asked, who decides, their manager and platform"
                        + " leads may. `/qm list` shows what is yours."
                : "You have asked for nothing yet. Name what you mean: `/qm why req-…`.";
        outbox.say(asking.privately(), Talk.text(words));
    }

    private Optional<RequestId> meant(Asking asking, Target target) {
        return switch (target) {
            case Target.Id(String id) -> byId(id);
            case Target.Described described -> described(asking, described);
            case Target.Last last -> newest(asking);
        };
    }

    private Optional<RequestId> byId(String id) {
        if (id.matches("lease-[a-z2-7]{10}")) {
            return leases.find(new LeaseId(id)).map(Lease::request).or(() -> byId(id.replace("lease-", "req-")));
        }
        return id.matches("req-[a-z2-7]{10}") ? Optional.of(new RequestId(id)) : Optional.empty();
    }

    private Optional<RequestId> described(Asking asking, Target target) {
        return targets.lease(asking, target, bundles.current())
                .one()
                .map(Lease::request)
                .or(() -> newest(asking));
    }

    private Optional<RequestId> newest(Asking asking) {
        return desk.visibleTo(asking.person(), RECENT).stream()
                .filter(request -> request.by().equals(asking.person()))
                .findFirst()
                .map(Request::id);
    }
}
