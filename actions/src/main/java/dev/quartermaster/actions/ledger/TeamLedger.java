package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.PersonRights;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reads the books for those who may. */
@Component
class TeamLedger implements Ledger {
    private final BookQueries store;
    private final Bundles bundles;

    TeamLedger(BookQueries store, Bundles bundles) {
        this.store = store;
        this.bundles = bundles;
    }

    @Override
    public Answer spend(PersonId asker, TeamId team, Period period) {
        try {
            People people = bundles.read();
            return people.team(team)
                    .filter(found -> new PersonRights(people).maySeeSpend(asker, team))
                    .<Answer>map(found -> new Answer.Report(report(found, period)))
                    .orElseGet(() -> new Answer.NotYours("What " + team + " spends is seen by its members, its manager"
                            + " and platform leads. Ask one of them, or ask for your own team's spend."));
        } catch (PeopleSource.Broken broken) {
            return new Answer.NotYours(broken.getMessage());
        }
    }

    @Override
    public BudgetView budget(TeamId team) {
        return view(team, store.of(team, monthStart(), zone()));
    }

    @Override
    public BudgetView budget(TeamId team, LeaseId without) {
        return view(team, store.of(team, monthStart(), zone()).without(without));
    }

    private BudgetView view(TeamId team, Books books) {
        Team found = bundles.current()
                .people()
                .team(team)
                .orElseThrow(() -> new IllegalArgumentException("No such team: " + team));
        String currency = found.budget().perMonth().currency();
        Map<YearMonth, BudgetView.Month> months = new HashMap<>();
        for (YearMonth month : books.months()) {
            months.put(
                    month,
                    new BudgetView.Month(
                            new Money(books.used(month), currency), new Money(books.reserved(month), currency)));
        }
        return new BudgetView(found.budget().perMonth(), months);
    }

    private SpendReport report(Team team, Period period) {
        String currency = team.budget().perMonth().currency();
        // Whole months, because what is committed is what a month's use has not taken yet.
        Instant since = period.from().withDayOfMonth(1).atStartOfDay(zone()).toInstant();
        Books books = store.of(team.id(), since, zone());
        List<Item> items = books.leases(period).stream()
                .map(lease -> item(books, lease, period))
                .toList();
        Money total = items.stream().map(Item::amount).reduce(Money.zero(currency), Money::plus);
        Money committed = items.stream().map(Item::committed).reduce(Money.zero(currency), Money::plus);
        return new SpendReport(team.id(), period, total, committed, items);
    }

    private static Item item(Books books, LeaseId lease, Period period) {
        BudgetReservations.Account account = books.accounts().get(lease);
        List<Meter> meters = books.metersOf(lease);
        String currency = account.perHour().currency();
        long seconds = meters.stream()
                .mapToLong(meter -> meter.seconds(books.window(period)))
                .sum();
        BigDecimal amount = meters.stream()
                .map(meter -> meter.amount(books.window(period)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Item(
                lease,
                account.path(),
                account.person(),
                account.purpose(),
                BigDecimal.valueOf(seconds).divide(BigDecimal.valueOf(3600), 4, RoundingMode.HALF_UP),
                new Money(amount, currency),
                new Money(books.committed(lease, period), currency),
                meters.isEmpty() || meters.stream().anyMatch(Meter::open));
    }

    private Instant monthStart() {
        return YearMonth.from(store.now().atZone(zone()))
                .atDay(1)
                .atStartOfDay(zone())
                .toInstant();
    }

    private ZoneId zone() {
        return bundles.current().organisation().zone();
    }
}
