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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Promises and meters under the lock of their team's months. */
@Component
class TeamBudgetReservations implements BudgetReservations {
    private final BookQueries store;
    private final MeterQueries meters;
    private final ChargeFacts facts;
    private final Bundles bundles;

    TeamBudgetReservations(BookQueries store, MeterQueries meters, ChargeFacts facts, Bundles bundles) {
        this.store = store;
        this.meters = meters;
        this.facts = facts;
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
        return reserved(account, guards, null);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reserve(Account account, List<Guard> guards, LeaseId instead) {
        boolean reserved = reserved(account, guards, instead);
        if (reserved) {
            store.release(instead);
        }
        return reserved;
    }

    private boolean reserved(Account account, List<Guard> guards, @Nullable LeaseId without) {
        SortedMap<TeamMonth, Guard> sums = summed(guards);
        sums.keySet().forEach(each -> store.lock(each.team(), each.month()));
        if (!sums.values().stream().allMatch(guard -> holds(guard, without))) {
            return false;
        }
        store.open(account);
        sums.forEach((each, guard) -> {
            store.promise(account, each.month(), guard.amount());
            store.agreed(account.lease(), guard.amount());
        });
        return true;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void start(Account account, Instant from, Instant until) {
        store.open(account);
        Money whole = store.promised(account);
        Optional<Instant> started = meters.start(account.lease(), account.perHour(), from);
        if (started.isEmpty()) {
            return;
        }
        store.until(account.lease(), until);
        if (whole.amount().signum() > 0 && from.isBefore(until)) {
            ZoneId zone = bundles.current().organisation().zone();
            SortedMap<YearMonth, Money> months = MonthlySplit.split(whole, from, until, zone);
            months.keySet().forEach(month -> store.lock(account.team(), month));
            store.release(account.lease());
            months.forEach((month, amount) -> store.promise(account, month, amount));
        }
        charged(account.lease(), account.perHour(), started, "started");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void until(LeaseId lease, Instant until) {
        store.until(lease, until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void rate(LeaseId lease, Money perHour, Instant from) {
        if (perHour.amount().signum() > 0) {
            store.agreedRate(lease, perHour);
        }
        charged(lease, perHour, meters.rate(lease, perHour, from), "rate");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean pause(LeaseId lease, Instant from) {
        Optional<Instant> until = meters.close(lease, from);
        until.ifPresent(at -> facts.uncharged(store.account(lease), at, "paused"));
        return until.isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean idle(LeaseId lease, Instant from) {
        Optional<Instant> until = meters.close(lease, from);
        until.ifPresent(at -> {
            Account account = store.account(lease);
            Money kept = new Money(
                    account.bought().storagePerHour(), account.perHour().currency());
            if (kept.amount().signum() > 0) {
                charged(lease, kept, meters.resume(lease, kept, at), "stopped");
            } else {
                facts.uncharged(account, at, "stopped");
            }
        });
        return until.isPresent();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean resume(LeaseId lease, Money perHour, Instant from) {
        return charged(lease, perHour, meters.resume(lease, perHour, from), "resumed");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resize(LeaseId lease, Money perHour, @Nullable Bought bought, Instant from, Instant until) {
        // It is ready: what it was paused for before is over, too.
        Optional<Instant> since = meters.resume(lease, perHour, from).or(() -> meters.rate(lease, perHour, from));
        reserved(lease, perHour, bought, from, until);
        charged(lease, perHour, since, "resized");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void reprice(LeaseId lease, Money perHour, Bought bought, Instant from, Instant until) {
        Optional<Instant> since = meters.rate(lease, perHour, from);
        reserved(lease, perHour, bought, from, until);
        charged(lease, perHour, since, "priced");
    }

    private void reserved(LeaseId lease, Money perHour, @Nullable Bought bought, Instant from, Instant until) {
        store.agreedRate(lease, perHour);
        if (bought != null) {
            store.bought(lease, bought);
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

    /** @return whether anything changed */
    private boolean charged(LeaseId lease, Money perHour, Optional<Instant> since, String because) {
        since.ifPresent(from -> facts.charged(store.account(lease), perHour.amount(), from, because));
        return since.isPresent();
    }

    private Money used(Account account, YearMonth month, ZoneId zone) {
        var window = new Meter.Window(
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant(),
                store.now());
        BigDecimal used = meters.of(account.lease()).stream()
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
        store.release(lease);
        store.until(lease, to);
        if (meters.cut(lease, to)) {
            facts.uncharged(store.account(lease), to, "ended");
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(LeaseId lease) {
        store.release(lease);
    }

    @Override
    public Map<LeaseId, Money> spent(Collection<LeaseId> leases) {
        String currency = bundles.current().organisation().currency();
        Map<LeaseId, Money> all = new HashMap<>();
        leases.forEach(lease -> all.put(lease, Money.zero(currency)));
        meters.spent(leases).forEach((lease, amount) -> all.put(lease, new Money(amount, currency)));
        return all;
    }

    /** Read after the lock, so that a promise made a moment ago is counted. */
    private boolean holds(Guard guard, @Nullable LeaseId without) {
        ZoneId zone = bundles.current().organisation().zone();
        Books all =
                store.of(guard.team(), guard.month().atDay(1).atStartOfDay(zone).toInstant(), zone);
        Books books = without == null ? all : all.without(without);
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
