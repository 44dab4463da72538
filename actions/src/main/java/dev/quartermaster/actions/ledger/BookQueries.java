package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.Books.Promise;
import dev.quartermaster.actions.ledger.BudgetReservations.Bought;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, reservations and usage in their tables. */
@Component
class BookQueries {
    private final JdbcClient jdbc;
    private final MeterQueries meters;
    private final Json json;

    BookQueries(JdbcClient jdbc, MeterQueries meters, Json json) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.json = json;
    }

    /** @param since the beginning of a month; what ended before it is left out */
    Books of(TeamId team, Instant since, ZoneId zone) {
        List<Promise> promises = jdbc.sql("""
                select r.lease, r.month, r.amount, not exists (select from usage u where u.lease = r.lease) as waits
                from reservation r where r.team = :team""")
                .param("team", team.value())
                .query((row, index) -> new Promise(
                        new LeaseId(row.getString("lease")),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getBigDecimal("amount"),
                        row.getBoolean("waits")))
                .list();
        return new Books(meters.of(team, since), promises, calls(team, null, since, zone), zone, now());
    }

    /** @param person null: everybody's */
    Map<YearMonth, BigDecimal> calls(TeamId team, @Nullable PersonId person, Instant since, ZoneId zone) {
        Map<YearMonth, BigDecimal> months = new HashMap<>();
        jdbc.sql("""
                select date_trunc('month', at at time zone :zone)::date as month, sum(round(amount, 6)) as amount
                from model_call
                where team = :team and at >= :since and amount is not null
                  and (cast(:person as text) is null or person = :person)
                group by 1""")
                .param("team", team.value())
                .param("person", person == null ? null : person.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .query(row -> {
                    months.put(YearMonth.from(row.getObject("month", LocalDate.class)), row.getBigDecimal("amount"));
                });
        return months;
    }

    /** Who each is charged to within the team, and for what. */
    Map<LeaseId, Whose> whose(Collection<LeaseId> leases) {
        Map<LeaseId, Whose> whose = new HashMap<>();
        jdbc.sql("select lease, person, purpose from account where lease = any (:leases)")
                .param("leases", leases.stream().map(LeaseId::value).toArray(String[]::new))
                .query(row -> {
                    whose.put(
                            new LeaseId(row.getString("lease")),
                            new Whose(new PersonId(row.getString("person")), row.getString("purpose")));
                });
        return whose;
    }

    record Whose(PersonId person, String purpose) {}

    BudgetReservations.Account account(LeaseId lease) {
        return jdbc.sql("select * from account where lease = :lease")
                .param("lease", lease.value())
                .query((row, index) -> account(row))
                .single();
    }

    void hold(LeaseId lease) {
        jdbc.sql("select lease from account where lease = :lease for update")
                .param("lease", lease.value())
                .query(String.class)
                .list();
    }

    void open(BudgetReservations.Account account) {
        jdbc.sql("""
                insert into account (lease, team, person, path, purpose, per_hour, currency, units, datasets,
                    storage_per_hour)
                values (:lease, :team, :person, :path, :purpose, :perHour, :currency, cast(:units as jsonb), :datasets,
                    :storage)
                on conflict do nothing""")
                .param("lease", account.lease().value())
                .param("team", account.team().value())
                .param("person", account.person().value())
                .param("path", account.path())
                .param("purpose", account.purpose())
                .param("perHour", account.perHour().amount())
                .param("currency", account.perHour().currency())
                .param("units", json.write(account.bought().written()))
                .param("datasets", account.bought().datasets().toArray(String[]::new))
                .param("storage", account.bought().storagePerHour())
                .update();
    }

    /** One more yes: so much is agreed for it on top of what was. */
    void agreed(LeaseId lease, Money amount) {
        jdbc.sql("update account set estimate = estimate + :amount where lease = :lease")
                .param("lease", lease.value())
                .param("amount", amount.amount())
                .update();
    }

    void until(LeaseId lease, Instant until) {
        jdbc.sql("update account set until = :until where lease = :lease")
                .param("lease", lease.value())
                .param("until", until.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** As agreed from now on; nothing while it is interrupted is not that. */
    void agreedRate(LeaseId lease, Money perHour) {
        jdbc.sql("update account set per_hour = :perHour where lease = :lease")
                .param("lease", lease.value())
                .param("perHour", perHour.amount())
                .update();
    }

    void bought(LeaseId lease, Bought bought) {
        jdbc.sql("update account set units = cast(:units as jsonb), storage_per_hour = :storage where lease = :lease")
                .param("lease", lease.value())
                .param("units", json.write(bought.written()))
                .param("storage", bought.storagePerHour())
                .update();
    }

    /** Callers lock months in ascending order of team and month, so that no two wait for each other. */
    void lock(TeamId team, YearMonth month) {
        jdbc.sql("""
                insert into team_month (team, month) values (:team, :month)
                on conflict (team, month) do update set team = excluded.team""").param("team", team.value()).param("month", month.atDay(1)).update();
    }

    void promise(BudgetReservations.Account account, YearMonth month, Money amount) {
        jdbc.sql("""
                insert into reservation (lease, team, month, amount) values (:lease, :team, :month, :amount)
                on conflict (lease, month) do update set amount = reservation.amount + excluded.amount""")
                .param("lease", account.lease().value())
                .param("team", account.team().value())
                .param("month", month.atDay(1))
                .param("amount", amount.amount())
                .update();
    }

    Money promised(BudgetReservations.Account account) {
        BigDecimal whole = jdbc.sql("select coalesce(sum(amount), 0) from reservation where lease = :lease")
                .param("lease", account.lease().value())
                .query(BigDecimal.class)
                .single();
        return new Money(whole, account.perHour().currency());
    }

    void keep(LeaseId lease, BigDecimal part, BigDecimal whole) {
        jdbc.sql("update reservation set amount = amount * :part / :whole where lease = :lease")
                .param("lease", lease.value())
                .param("part", part)
                .param("whole", whole)
                .update();
    }

    /** Months from that one on in which money is promised to the lease, earliest first. */
    List<YearMonth> promisedFrom(LeaseId lease, YearMonth month) {
        return jdbc.sql("select month from reservation where lease = :lease and month >= :month order by month")
                .param("lease", lease.value())
                .param("month", month.atDay(1))
                .query((row, index) -> YearMonth.from(row.getObject("month", LocalDate.class)))
                .list();
    }

    void releaseFrom(LeaseId lease, YearMonth month) {
        jdbc.sql("delete from reservation where lease = :lease and month >= :month")
                .param("lease", lease.value())
                .param("month", month.atDay(1))
                .update();
    }

    void release(LeaseId lease) {
        jdbc.sql("delete from reservation where lease = :lease")
                .param("lease", lease.value())
                .update();
    }

    Instant now() {
        return jdbc.sql("select qm_now()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant()
                .truncatedTo(ChronoUnit.SECONDS);
    }

    @SuppressWarnings("unchecked")
    private BudgetReservations.Account account(ResultSet row) throws SQLException {
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        json.read(row.getString("units"), Map.class)
                .forEach((resource, quantity) -> units.put((String) resource, new BigDecimal((String) quantity)));
        return new BudgetReservations.Account(
                new LeaseId(row.getString("lease")),
                new TeamId(row.getString("team")),
                new PersonId(row.getString("person")),
                row.getString("path"),
                row.getString("purpose"),
                new Money(row.getBigDecimal("per_hour"), row.getString("currency")),
                new Bought(units, row.getBigDecimal("storage_per_hour"), List.of((String[])
                        row.getArray("datasets").getArray())));
    }
}
