package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.SpendQueries.Line;
import dev.quartermaster.actions.ledger.SpendReport.Item;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.BudgetView.Share;
import dev.quartermaster.intents.policy.BudgetView.Share.Kind;
import dev.quartermaster.intents.policy.PersonRights;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Reads the books for those who may. */
@Component
class TeamLedger implements Ledger {
    private final BookQueries store;
    private final SpendQueries spend;
    private final ReportScopeQueries scope;
    private final Bundles bundles;

    TeamLedger(BookQueries store, SpendQueries spend, ReportScopeQueries scope, Bundles bundles) {
        this.store = store;
        this.spend = spend;
        this.scope = scope;
        this.bundles = bundles;
    }

    @Override
    public Answer spend(PersonId asker, TeamId team, Period period) {
        try {
            People people = bundles.read();
            PersonRights rights = new PersonRights(people);
            return people.team(team)
                    .filter(found -> rights.maySeeSpend(asker, team))
                    .<Answer>map(found -> new Answer.Report(report(rights.spendSeen(asker), found, period)))
                    .orElseGet(() -> Answer.NotYours.of(team));
        } catch (PeopleSource.Broken broken) {
            return new Answer.NotYours(broken.getMessage());
        }
    }

    @Override
    public Optional<LocalDate> since(PersonId asker, TeamId team) {
        try {
            PersonRights rights = new PersonRights(bundles.read());
            return rights.maySeeSpend(asker, team)
                    ? scope.of(rights.spendSeen(asker), () -> spend.since(team))
                            .map(first -> first.atZone(zone()).toLocalDate())
                    : Optional.empty();
        } catch (PeopleSource.Broken broken) {
            return Optional.empty();
        }
    }

    @Override
    public SortedMap<LocalDate, Money> daily(PersonId asker, TeamId team, Period period) {
        try {
            People people = bundles.read();
            PersonRights rights = new PersonRights(people);
            Optional<Team> found = people.team(team).filter(it -> rights.maySeeSpend(asker, team));
            SortedMap<LocalDate, Money> days = new TreeMap<>();
            found.ifPresent(it -> scope.of(rights.spendSeen(asker), () -> spend.daily(team, period, zone()))
                    .forEach((day, amount) -> days.put(
                            day, new Money(amount, it.budget().perMonth().currency()))));
            return days;
        } catch (PeopleSource.Broken broken) {
            return new TreeMap<>();
        }
    }

    @Override
    public Optional<List<PathEstimate>> estimates(PersonId asker, TeamId team, Period period) {
        try {
            PersonRights rights = new PersonRights(bundles.read());
            return rights.maySeeSpend(asker, team)
                    ? Optional.of(scope.of(
                            rights.spendSeen(asker), () -> spend.ended(team, start(period.from()), start(period.to()))))
                    : Optional.empty();
        } catch (PeopleSource.Broken broken) {
            return Optional.empty();
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

    @Override
    public SpendReport thisMonth(TeamId team) {
        YearMonth month = YearMonth.from(store.now().atZone(zone()));
        return report(
                Set.of(team),
                known(team),
                new Period(month.atDay(1), month.plusMonths(1).atDay(1)));
    }

    private Team known(TeamId team) {
        return bundles.current()
                .people()
                .team(team)
                .orElseThrow(() -> new IllegalArgumentException("No such team: " + team));
    }

    private BudgetView view(TeamId team, Books books) {
        Team.Budget budget = known(team).budget();
        return new BudgetView(
                budget.perMonth(),
                months(books, budget.perMonth().currency()),
                budget.cap().rule(),
                shares(team, budget.cap(), books));
    }

    private List<Share> shares(TeamId team, BudgetCap cap, Books books) {
        if (cap.perPerson().isEmpty() && cap.perPurpose().isEmpty()) {
            return List.of();
        }
        Map<LeaseId, BookQueries.Whose> whose = store.whose(books.leases());
        List<Share> shares = new ArrayList<>();
        cap.perPerson().forEach((person, limit) -> {
            Books theirs = books.only(
                    lease -> whose.get(lease).person().equals(person), store.calls(team, person, monthStart(), zone()));
            shares.add(new Share(Kind.PERSON, person.value(), limit, months(theirs, limit.currency())));
        });
        cap.perPurpose().forEach((purpose, limit) -> {
            Books its = books.only(lease -> BudgetCap.same(whose.get(lease).purpose(), purpose), Map.of());
            shares.add(new Share(Kind.PURPOSE, purpose, limit, months(its, limit.currency())));
        });
        return shares;
    }

    private static Map<YearMonth, BudgetView.Month> months(Books books, String currency) {
        Map<YearMonth, BudgetView.Month> months = new HashMap<>();
        for (YearMonth month : books.months()) {
            months.put(
                    month,
                    new BudgetView.Month(
                            new Money(books.used(month), currency), new Money(books.reserved(month), currency)));
        }
        return months;
    }

    private SpendReport report(Set<TeamId> seen, Team team, Period period) {
        YearMonth month = YearMonth.from(store.now().atZone(zone()));
        Period whole = new Period(month.atDay(1), month.plusMonths(1).atDay(1));
        List<Line> lines = lines(seen, team, period);
        return report(team, period, lines, line(team, whole, period.equals(whole) ? lines : lines(seen, team, whole)));
    }

    private List<Line> lines(Set<TeamId> seen, Team team, Period period) {
        return spend.lines(seen, team.id(), start(period.from()), start(period.to()), zone());
    }

    private SpendReport report(Team team, Period period, List<Line> lines, BudgetLine budget) {
        String currency = team.budget().perMonth().currency();
        List<Item> items = lines.stream()
                .filter(line -> concerns(line, period))
                .map(line -> item(line, period, currency))
                .toList();
        Money total = items.stream().map(Item::amount).reduce(Money.zero(currency), Money::plus);
        Money committed = items.stream().map(Item::committed).reduce(Money.zero(currency), Money::plus);
        return new SpendReport(team.id(), period, total, committed, items, budget);
    }

    /** What has just begun has not run for a second yet. */
    private boolean concerns(Line line, Period period) {
        return line.seconds() > 0
                || line.amount().signum() > 0
                || toCome(line, period).signum() > 0
                || line.metered() && line.open() && !line.now().isBefore(start(period.from()));
    }

    private Item item(Line line, Period period, String currency) {
        return new Item(
                line.lease(),
                line.path(),
                line.person(),
                line.purpose(),
                line.units(),
                line.datasets(),
                line.seconds(),
                new Money(line.amount(), currency),
                new Money(toCome(line, period), currency),
                line.open());
    }

    private BigDecimal toCome(Line line, Period period) {
        Meter.Window window = new Meter.Window(start(period.from()), start(period.to()), line.now());
        return line.commitments().stream()
                .map(each -> each.within(window, zone()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BudgetLine line(Team team, Period month, List<Line> lines) {
        YearMonth which = YearMonth.from(month.from());
        Money budget = team.budget().perMonth();
        BigDecimal used = lines.stream().map(Line::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal reserved = lines.stream()
                .flatMap(line -> line.commitments().stream())
                .filter(each -> each.month().equals(which))
                .map(Commitment::left)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal toCome = lines.stream().map(line -> toCome(line, month)).reduce(BigDecimal.ZERO, BigDecimal::add);
        String currency = budget.currency();
        return BudgetLine.of(
                which, budget, new Money(used, currency), new Money(reserved, currency), new Money(toCome, currency));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(zone()).toInstant();
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
