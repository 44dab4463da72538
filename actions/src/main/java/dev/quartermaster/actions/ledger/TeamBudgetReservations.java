package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.MonthlySplit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises and meters under the lock of their team's months. */
@Component
class TeamBudgetReservations implements BudgetReservations {
    private final BookQueries store;
    private final Bundles bundles;

    TeamBudgetReservations(BookQueries store, Bundles bundles) {
        this.store = store;
        this.bundles = bundles;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(LeaseId lease) {
        store.hold(lease);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(Account account, List<Guard> guards) {
        SortedMap<TeamMonth, Guard> sums = summed(guards);
        sums.keySet().forEach(each -> store.lock(each.team(), each.month()));
        if (!sums.values().stream().allMatch(this::holds)) {
            return false;
        }
        store.open(account);
        sums.forEach((each, guard) -> store.promise(account, each.month(), guard.amount()));
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Account account, Instant from, Instant until) {
        store.open(account);
        Money whole = store.promised(account);
        if (store.start(account.lease(), account.perHour(), from)
                && whole.amount().signum() > 0
                && from.isBefore(until)) {
            ZoneId zone = bundles.current().organisation().zone();
            SortedMap<YearMonth, Money> months = MonthlySplit.split(whole, from, until, zone);
            months.keySet().forEach(month -> store.lock(account.team(), month));
            store.release(account.lease());
            months.forEach((month, amount) -> store.promise(account, month, amount));
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rate(LeaseId lease, Money perHour, Instant from) {
        store.rate(lease, perHour, from);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pause(LeaseId lease, Instant from) {
        return store.stop(lease, from);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean resume(LeaseId lease, Money perHour, Instant from) {
        return store.resume(lease, perHour, from);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resize(LeaseId lease, Money perHour, Instant from, Instant until) {
        // It is ready: what it was paused for before is over, too.
        if (!store.resume(lease, perHour, from)) {
            store.rate(lease, perHour, from);
        }
        ZoneId zone = bundles.current().organisation().zone();
        Account account = store.account(lease);
        Instant start = from.truncatedTo(ChronoUnit.SECONDS);
        Duration left = Duration.between(start, until);
        SortedMap<YearMonth, Money> months =
                MonthlySplit.split(Price.of(List.of(), perHour, left).ceiling(), start, until, zone);
        List<YearMonth> held = store.promisedFrom(lease, YearMonth.from(start.atZone(zone)));
        held.forEach(month -> months.putIfAbsent(month, Money.zero(perHour.currency())));
        months.keySet().forEach(month -> store.lock(account.team(), month));
        store.releaseFrom(lease, YearMonth.from(start.atZone(zone)));
        months.forEach((month, rest) -> store.promise(account, month, rest.plus(used(account, month, zone))));
    }

    private Money used(Account account, YearMonth month, ZoneId zone) {
        var window = new Meter.Window(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                store.now());
        BigDecimal used = store.meters(account.lease()).stream()
                .map(meter -> meter.amount(window))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(used, account.perHour().currency());
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(LeaseId lease, BigDecimal part, BigDecimal whole) {
        store.keep(lease, part, whole);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void stop(LeaseId lease, Instant to) {
        store.stop(lease, to);
        store.release(lease);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(LeaseId lease) {
        store.release(lease);
    }

    @Override
    public Money spent(LeaseId lease) {
        if (!store.known(lease)) {
            return Money.zero(bundles.current().organisation().currency());
        }
        Instant now = store.now();
        var always = new Meter.Window(Instant.EPOCH, now, now);
        BigDecimal amount = store.meters(lease).stream()
                .map(meter -> meter.amount(always))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(amount, store.account(lease).perHour().currency());
    }

    /** Read after the lock, so that a promise made a moment ago is counted. */
    private boolean holds(Guard guard) {
        ZoneId zone = bundles.current().organisation().zone();
        Books books =
                store.of(guard.team(), guard.month().atDay(1).atStartOfDay(zone).toInstant(), zone);
        BigDecimal taken = books.used(guard.month()).add(books.reserved(guard.month()));
        return taken.add(guard.amount().amount()).compareTo(guard.limit().amount()) <= 0;
    }

    /** One guard a team and month: amounts added, the lower limit kept. */
    private static SortedMap<TeamMonth, Guard> summed(List<Guard> guards) {
        SortedMap<TeamMonth, Guard> sums =
                new TreeMap<>(Comparator.comparing(TeamMonth::team).thenComparing(TeamMonth::month));
        for (Guard guard : guards) {
            sums.merge(
                    new TeamMonth(guard.team(), guard.month()),
                    guard,
                    (one, other) -> new Guard(
                            one.team(),
                            one.month(),
                            one.amount().plus(other.amount()),
                            one.limit().compareTo(other.limit()) <= 0 ? one.limit() : other.limit()));
        }
        return sums;
    }

    private record TeamMonth(TeamId team, YearMonth month) {}
}
