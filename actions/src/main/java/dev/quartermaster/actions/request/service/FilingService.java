package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestFiled;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.Input;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.request.store.RequestStore.Held;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Files what is asked for, by itself or in place of what waits or is arranged for later: judged under the locks it is filed under. */
@Component
class FilingService {
    /** The first attempt may meet a promise made meanwhile; the second judges under the lock. */
    private static final int ATTEMPTS = 3;

    private final RequestStore store;
    private final RequestEvaluator wishes;
    private final TransitionService steps;
    private final HandOver handOver;
    private final Bundles bundles;
    private final RightsNow rightsNow;
    private final DatabaseTime time;
    private final ApplicationEventPublisher events;

    FilingService(
            RequestStore store,
            RequestEvaluator wishes,
            TransitionService steps,
            HandOver handOver,
            Bundles bundles,
            RightsNow rightsNow,
            DatabaseTime time,
            ApplicationEventPublisher events) {
        this.store = store;
        this.wishes = wishes;
        this.steps = steps;
        this.handOver = handOver;
        this.bundles = bundles;
        this.rightsNow = rightsNow;
        this.time = time;
        this.events = events;
    }

    /** Takes one step of filing, or nothing of it where the money is gone. */
    private interface Taking {
        boolean take(Transition filed) throws Refused;
    }

    /** What was to take the place of something is refused, so nothing is changed. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(Verdict.Refused verdict) {
            super("That would be refused: "
                    + verdict.reasons().stream().map(Verdict.Reason::words).collect(Collectors.joining(" ")));
        }

        /** What is agreed on ahead is not given up for what is not agreed on yet. */
        Refused(RequestId agreed) {
            super("That needs a yes first, which may not come, so nothing was changed. To ask for it all the same, take"
                    + " back what you have with `/qm withdraw " + agreed + "` first.");
        }
    }

    Answer submit(PersonId by, Intent intent, EventKey key, OriginalWords said) {
        Optional<Request> filed = store.lock(key);
        if (filed.isPresent()) {
            return new Answer.Done(filed.get());
        }
        try {
            return file(by, intent, said, null, step -> steps.file(step, key));
        } catch (RequestDraft.Impossible | Refused impossible) {
            return new Answer.Declined(String.valueOf(impossible.getMessage()));
        }
    }

    Answer replace(RequestId before, PersonId by, Intent intent, EventKey key, OriginalWords said) {
        Optional<Request> filed = store.lock(key);
        if (filed.isPresent()) {
            return new Answer.Done(filed.get());
        }
        Optional<Held> held = store.lock(before)
                .filter(each -> each.request().by().equals(by) && each.request().withdrawable(time.now()));
        if (held.isEmpty()) {
            return new Answer.Declined("Nothing of yours called " + before
                    + " waits any more, so nothing was changed. `/qm list` shows what you have.");
        }
        Request waiting = held.get().request();
        if (!waiting.opened().isEmpty()) {
            return new Answer.Declined("Part of " + waiting.summary()
                    + " is handed over already, so nothing was changed." + " Take the rest back with `/qm withdraw "
                    + before + "`, or ask for the other besides it.");
        }
        Transition withdrawal =
                Transition.next(waiting, new Input.Withdrawn(by), rights(), waiting.judgement(), time.now());
        if (!(withdrawal.reply() instanceof Transition.Reply.Done)) {
            return TransactionalRequestService.answer(withdrawal);
        }
        boolean agreed = waiting.state() == State.APPROVED;
        try {
            Answer answer = file(by, intent, said, agreed ? waiting.lease() : null, step -> {
                if (step.after().judgement().verdict() instanceof Verdict.Refused refused) {
                    throw new Refused(refused);
                }
                if (agreed && step.after().state() == State.WAITING) {
                    throw new Refused(before);
                }
                return steps.replace(held.get(), withdrawal, step, key);
            });
            return answer instanceof Answer.Declined(String words) ? asBefore(waiting, words) : answer;
        } catch (RequestDraft.Impossible | Refused impossible) {
            return asBefore(waiting, String.valueOf(impossible.getMessage()));
        }
    }

    private static Answer asBefore(Request waiting, String why) {
        String stays = waiting.state() == State.APPROVED ? " stays agreed on as before." : " waits as before.";
        return new Answer.Declined(why + " " + waiting.summary() + stays);
    }

    /** @param instead the lease of what it takes the place of; null: of nothing that has one */
    private Answer file(PersonId by, Intent intent, OriginalWords said, @Nullable LeaseId instead, Taking taking)
            throws RequestDraft.Impossible, Refused {
        RequestId id = RequestId.random();
        RequestDraft wish = held(by, intent, id.lease());
        try (var _ = MDC.putCloseable("request", id.value())) {
            return file(id, wish, said, instead, taking);
        }
    }

    private Answer file(RequestId id, RequestDraft wish, OriginalWords said, @Nullable LeaseId instead, Taking taking)
            throws Refused {
        Input input = new Input.Filed(said.fact());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = time.now();
            EvaluationRequest asked = wishes.asked(wish, instead, now);
            Judgement fresh = wishes.judge(wish, asked);
            Transition step = Transition.next(request(id, wish, fresh, now), input, rights(), fresh, now);
            if (taking.take(step)) {
                store.keep(id, said, asked);
                told(step.after());
                return new Answer.Done(step.after());
            }
        }
        return new Answer.Declined(TransactionalRequestService.BUSY);
    }

    /** Whoever counts hears of it; the platform team, once of each person, where they asked for what cannot be made here. */
    private void told(Request filed) {
        events.publishEvent(new RequestFiled(filed.judgement().verdict()));
        wishes.missing(filed.judgement(), filed.team(), filed.extending() == null)
                .ifPresent(missing -> events.publishEvent(new PlatformAlarm(
                        "not-set-up/" + missing.kind() + "/" + filed.by(),
                        filed.by() + " of " + filed.team() + " asked for " + filed.summary()
                                + ", which cannot be made here. " + missing.mending())));
    }

    /** What is extended keeps its end from here on: another extension may have moved it while this one waited. */
    private RequestDraft held(PersonId by, Intent intent, LeaseId fresh) throws RequestDraft.Impossible {
        RequestDraft wish = wishes.of(by, intent, fresh);
        store.lock(wish.team());
        if (wish.already() == null) {
            return wish;
        }
        handOver.lock(wish.lease());
        return wishes.of(by, intent, fresh);
    }

    private Request request(RequestId id, RequestDraft wish, Judgement judgement, Instant now) {
        Bundle bundle = bundles.current();
        boolean extension = wish.already() != null;
        return new Request(
                        id,
                        wish.asker(),
                        wish.team(),
                        new Summary(bundle.catalogue()).of(judgement, extension, wish.resizing()),
                        purpose(wish.intent()),
                        judgement,
                        ApprovalDigest.of(judgement),
                        State.WAITING,
                        List.of(),
                        extension ? wish.lease() : null,
                        now,
                        now.plus(bundle.organisation().lapseAfter()))
                .resizing(wishes.resizing(wish, judgement).orElse(null));
    }

    private static String purpose(Intent intent) {
        return intent instanceof Intent.Acquisition wanted ? wanted.purpose() : "";
    }

    private Rights rights() {
        return rightsNow.of(bundles.current().people());
    }
}
