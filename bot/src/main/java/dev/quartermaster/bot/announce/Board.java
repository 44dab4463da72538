package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.announce.Threads.Shown;
import dev.quartermaster.bot.announce.Threads.Talk;
import dev.quartermaster.bot.card.ApprovalCard;
import dev.quartermaster.bot.card.StatusCard;
import dev.quartermaster.bot.slack.outbox.Key;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Every message that shows a request, drawn from the request as it is now. Joins the caller's transaction. */
@Component
public class Board {
    /** More copies than this in people's DMs would be noise; the channel has the card for everybody. */
    private static final int MOST_COPIES = 10;

    private final Bundles bundles;
    private final Ledger ledger;
    private final Leases leases;
    private final Threads threads;
    private final Outbox outbox;
    private final Simulation simulation;

    Board(Bundles bundles, Ledger ledger, Leases leases, Threads threads, Outbox outbox, Simulation simulation) {
        this.bundles = bundles;
        this.ledger = ledger;
        this.leases = leases;
        this.threads = threads;
        this.outbox = outbox;
        this.simulation = simulation;
    }

    /** The asker's card; a later call edits it. */
    public void status(Request request, Talk talk) {
        outbox.post(statusKey(request.id()), talk.root(), status(request));
    }

    /** Approval cards to the channel and to each who may decide, edited where they exist already. */
    public void post(Request request) {
        Bundle bundle = bundles.current();
        Rights rights = new Rights(bundle.people(), bundle.catalogue());
        if (request.state() == State.WAITING) {
            show(request, rights, null, new To.Channel(bundle.organisation().approvalsChannel()));
            deciders(request, rights).stream()
                    .limit(MOST_COPIES)
                    .forEach(person -> show(request, rights, person, new To.Person(person)));
        }
        refresh(request, rights);
    }

    /** One more approval card of a waiting request, where somebody looks right now. */
    public void again(Request request, Key key, To to) {
        Bundle bundle = bundles.current();
        outbox.post(key, to, draw(request, new Rights(bundle.people(), bundle.catalogue()), null));
        threads.shown(request.id(), new Shown(key, null, request.digest()));
    }

    /** Draws every card of the request again. */
    public void refresh(Request request) {
        Bundle bundle = bundles.current();
        refresh(request, new Rights(bundle.people(), bundle.catalogue()));
    }

    public Message status(Request request) {
        Bundle bundle = bundles.current();
        Talk talk = threads.of(request.id()).orElse(new Talk(request.by(), null, "", ""));
        @Nullable
        Lease lease =
                leases.find(request.id().lease()).map(simulation::reachable).orElse(null);
        List<PartName> unrevealed = lease == null ? List.of() : leases.unrevealed(lease.id());
        return StatusCard.of(
                new StatusCard.Shown(
                        request,
                        lease,
                        Mrkdwn.ours(talk.understood()),
                        talk.words(),
                        unrevealed,
                        simulation.cluster()
                                && request.judgement().plan() != null
                                && request.judgement().plan().compute()),
                new Rights(bundle.people(), bundle.catalogue()));
    }

    static Key statusKey(RequestId request) {
        return new Key("status:" + request);
    }

    private void refresh(Request request, Rights rights) {
        for (Shown card : threads.cards(request.id())) {
            outbox.edit(card.card(), draw(request, rights, card.person()));
            threads.shown(request.id(), new Shown(card.card(), card.person(), request.digest()));
        }
    }

    private void show(Request request, Rights rights, @Nullable PersonId person, To to) {
        Key key = new Key("card:" + request.id() + ":" + (person == null ? "#" : person));
        outbox.post(key, to, draw(request, rights, person));
        threads.shown(request.id(), new Shown(key, person, request.digest()));
    }

    private Message draw(Request request, Rights rights, @Nullable PersonId person) {
        return ApprovalCard.of(
                request, rights, bundles.current().organisation().zone(), budget(request, rights, person));
    }

    /** Only who decides over the team's money sees it on their copy. */
    private @Nullable BudgetView budget(Request request, Rights rights, @Nullable PersonId person) {
        return person != null
                        && rights.of(new Deciders.OwnerOfBudget(request.team()), request.askers())
                                .contains(person)
                ? ledger.budget(request.team())
                : null;
    }

    private static Set<PersonId> deciders(Request request, Rights rights) {
        Set<PersonId> all = new TreeSet<>();
        request.stages().forEach(stage -> all.addAll(rights.of(stage.deciders(), request.askers())));
        return all;
    }
}
