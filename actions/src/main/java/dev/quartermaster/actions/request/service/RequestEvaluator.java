package dev.quartermaster.actions.request.service;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.preapproval.Preapprovals;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Less;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.Resizing;
import dev.quartermaster.actions.request.law.ApprovalLaw;
import dev.quartermaster.actions.request.service.RunningLeases.Change;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Circumstances;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Holding;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Turns what a person wants into what the rules can judge, and has it judged on the money of this moment. */
@Component
public class RequestEvaluator {
    private static final String NOBODY_ELSE = "It needs a yes that nobody but you could give, and whoever asks decides"
            + " nothing of it. Let them ask for it themselves, or ask the platform team to name a deputy.";

    private final Bundles bundles;
    private final Ledger ledger;
    private final HandOver handOver;
    private final Preapprovals preapprovals;
    private final RunningLeases leases;
    private final ResizeDrafts sizes;

    RequestEvaluator(
            Bundles bundles,
            Ledger ledger,
            HandOver handOver,
            Preapprovals preapprovals,
            RunningLeases leases,
            ResizeDrafts sizes) {
        this.bundles = bundles;
        this.ledger = ledger;
        this.handOver = handOver;
        this.preapprovals = preapprovals;
        this.leases = leases;
        this.sizes = sizes;
    }

    /** @param fresh the id for something new */
    public RequestDraft of(PersonId by, Intent intent, LeaseId fresh) throws RequestDraft.Impossible {
        if (intent instanceof Intent.Extend(Target target, Term term)) {
            return extension(by, RunningLeases.named(target), term);
        }
        if (intent instanceof Intent.Resize(Target target, var parameters)) {
            LeaseId lease = RunningLeases.named(target);
            HandOver.Running running = leases.running(lease, by, Change.RESIZE);
            return sizes.of(by, team(running.owner()), lease, running, leases.original(lease, running), parameters);
        }
        if (intent instanceof Intent.Acquisition) {
            PersonId owner = Request.grantee(intent).orElse(by);
            return new RequestDraft(by, owner, team(owner), intent, fresh, null);
        }
        throw new RequestDraft.Impossible("That is not something to ask for. /qm help says what is.");
    }

    EvaluationRequest asked(RequestDraft wish, Instant now) {
        return asked(wish, ledger.budget(wish.team()), now);
    }

    /** @param instead what it takes the place of: neither that nor its money stands beside it; null: nothing */
    EvaluationRequest asked(RequestDraft wish, @Nullable LeaseId instead, Instant now) {
        return instead == null
                ? asked(wish, now)
                : asked(
                        wish,
                        ledger.budget(wish.team(), instead),
                        around(wish, Set.of(wish.lease(), instead), now),
                        now);
    }

    private EvaluationRequest asked(RequestDraft wish, BudgetView budget, Instant now) {
        return asked(wish, budget, around(wish, Set.of(wish.lease()), now), now);
    }

    private static EvaluationRequest asked(RequestDraft wish, BudgetView budget, Circumstances around, Instant now) {
        return new EvaluationRequest(wish.by(), wish.intent(), wish.lease(), now, budget, wish.already(), around);
    }

    public Emergency emergency(RequestDraft wish, Instant now) {
        // Whose right it is to break the glass is theirs alone: nobody does it in another's name.
        if (wish.resizing() != null) {
            return new Emergency(refused(wish.intent(), "In an emergency ask for a new one of that size."), List.of());
        }
        if (!wish.asker().equals(wish.by())) {
            return new Emergency(refused(wish.intent(), "In an emergency everybody asks for themselves."), List.of());
        }
        Emergency emergency = bundles.current().judge().emergency(asked(wish, now));
        Judgement made = makeable(wish, emergency.judgement());
        return made == emergency.judgement() ? emergency : new Emergency(made, List.of());
    }

    /** What is extended, or went ahead in part, does not stand beside itself. */
    private Circumstances around(RequestDraft wish, Set<LeaseId> without, Instant now) {
        List<Holding> holdings = handOver.holdings(wish.team()).stream()
                .filter(holding -> !without.contains(holding.lease()))
                .toList();
        return new Circumstances(holdings, preapprovals.inForce(wish.team(), wish.asker(), now), wish.asker());
    }

    Judgement judge(RequestDraft wish, Instant now) {
        return judge(wish, asked(wish, now));
    }

    /** By the rules for whose it becomes; and whoever asks for them must be one who may, and decides nothing of it. */
    Judgement judge(RequestDraft wish, EvaluationRequest asked) {
        Bundle bundle = bundles.current();
        if (!new PersonRights(bundle.people()).mayAskFor(wish.asker(), wish.by())) {
            return refused(wish.intent(), new Verdict.Reason("on-behalf", notForThem(wish.by())));
        }
        Judgement judged = sizes.judged(
                wish,
                makeable(
                        wish,
                        new UsedBeforehand(bundle.judge(), asked)
                                .named(bundle.judge().judge(asked))));
        if (wish.asker().equals(wish.by())) {
            return judged;
        }
        Rights rights = new Rights(bundle.people(), bundle.catalogue());
        Set<PersonId> askers = Set.of(wish.by(), wish.asker());
        return Request.stages(judged).stream()
                        .allMatch(stage -> rights.of(stage.deciders(), askers).size() >= stage.needed())
                ? judged
                : refused(wish.intent(), new Verdict.Reason("nobody-could-approve", NOBODY_ELSE));
    }

    /** What cannot be made here is refused, whatever the rules say: nobody is asked for a yes that would lead nowhere. */
    private Judgement makeable(RequestDraft wish, Judgement judged) {
        return missing(judged, wish.team(), wish.already() == null)
                .map(missing -> judged.with(
                        new Verdict.Refused(List.of(new Verdict.Reason("not-set-up", missing.words())), List.of())))
                .orElse(judged);
    }

    /** @param fresh whether nothing of it runs: what does has found its place */
    Optional<HandOver.Missing> missing(Judgement judged, TeamId team, boolean fresh) {
        return Optional.ofNullable(judged.plan())
                .flatMap(plan -> fresh ? handOver.missing(plan, team) : handOver.missing(plan));
    }

    private String notForThem(PersonId owner) {
        String name = bundles.current().people().name(owner);
        return "Only " + name + " can ask for this, or whoever answers for " + name
                + ": their manager or sponsor, and for a service account its owner or a platform lead.";
    }

    /** The same wish, on the rules and the money of now. */
    Judgement again(Request request, Instant now) {
        return again(request, request.judgement().intent(), now);
    }

    /** What somebody would rather say yes to, likewise. */
    Judgement again(Request request, Less less, Instant now) {
        return again(request, less.of(request.judgement()), now);
    }

    private Judgement again(Request request, Intent intent, Instant now) {
        if (bundles.current().people().team(request.team()).isEmpty()) {
            return refused(
                    intent,
                    "The team it was asked for, " + request.team()
                            + ", is no longer there, so there is nobody to pay for it. Ask for it anew.");
        }
        if (request.extending() == null) {
            RequestDraft wish =
                    new RequestDraft(request.by(), request.owner(), request.team(), intent, request.lease(), null);
            // Parts that went ahead have the money for the whole already: it is not asked for a second time.
            return request.opened().isEmpty()
                    ? judge(wish, now)
                    : judge(wish, asked(wish, ledger.budget(request.team(), request.lease()), now));
        }
        try {
            if (request.resizing() != null) {
                HandOver.Running running = leases.running(request.lease(), request.by(), Change.RESIZE);
                return judge(sizes.again(request, intent, running), now);
            }
            HandOver.Running running = leases.running(request.lease(), request.by(), Change.EXTEND);
            if (!ApprovalLaw.end(intent).isAfter(running.until())) {
                throw new RequestDraft.Impossible(
                        "By now it runs at least until then anyway, so there is nothing left to agree to.");
            }
            Intent wanted = ResizeDrafts.asItRuns(intent, leases.original(request.lease(), running), running);
            return judge(
                    new RequestDraft(
                            request.by(), request.owner(), request.team(), wanted, request.lease(), already(running)),
                    now);
        } catch (RequestDraft.Impossible impossible) {
            return refused(intent, impossible.words());
        }
    }

    /** What another size changes, and what that means; empty: it is no other size that is asked for. */
    Optional<Resizing> resizing(RequestDraft wish, Judgement judged) {
        return sizes.of(wish, judged);
    }

    /** A judgement that refuses with these words. */
    Judgement refused(Intent intent, String words) {
        return refused(intent, new Verdict.Reason("desk", words));
    }

    private Judgement refused(Intent intent, Verdict.Reason reason) {
        var verdict = new Verdict.Refused(List.of(reason), List.of());
        return new Judgement(
                intent, null, null, verdict, List.of(), bundles.current().hash());
    }

    private RequestDraft extension(PersonId by, LeaseId lease, Term term) throws RequestDraft.Impossible {
        HandOver.Running running = leases.running(lease, by, Change.EXTEND);
        Request original = leases.original(lease, running);
        PersonId owner = running.owner();
        Intent runs = ResizeDrafts.asItRuns(original.judgement().intent(), original, running);
        Intent intent = until(runs, end(running, original, term));
        intent = by.equals(owner) ? intent : meantFor(intent, owner);
        return new RequestDraft(by, owner, team(owner), intent, lease, already(running));
    }

    private static EvaluationRequest.Already already(HandOver.Running running) {
        Instant since = running.from();
        return new EvaluationRequest.Already(since == null ? running.until() : since, running.until());
    }

    private static Instant end(HandOver.Running running, Request original, Term term) throws RequestDraft.Impossible {
        Duration agreed = original.judgement().plan() == null
                ? Duration.ZERO
                : original.judgement().plan().term();
        Instant end = switch (term) {
            case Term.Unsaid unsaid -> running.until().plus(agreed);
            case Term.For(Duration length) -> running.until().plus(length);
            case Term.Until(Instant moment) -> moment;
        };
        if (!end.isAfter(running.until())) {
            throw new RequestDraft.Impossible("It runs until then anyway. Say a later end, or stop it with /qm stop.");
        }
        return end;
    }

    private static Intent meantFor(Intent intent, PersonId owner) {
        return intent instanceof Intent.Acquisition wanted ? wanted.with(wanted.term(), owner, wanted.from()) : intent;
    }

    private static Intent until(Intent original, Instant end) throws RequestDraft.Impossible {
        if (original instanceof Intent.Acquisition wanted) {
            return wanted.lasting(new Term.Until(end));
        }
        throw new RequestDraft.Impossible("This cannot be extended. Ask for a new one.");
    }

    private TeamId team(PersonId by) throws RequestDraft.Impossible {
        Bundle bundle = bundles.current();
        return bundle.people()
                .teamOf(by)
                .map(Team::id)
                .orElseThrow(() -> new RequestDraft.Impossible(
                        "You are in no team yet, and every request is some team's. Ask the platform team to add you."));
    }
}
