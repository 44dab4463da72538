package dev.quartermaster.actions.request;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Asked;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Emergency;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Turns what a person wants into what the rules can judge, and has it judged on the money of this moment. */
@Component
class Wishes {
    private final Bundles bundles;
    private final Ledger ledger;
    private final HandOver handOver;
    private final RequestStore store;

    Wishes(Bundles bundles, Ledger ledger, HandOver handOver, RequestStore store) {
        this.bundles = bundles;
        this.ledger = ledger;
        this.handOver = handOver;
        this.store = store;
    }

    /** @param fresh the id for something new */
    Wish of(PersonId by, Intent intent, LeaseId fresh) throws Wish.Impossible {
        if (intent instanceof Intent.Extend(Target target, Term term)) {
            return extension(by, lease(target), term);
        }
        if (intent instanceof Intent.Launch || intent instanceof Intent.Grant) {
            return new Wish(by, team(by), intent, fresh, null);
        }
        throw new Wish.Impossible("That is not something to ask for. /qm help says what is.");
    }

    Asked asked(Wish wish, Instant now) {
        return asked(wish, ledger.budget(wish.team()), now);
    }

    private static Asked asked(Wish wish, BudgetView budget, Instant now) {
        return new Asked(wish.by(), wish.intent(), wish.lease(), now, budget, wish.already());
    }

    Emergency emergency(Wish wish, Instant now) {
        return bundles.current().judge().emergency(asked(wish, now));
    }

    Judgement judge(Asked asked) {
        return bundles.current().judge().judge(asked);
    }

    Judgement judge(Wish wish, Instant now) {
        return judge(asked(wish, now));
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
        if (request.extending() == null) {
            Wish wish = new Wish(request.by(), request.team(), intent, request.lease(), null);
            // Parts that went ahead have the money for the whole already: it is not asked for a second time.
            return request.opened().isEmpty()
                    ? judge(wish, now)
                    : judge(asked(wish, ledger.budget(request.team(), request.lease()), now));
        }
        try {
            Asked.Already already = already(running(request.lease(), request.by()));
            return judge(new Wish(request.by(), request.team(), intent, request.lease(), already), now);
        } catch (Wish.Impossible impossible) {
            return refused(intent, impossible.words());
        }
    }

    /** As a judgement, for callers that want one. */
    Judgement refused(Intent intent, String words) {
        var verdict = new Verdict.Refused(List.of(new Verdict.Reason("desk", words)), List.of());
        return new Judgement(
                intent, null, null, verdict, List.of(), bundles.current().hash());
    }

    private Wish extension(PersonId by, LeaseId lease, Term term) throws Wish.Impossible {
        HandOver.Running running = running(lease, by);
        Request original = store.find(running.request())
                .orElseThrow(() -> new Wish.Impossible("There is no record of how " + lease + " was asked for."));
        Intent intent = until(original.judgement().intent(), end(running, original, term));
        return new Wish(by, team(by), intent, lease, already(running));
    }

    private HandOver.Running running(LeaseId lease, PersonId by) throws Wish.Impossible {
        HandOver.Running running = handOver.running(lease)
                .orElseThrow(() -> new Wish.Impossible("There is no " + lease + ". /qm list shows what there is."));
        if (!running.owner().equals(by)) {
            String owner = bundles.current()
                    .people()
                    .find(running.owner())
                    .map(Person::name)
                    .orElse(running.owner().value());
            throw new Wish.Impossible(
                    "Only " + owner + " can extend it, with `/qm extend " + lease + " 1d` for another day.");
        }
        if (!running.open()) {
            throw new Wish.Impossible("It has ended already, so it cannot be extended. Ask for a new one.");
        }
        if (running.from() == null) {
            throw new Wish.Impossible("It is not handed over yet. Its time starts when it is; extend it then.");
        }
        return running;
    }

    private static Asked.Already already(HandOver.Running running) {
        Instant since = running.from();
        return new Asked.Already(since == null ? running.until() : since, running.until());
    }

    private static Instant end(HandOver.Running running, Request original, Term term) throws Wish.Impossible {
        Duration agreed = original.judgement().plan() == null
                ? Duration.ZERO
                : original.judgement().plan().term();
        Instant end = switch (term) {
            case Term.Unsaid unsaid -> running.until().plus(agreed);
            case Term.For(Duration length) -> running.until().plus(length);
            case Term.Until(Instant moment) -> moment;
        };
        if (!end.isAfter(running.until())) {
            throw new Wish.Impossible("It runs until then anyway. Say a later end, or stop it with /qm stop.");
        }
        return end;
    }

    private static Intent until(Intent original, Instant end) throws Wish.Impossible {
        Term term = new Term.Until(end);
        if (original instanceof Intent.Launch launch) {
            return launch.lasting(term);
        }
        if (original instanceof Intent.Grant grant) {
            return grant.lasting(term);
        }
        throw new Wish.Impossible("This cannot be extended. Ask for a new one.");
    }

    private static LeaseId lease(Target target) throws Wish.Impossible {
        if (target instanceof Target.Id(String id) && id.matches("lease-[a-z2-7]{10}")) {
            return new LeaseId(id);
        }
        throw new Wish.Impossible("Which one? Say its id: /qm extend lease-… 2d. /qm list shows the ids.");
    }

    private TeamId team(PersonId by) throws Wish.Impossible {
        Bundle bundle = bundles.current();
        return bundle.people()
                .teamOf(by)
                .map(Team::id)
                .orElseThrow(() -> new Wish.Impossible(
                        "You are in no team yet, and every request is some team's. Ask the platform team to add you."));
    }
}
