package dev.quartermaster.actions.request.emergency;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.Sha256;
import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.law.BreakGlassLaw;
import dev.quartermaster.actions.request.law.RequestMessages;
import dev.quartermaster.actions.request.law.Transition;
import dev.quartermaster.actions.request.service.PingService;
import dev.quartermaster.actions.request.service.RequestDraft;
import dev.quartermaster.actions.request.service.RequestEvaluator;
import dev.quartermaster.actions.request.service.Summary;
import dev.quartermaster.actions.request.service.TransitionService;
import dev.quartermaster.actions.request.store.RequestStore;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Breaking the glass: judged as always, cut to what the rule lets, then taken without the yeses. */
@Component
class BreakGlassService {
    private static final int ATTEMPTS = 3;
    private static final String NO_REASON =
            "Say why, as in `/qm break-glass launch ray-cluster --reason \"production is down\"`. Everybody whose yes"
                    + " you go without will read it.";
    private static final String NOT_YOU =
            "No rule lets you have this without a yes. Ask for it as usual: the card goes to who may decide.";
    private static final String NOT_NEEDED =
            "You need nobody's yes for this. Ask for it as usual, without breaking glass.";
    private static final String FOR_YOURSELF =
            "In an emergency you can have something yourself, and now: leave out for whom and from when.";
    private static final String BUSY = "The team's budget is changing right now. Try again in a moment.";

    private final RequestStore store;
    private final BreakGlassStore glasses;
    private final RequestEvaluator wishes;
    private final TransitionService steps;
    private final PingService pings;
    private final Bundles bundles;
    private final Ledger ledger;
    private final Audit audit;
    private final DatabaseTime time;

    BreakGlassService(
            RequestStore store,
            BreakGlassStore glasses,
            RequestEvaluator wishes,
            TransitionService steps,
            PingService pings,
            Bundles bundles,
            Ledger ledger,
            Audit audit,
            DatabaseTime time) {
        this.store = store;
        this.glasses = glasses;
        this.wishes = wishes;
        this.steps = steps;
        this.pings = pings;
        this.bundles = bundles;
        this.ledger = ledger;
        this.audit = audit;
        this.time = time;
    }

    private record Ask(PersonId by, Intent intent, EventKey key, String words, String reason) {}

    @Transactional
    public RequestService.Answer use(PersonId by, Intent intent, EventKey key, String words, String reason) {
        Optional<Request> filed = store.lock(key);
        if (filed.isPresent()) {
            return new RequestService.Answer.Done(filed.get());
        }
        if (reason.isBlank()) {
            return new RequestService.Answer.Declined(NO_REASON);
        }
        if (forOthersOrLater(intent, by)) {
            return new RequestService.Answer.Declined(FOR_YOURSELF);
        }
        try {
            return use(new Ask(by, intent, key, words, reason));
        } catch (RequestDraft.Impossible impossible) {
            return new RequestService.Answer.Declined(impossible.words());
        }
    }

    private RequestService.Answer use(Ask ask) throws RequestDraft.Impossible {
        RequestId id = RequestId.random();
        RequestDraft wish = wishes.of(ask.by(), ask.intent(), id.lease());
        // As when it is asked for the usual way: what the team holds is counted once at a time.
        store.lock(wish.team());
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = time.now();
            Emergency emergency = cut(wish, now);
            switch (emergency.judgement().verdict()) {
                case Verdict.Refused refused -> {
                    audit.record("system", ask.by(), "break-glass-refused", Map.of("words", Sha256.hex(ask.words())));
                    return new RequestService.Answer.Declined(
                            new RequestMessages(pings.turn().rights()).refused(refused));
                }
                case Verdict.NeedsApproval needs -> {
                    return new RequestService.Answer.Declined(NOT_YOU);
                }
                case Verdict.Allowed allowed -> {
                    if (emergency.waived().isEmpty()) {
                        return new RequestService.Answer.Declined(NOT_NEEDED);
                    }
                    Request request = request(id, wish, waived(emergency, allowed), now);
                    var glass = new BreakGlassLaw(
                            rule(emergency),
                            pings.turn().owners(request),
                            overrun(allowed.guards(), wish),
                            bundles.current().catalogue());
                    Transition step = glass.broken(request, Sha256.hex(ask.words()), ask.reason());
                    if (steps.file(step, ask.key())) {
                        audit.words(id.value(), ask.words());
                        glasses.insert(request, ask.reason());
                        return new RequestService.Answer.Done(step.after());
                    }
                }
            }
        }
        return new RequestService.Answer.Declined(BUSY);
    }

    /** Where it is only too long, as long as the rule lets it: in an emergency nobody should have to ask twice. */
    private Emergency cut(RequestDraft wish, Instant now) {
        Emergency asked = wishes.emergency(wish, now);
        if (!(asked.judgement().verdict() instanceof Verdict.Refused refused)) {
            return asked;
        }
        return refused.alternatives().stream()
                .map(Verdict.Alternative::intent)
                .filter(other -> lasting(other, new Term.Unsaid()).equals(lasting(wish.intent(), new Term.Unsaid())))
                .findFirst()
                .map(shorter -> wishes.emergency(wish.wanting(shorter), now))
                .filter(Emergency::given)
                .orElse(asked);
    }

    private static Intent lasting(Intent intent, Term term) {
        return intent instanceof Intent.Acquisition wanted ? wanted.lasting(term) : intent;
    }

    /** Kept with the yeses it went without: who they belonged to is whom it is reviewed by. */
    private static Judgement waived(Emergency emergency, Verdict.Allowed allowed) {
        Judgement judged = emergency.judgement();
        return new Judgement(
                judged.intent(),
                judged.plan(),
                judged.price(),
                new Verdict.NeedsApproval(emergency.waived(), allowed.guards()),
                judged.rules(),
                judged.told(),
                judged.version(),
                judged.facts());
    }

    private static String rule(Emergency emergency) {
        return emergency.judgement().rules().stream()
                .filter(matched -> matched.then().equals("break-glass"))
                .map(Judgement.Matched::rule)
                .findFirst()
                .orElse("");
    }

    private static boolean forOthersOrLater(Intent intent, PersonId by) {
        return intent instanceof Intent.Acquisition wanted
                && (wanted.from() != null
                        || wanted.grantee() != null && !wanted.grantee().equals(by));
    }

    /** More than is left of a month. */
    private boolean overrun(List<Guard> guards, RequestDraft wish) {
        BudgetView budget = ledger.budget(wish.team());
        return guards.stream().anyMatch(guard -> over(guard, budget));
    }

    private static boolean over(Guard guard, BudgetView budget) {
        BudgetView.Month month = budget.month(guard.month());
        return month.used().plus(month.reserved()).plus(guard.amount()).compareTo(budget.perMonth()) > 0;
    }

    private Request request(RequestId id, RequestDraft wish, Judgement judgement, Instant now) {
        Bundle bundle = bundles.current();
        Intent intent = judgement.intent();
        String purpose = intent instanceof Intent.Acquisition wanted ? wanted.purpose() : "";
        return new Request(
                id,
                wish.by(),
                wish.team(),
                "Break-glass: " + new Summary(bundle.catalogue()).of(judgement, false),
                purpose,
                judgement,
                ApprovalDigest.of(judgement),
                State.WAITING,
                List.of(),
                null,
                now,
                now.plus(bundle.organisation().lapseAfter()));
    }
}
