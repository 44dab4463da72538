package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.actions.request.Pings;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.enquiry.Enquiries;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.announce.CardPlacements.Shown;
import dev.quartermaster.bot.announce.CardPlacements.Talk;
import dev.quartermaster.bot.card.request.ApprovalCard;
import dev.quartermaster.bot.card.request.NextRuns;
import dev.quartermaster.bot.card.request.StatusCard;
import dev.quartermaster.bot.simulated.Simulation;
import dev.quartermaster.bot.slack.outbox.Message;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.PersonRights;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Draws and edits every message that shows a request: the asker's status card and each approver's card, always from the
 * request as it is now. Joins the caller's transaction.
 */
@Component
public class RequestCards {
    private final Bundles bundles;
    private final Ledger ledger;
    private final Leases leases;
    private final CardPlacements threads;
    private final Outbox outbox;
    private final Simulation simulation;
    private final RightsNow rightsNow;
    private final Pings pings;
    private final Enquiries enquiries;
    private final CardBatches gathered;
    private final DatabaseTime time;
    private final StoredCommands stored;

    RequestCards(
            Bundles bundles,
            Ledger ledger,
            Leases leases,
            CardPlacements threads,
            Outbox outbox,
            Simulation simulation,
            RightsNow rightsNow,
            Pings pings,
            Enquiries enquiries,
            CardBatches gathered,
            DatabaseTime time,
            StoredCommands stored) {
        this.stored = stored;
        this.rightsNow = rightsNow;
        this.pings = pings;
        this.bundles = bundles;
        this.ledger = ledger;
        this.leases = leases;
        this.threads = threads;
        this.outbox = outbox;
        this.simulation = simulation;
        this.enquiries = enquiries;
        this.gathered = gathered;
        this.time = time;
    }

    /** The asker's card; a later call edits it. */
    public void status(Request request, Talk talk) {
        boolean alone = talk.place() == null || talk.place().channel().startsWith("D");
        outbox.post(statusKey(request.id()), talk.root(), status(request, alone ? talk.person() : null));
        // Whose it becomes sees the same card, wherever it was asked for.
        if (!request.owner().equals(request.by())) {
            outbox.post(
                    ownersKey(request.id()), new Recipient.Person(request.owner()), status(request, request.owner()));
        }
    }

    /** Approval cards to the channel and to each who was asked personally, edited where they exist already. */
    public void post(Request request) {
        Bundle bundle = bundles.current();
        Rights rights = rightsNow.shown();
        if (request.state() == State.WAITING) {
            show(
                    request,
                    rights,
                    null,
                    new Recipient.Channel(bundle.organisation().approvalsChannel()));
            pings.of(request).stream()
                    .filter(person -> !gathered.takes(request.id(), person))
                    .forEach(person -> show(request, rights, person, new Recipient.Person(person)));
        }
        refresh(request, rights);
    }

    /** One more approval card of a waiting request, where somebody looks right now. @param reader who alone reads it; null: many */
    public void again(Request request, MessageKey key, Recipient to, @Nullable PersonId reader) {
        again(request, key, to, reader, "");
    }

    /** @param less how long would do, as it is typed: its form opens filled in with that; may be empty */
    public void again(Request request, MessageKey key, Recipient to, @Nullable PersonId reader, String less) {
        Rights rights = rightsNow.shown();
        outbox.post(key, to, ApprovalCard.of(shown(request, rights, reader, less), rights));
        threads.shown(request.id(), new Shown(key, reader, request.digest()));
    }

    /** Draws every card of the request again. */
    public void refresh(Request request) {
        refresh(request, rightsNow.shown());
    }

    /** The asker, and everybody who may decide about it now or later, or did. */
    Set<PersonId> concerned(Request request) {
        Rights rights = rightsNow.shown();
        Set<PersonId> all = new TreeSet<>(request.askers());
        request.stages().forEach(stage -> all.addAll(rights.of(stage.deciders(), request.askers())));
        request.clicks().forEach(click -> all.add(click.by()));
        return all;
    }

    /** @param reader who alone reads it; null: a channel, where the asker presses and everybody reads */
    public Message status(Request request, @Nullable PersonId reader) {
        // Nobody but whose it becomes is shown its credentials.
        boolean owners = request.owner().equals(reader == null ? request.by() : reader);
        Talk talk = threads.of(request.id()).orElse(new Talk(request.by(), null, "", ""));
        @Nullable
        Lease lease =
                leases.find(request.id().lease()).map(simulation::reachable).orElse(null);
        List<Leases.Showable> showable = lease == null || !owners ? List.of() : leases.showable(lease.id());
        return StatusCard.of(
                new StatusCard.Shown(
                        request,
                        lease,
                        Mrkdwn.ours(talk.understood()),
                        talk.words(),
                        showable,
                        simulation.cluster()
                                && request.judgement().plan() != null
                                && request.judgement().plan().compute(),
                        offers(request, reader),
                        reader == null || mayStop(request, reader),
                        resizable(request),
                        NextRuns.of(lease, bundles.current().organisation().zone(), time.now())),
                rightsNow.shown());
    }

    /** Where a card may offer it. */
    private boolean resizable(Request request) {
        return (request.state() == State.LIVE || request.resizing() != null)
                && leases.fixed(request.lease()).isEmpty();
    }

    /** What was worked out from what is left of a budget is for those who see the team's money. */
    private List<Option> offers(Request request, @Nullable PersonId reader) {
        boolean money =
                reader != null && new PersonRights(bundles.current().people()).maySeeSpend(reader, request.team());
        return request.judgement().verdict() instanceof Verdict.Refused refused
                ? refused.alternatives(money).stream()
                        .map(each -> new Option(each.label(), stored.value(each.command())))
                        .toList()
                : List.of();
    }

    private boolean mayStop(Request request, PersonId reader) {
        return request.askers().contains(reader)
                || new PersonRights(bundles.current().people()).mayStop(reader, request.owner());
    }

    /** The card of this request in somebody's own messages, or in the channel. */
    static MessageKey cardKey(RequestId request, @Nullable PersonId person) {
        return new MessageKey("card:" + request + ":" + (person == null ? "#" : person));
    }

    static MessageKey ownersKey(RequestId request) {
        return new MessageKey("theirs:" + request);
    }

    static MessageKey statusKey(RequestId request) {
        return new MessageKey("status:" + request);
    }

    private void refresh(Request request, Rights rights) {
        gathered.refresh(request.id());
        for (Shown card : threads.cards(request.id())) {
            outbox.edit(card.card(), draw(request, rights, card.person()));
            threads.shown(request.id(), new Shown(card.card(), card.person(), request.digest()));
        }
    }

    private void show(Request request, Rights rights, @Nullable PersonId person, Recipient to) {
        MessageKey key = cardKey(request.id(), person);
        outbox.post(key, to, draw(request, rights, person));
        threads.shown(request.id(), new Shown(key, person, request.digest()));
    }

    private Message draw(Request request, Rights rights, @Nullable PersonId person) {
        return ApprovalCard.of(shown(request, rights, person, ""), rights);
    }

    /** What this person's copy of the card shows; null: everybody's. */
    public ApprovalCard.Shown shown(Request request, @Nullable PersonId person) {
        return shown(request, rightsNow.shown(), person, "");
    }

    private ApprovalCard.Shown shown(Request request, Rights rights, @Nullable PersonId person, String less) {
        return new ApprovalCard.Shown(
                request,
                bundles.current().organisation().zone(),
                time.now(),
                budget(request, rights, person),
                enquiries.of(request.id()),
                request.state() == State.LIVE
                        ? leases.find(request.lease()).map(Lease::remarks).orElse(List.of())
                        : List.of(),
                person,
                less);
    }

    /** Only who decides over the team's money sees it on their copy. */
    private @Nullable BudgetView budget(Request request, Rights rights, @Nullable PersonId person) {
        return person != null
                        && rights.of(new Deciders.OwnerOfBudget(request.team()), request.askers())
                                .contains(person)
                ? ledger.budget(request.team())
                : null;
    }
}
