package dev.quartermaster.actions.budget;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.budget.BudgetStop.Outcome;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.notice.Notice;
import dev.quartermaster.actions.notice.Notices;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
class BudgetStopping implements BudgetStops {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("EEE d MMM HH:mm", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.UK);

    private final BudgetStatusReader standings;
    private final BudgetAlertQueries alerts;
    private final BudgetStopQueries stops;
    private final LeaseStore leases;
    private final PartOrders orders;
    private final HandOver handOver;
    private final Notices notices;
    private final Audit audit;
    private final Bundles bundles;
    private final DatabaseTime time;

    BudgetStopping(
            BudgetStatusReader standings,
            BudgetAlertQueries alerts,
            BudgetStopQueries stops,
            LeaseStore leases,
            PartOrders orders,
            HandOver handOver,
            Notices notices,
            Audit audit,
            Bundles bundles,
            DatabaseTime time) {
        this.standings = standings;
        this.alerts = alerts;
        this.stops = stops;
        this.leases = leases;
        this.orders = orders;
        this.handOver = handOver;
        this.notices = notices;
        this.audit = audit;
        this.bundles = bundles;
        this.time = time;
    }

    @Override
    public List<Announcement> toAnnounce() {
        return alerts.usedUp(YearMonth.from(time.now().atZone(zone()))).stream()
                .flatMap(alert -> {
                    List<BudgetStop> told = stops.of(alert.id());
                    return leases.open(alert.scope().team()).stream()
                            .filter(lease -> stoppable(alert, lease))
                            .filter(lease ->
                                    told.stream().noneMatch(stop -> stop.lease().equals(lease.id())))
                            .map(lease -> new Announcement(alert, lease.id()));
                })
                .toList();
    }

    /** What was asked for later, or changed with a yes, was agreed to by somebody who knew. */
    private boolean stoppable(BudgetAlert alert, LeaseRow lease) {
        return lease.started() != null
                && lease.state().open()
                && lease.perHour().amount().signum() > 0
                && !lease.opened().isAfter(alert.at())
                && alert.scope().concerns(lease.owner(), lease.purpose())
                && !stops.agreed(lease.id(), alert.at());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean announce(Announcement announcement) {
        Optional<BudgetAlert> alert =
                alerts.find(announcement.alert().id()).filter(each -> each.left() == null && !each.over());
        Optional<BudgetStatus> standing = alert.flatMap(this::usedUp);
        Optional<LeaseRow> lease =
                leases.find(announcement.lease()).filter(row -> stoppable(announcement.alert(), row));
        if (standing.isEmpty() || lease.isEmpty()) {
            return false;
        }
        Instant at = time.now().plus(standing.get().cap().grace()).truncatedTo(ChronoUnit.SECONDS);
        LeaseRow row = lease.get();
        if (!at.isBefore(row.until()) || !stops.insert(alert.get().id(), row.id(), at)) {
            return false;
        }
        // Whoever decided on a request reads its chain; how a team's money stands is not for all of them.
        audit.record(
                "system",
                null,
                "stop-announced",
                Map.of(
                        "alert", alert.get().id(),
                        "lease", row.id().value(),
                        "team", row.team().value(),
                        "limit", standing.get().limit().toString(),
                        "used", standing.get().used().toString()));
        audit.record(
                row.request().value(),
                null,
                "stop-announced",
                Map.of(
                        "alert", alert.get().id(),
                        "at", at.toString(),
                        "month", alert.get().scope().month().toString()));
        notices.say(row.request(), Notice.Kind.STOP_ANNOUNCED, announced(alert.get(), row, at));
        return true;
    }

    private String announced(BudgetAlert alert, LeaseRow row, Instant at) {
        String kept = orders.kept(row);
        return "It is " + stopped(alert, at) + " "
                + (kept.isEmpty()
                        ? "Nothing in it is kept after that: save what you need before."
                        : "Kept after that: " + kept + ". Whatever else you need of it, save before.");
    }

    private String stopped(BudgetAlert alert, Instant at) {
        return "stopped " + when(at) + ", because " + limit(alert.scope())
                + " is used up; it goes on if that is raised before, or "
                + bundles.current().people().name(alert.to()) + " leaves it running.";
    }

    /** Empty: there is money again, or the limit was raised, even if that is used up too by now. */
    private Optional<BudgetStatus> usedUp(BudgetAlert alert) {
        return standings
                .now(alert.scope())
                .filter(BudgetStatus::stops)
                .filter(standing -> standing.limit().compareTo(alert.limit()) <= 0);
    }

    /** All that wait: a limit that was raised is noticed while the grace lasts, and not only at its end, when it may be put back. */
    @Override
    public List<BudgetStop> due() {
        return stops.waiting();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void carryOut(BudgetStop due) {
        Optional<BudgetStop> held = locked(due);
        Optional<BudgetAlert> alert = held.flatMap(stop -> alerts.find(stop.alert()));
        Optional<LeaseRow> lease = held.flatMap(stop -> leases.find(stop.lease()));
        if (held.isEmpty() || alert.isEmpty() || lease.isEmpty()) {
            return;
        }
        BudgetStop stop = held.get();
        LeaseRow row = lease.get();
        if (!row.state().open()) {
            stops.became(stop, Outcome.ENDED);
        } else if (alert.get().left() != null) {
            goesOn(stop, row, Outcome.LEFT, "it was left running");
        } else if (stops.agreed(row.id(), alert.get().at())) {
            goesOn(stop, row, Outcome.LEFT, "a change of it was agreed to since");
        } else if (alert.get().over() || usedUp(alert.get()).isEmpty()) {
            alerts.over(stop.alert());
            goesOn(stop, row, Outcome.RAISED, "there is money again, or another month began");
        } else if (due(stop)) {
            stops.became(stop, Outcome.STOPPED);
            handOver.end(row.id(), null, capital(limit(alert.get().scope())) + " is used up, as was announced before.");
            audit.record(
                    row.request().value(),
                    null,
                    "stopped-at-cap",
                    Map.of("lease", row.id().value()));
        }
    }

    private boolean due(BudgetStop stop) {
        return !time.now().isBefore(stop.at());
    }

    /** With its lease, so that of several stops of one lease each sees what became of the others. */
    private Optional<BudgetStop> locked(BudgetStop stop) {
        leases.lock(stop.lease());
        return stops.lock(stop);
    }

    @Override
    public List<BudgetStop> of(BudgetAlert alert) {
        return stops.of(alert.id());
    }

    /** Whatever still waits to be stopped for it goes on. Joins the caller's transaction. */
    void leave(long alert, PersonId by) {
        String who = bundles.current().people().name(by) + " left it running";
        for (BudgetStop stop : stops.of(alert)) {
            if (locked(stop).isPresent()) {
                leases.find(stop.lease())
                        .filter(row -> row.state().open())
                        .ifPresentOrElse(
                                row -> goesOn(stop, row, Outcome.LEFT, who), () -> stops.became(stop, Outcome.ENDED));
            }
        }
    }

    private void goesOn(BudgetStop stop, LeaseRow row, Outcome outcome, String why) {
        stops.became(stop, outcome);
        audit.record(
                row.request().value(),
                null,
                "stop-taken-back",
                Map.of("lease", row.id().value(), "why", outcome.word()));
        stops.waiting(row.id())
                .ifPresentOrElse(
                        other -> notices.say(row.request(), Notice.Kind.STOP_ANNOUNCED, still(stop, other, why)),
                        () -> notices.say(
                                row.request(),
                                Notice.Kind.STOP_TAKEN_BACK,
                                "It is not stopped after all: " + why + ". It ends " + when(row.until()) + "."));
    }

    private String still(BudgetStop takenBack, BudgetStop other, String why) {
        return "It is not stopped for "
                + limit(alerts.find(takenBack.alert()).orElseThrow().scope()) + ": " + why + ". It is still "
                + stopped(alerts.find(other.alert()).orElseThrow(), other.at());
    }

    private String limit(BudgetScope scope) {
        String month = MONTH.format(scope.month());
        return switch (scope.kind()) {
            case TEAM -> "the budget of " + title(scope) + " for " + month;
            case PERSON -> "what one person may take of the budget of " + title(scope) + " for " + month;
            case PURPOSE -> "what “" + scope.name() + "” may take of the budget of " + title(scope) + " for " + month;
        };
    }

    private String title(BudgetScope scope) {
        return bundles.current()
                .people()
                .team(scope.team())
                .map(Team::title)
                .orElse(scope.team().value());
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private String when(Instant moment) {
        return WHEN.format(moment.atZone(zone())) + " " + zone().getId();
    }

    private ZoneId zone() {
        return bundles.current().organisation().zone();
    }
}
