package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.ledger.BudgetReservations.Account;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.law.Effect;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.reading.EventKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes steps: everything one says, in the caller's transaction; or, where money is gone, nothing of it. False from
 * either call means the latter: the months are locked now, so judge again.
 */
@Component
public class TransitionService {
    private final TransitionRecorder record;
    private final BudgetReservations purse;
    private final HandOver handOver;

    TransitionService(TransitionRecorder record, BudgetReservations purse, HandOver handOver) {
        this.record = record;
        this.purse = purse;
        this.handOver = handOver;
    }

    public boolean file(Transition step, EventKey key) {
        return taken(step, null, () -> record.file(step, key));
    }

    /**
     * Files one in place of another with nothing handed over. Where that one waits, it has neither a lease of its own nor
     * money, so nothing but its row and its facts change; what was arranged for later gives its money back first.
     */
    boolean replace(Held before, Transition withdrawal, Transition step, EventKey key) {
        handOver.lock(withdrawal.after().lease());
        boolean ends = withdrawal.effects().stream().anyMatch(Effect.End.class::isInstance);
        return taken(step, ends ? withdrawal.after().lease() : null, () -> {
            record.move(before, withdrawal);
            record.file(step, key);
            handOver(withdrawal);
        });
    }

    public boolean take(Held held, Transition step) {
        return taken(step, null, () -> record.move(held, step));
    }

    /** Under the lease's lock, so that money and parts follow what is written. @return false: there is no money for it */
    private boolean taken(Transition step, @Nullable LeaseId instead, Runnable writing) {
        handOver.lock(step.after().lease());
        boolean reserved = reserved(step, instead);
        if (reserved) {
            writing.run();
            handOver(step);
        }
        return reserved;
    }

    private boolean reserved(Transition step, @Nullable LeaseId instead) {
        Request request = step.after();
        Plan plan = request.judgement().plan();
        Price price = request.judgement().price();
        boolean wanted = step.effects().stream().anyMatch(Effect.Reserve.class::isInstance);
        if (!wanted || plan == null || price == null) {
            return true;
        }
        Account account = new Account(
                request.lease(),
                request.team(),
                request.owner(),
                plan.path().value(),
                request.purpose(),
                price.perHour(),
                BudgetReservations.Bought.of(plan, price.lines()));
        return instead == null
                ? purse.reserve(account, request.guards())
                : purse.reserve(account, request.guards(), instead);
    }

    private void handOver(Transition step) {
        Request request = step.after();
        for (Effect effect : step.effects()) {
            switch (effect) {
                case Effect.Open(var parts) -> handOver.open(request, parts);
                case Effect.WithoutTheRest rest -> handOver.withoutTheRest(request.lease());
                case Effect.End(var by, var why) -> handOver.end(request.lease(), by, why);
                case Effect.Prolong(var until) -> handOver.extend(request.lease(), until);
                case Effect.Resize resize -> handOver.resize(request);
                case Effect.ResizeBack(var why) -> handOver.resizeBack(request, why);
                case Effect.Reserve reserve -> {}
                case Effect.Say say -> {}
            }
        }
    }
}
