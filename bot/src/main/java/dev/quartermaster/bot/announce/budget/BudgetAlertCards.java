package dev.quartermaster.bot.announce.budget;

import dev.quartermaster.actions.budget.BudgetAlert;
import dev.quartermaster.actions.budget.BudgetAlerts;
import dev.quartermaster.actions.budget.BudgetStop;
import dev.quartermaster.actions.budget.BudgetStops;
import dev.quartermaster.actions.budget.ThresholdCrossing;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.bot.card.spend.BudgetAlertCard;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.policy.PersonRights;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** One message an alert, which changes with what becomes of it; written in the transaction that notes the alert. */
@Component
public class BudgetAlertCards {
    private static final Comparator<Item> MOST = Comparator.comparing(
                    (Item item) -> item.amount().plus(item.committed()))
            .reversed();

    private final BudgetAlerts alerts;
    private final BudgetStops stops;
    private final Ledger ledger;
    private final Leases leases;
    private final Bundles bundles;
    private final Outbox outbox;

    BudgetAlertCards(
            BudgetAlerts alerts, BudgetStops stops, Ledger ledger, Leases leases, Bundles bundles, Outbox outbox) {
        this.alerts = alerts;
        this.stops = stops;
        this.ledger = ledger;
        this.leases = leases;
        this.bundles = bundles;
        this.outbox = outbox;
    }

    @Transactional
    public void send(ThresholdCrossing crossing) {
        alerts.take(crossing).ifPresent(this::show);
    }

    @Transactional
    public void announce(BudgetStops.Announcement announcement) {
        if (stops.announce(announcement)) {
            alerts.find(announcement.alert().id()).ifPresent(this::show);
        }
    }

    @Transactional
    public void carryOut(BudgetStop stop) {
        stops.carryOut(stop);
        alerts.find(stop.alert()).ifPresent(this::show);
    }

    /** As it is now; joins the caller's transaction. */
    public void show(BudgetAlert alert) {
        People people = bundles.current().people();
        PersonRights rights = new PersonRights(people);
        List<Item> items = rights.maySeeSpend(alert.to(), alert.scope().team()) ? items(alert) : List.of();
        var shown = new BudgetAlertCard.Shown(
                alert,
                items,
                largest(alert, items, rights).orElse(null),
                stops.of(alert),
                people,
                bundles.current().organisation().zone());
        outbox.post(
                new MessageKey("budget-alert:" + alert.id()),
                new Recipient.Person(alert.to()),
                BudgetAlertCard.of(shown));
    }

    private List<Item> items(BudgetAlert alert) {
        return ledger.thisMonth(alert.scope().team()).items().stream()
                .filter(item -> alert.scope().concerns(item.person(), item.purpose()))
                .sorted(MOST)
                .toList();
    }

    /** Of what runs and whoever is told may stop, what would still take the most. */
    private Optional<Item> largest(BudgetAlert alert, List<Item> items, PersonRights rights) {
        return items.stream()
                .filter(item -> item.lease() != null && item.open() && rights.mayStop(alert.to(), item.person()))
                .filter(item -> leases.find(item.lease())
                        .filter(lease -> lease.state().open())
                        .isPresent())
                .max(Comparator.comparing(Item::committed).thenComparing(Item::amount));
    }
}
