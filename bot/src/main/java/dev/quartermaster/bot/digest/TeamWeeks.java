package dev.quartermaster.bot.digest;

import dev.quartermaster.actions.bill.BillReconciliation;
import dev.quartermaster.actions.bill.Bills;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.SpendChange;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.bot.card.overview.TeamWeek;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The weeks of the teams that somebody manages: from Monday to Monday of the organisation's zone, beside the one before. */
@Component
class TeamWeeks {
    private static final int DAYS_AHEAD = 7;

    private final Ledger ledger;
    private final Leases leases;
    private final Bills bills;
    private final Bundles bundles;
    private final DatabaseTime time;

    TeamWeeks(Ledger ledger, Leases leases, Bills bills, Bundles bundles, DatabaseTime time) {
        this.ledger = ledger;
        this.leases = leases;
        this.bills = bills;
        this.bundles = bundles;
        this.time = time;
    }

    /** Those with something to say. */
    List<TeamWeek> of(PersonId manager) {
        return bundles.current().people().teams().values().stream()
                .filter(team -> team.manager().equals(manager))
                .sorted(Comparator.comparing(Team::id))
                .flatMap(team -> week(manager, team).stream())
                .filter(week -> !week.quiet())
                .toList();
    }

    private Optional<TeamWeek> week(PersonId manager, Team team) {
        Instant now = time.now();
        LocalDate today = now.atZone(bundles.current().organisation().zone()).toLocalDate();
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        Period last = new Period(monday.minusWeeks(1), monday);
        Period before = new Period(monday.minusWeeks(2), monday.minusWeeks(1));
        if (!(ledger.spend(manager, team.id(), last) instanceof Ledger.Answer.Report(var after))
                || !(ledger.spend(manager, team.id(), before) instanceof Ledger.Answer.Report(var former))) {
            return Optional.empty();
        }
        List<Lease> open = leases.open(team.id());
        return Optional.of(new TeamWeek(
                team,
                SpendChange.between(former.inCents(), after.inCents()),
                ending(open, now),
                unused(open, after.inCents()),
                bill(manager, team, YearMonth.from(today).minusMonths(1), now)));
    }

    private static List<Lease> ending(List<Lease> open, Instant now) {
        Instant then = now.plus(DAYS_AHEAD, ChronoUnit.DAYS);
        return open.stream()
                .filter(lease ->
                        lease.state() == Lease.State.LIVE && lease.until().isBefore(then))
                .sorted(Comparator.comparing(Lease::until)
                        .thenComparing(lease -> lease.id().value()))
                .toList();
    }

    /** What is stopped keeps its files and is charged for them; whoever runs may be using it, and nobody is taken to be idle. */
    private static List<TeamWeek.Unused> unused(List<Lease> open, SpendReport week) {
        return open.stream()
                .filter(lease -> lease.state() == Lease.State.STOPPED)
                .flatMap(lease -> week.items().stream()
                        .filter(item -> lease.id().equals(item.lease())
                                && item.amount().amount().signum() > 0)
                        .map(item -> new TeamWeek.Unused(lease, item.amount())))
                .sorted(Comparator.comparing(TeamWeek.Unused::amount).reversed())
                .toList();
    }

    private @Nullable BillReconciliation bill(PersonId manager, Team team, YearMonth month, Instant now) {
        return bills.came(month, now.minus(DAYS_AHEAD, ChronoUnit.DAYS))
                        && bills.difference(manager, team.id(), month) instanceof Bills.Answer.Compared(var difference)
                        && (difference.billed().signum() != 0
                                || difference.ours().signum() != 0)
                ? difference
                : null;
    }
}
