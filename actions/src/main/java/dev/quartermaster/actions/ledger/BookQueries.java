package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.ledger.Books.Promise;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts, reservations and usage in their tables. */
@Component
class BookQueries {
    private final JdbcClient jdbc;

    BookQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since what ended before it is left out */
    Books of(TeamId team, Instant since, ZoneId zone) {
        Map<LeaseId, BudgetReservations.Account> accounts = new LinkedHashMap<>();
        jdbc.sql("select * from account where team = :team order by lease")
                .param("team", team.value())
                .query((row, index) -> account(row))
                .list()
                .forEach(account -> accounts.put(account.lease(), account));
        List<Meter> meters = jdbc.sql("""
                select u.lease, u.per_hour, u.from_at, u.to_at from usage u join account a on a.lease = u.lease
                where a.team = :team and (u.to_at is null or u.to_at > :since) order by u.from_at, u.id""")
                .param("team", team.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, index) -> meter(row))
                .list();
        List<Promise> promises = jdbc.sql("select lease, month, amount from reservation where team = :team")
                .param("team", team.value())
                .query((row, index) -> new Promise(
                        new LeaseId(row.getString("lease")),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getBigDecimal("amount")))
                .list();
        return new Books(accounts, meters, promises, zone, now());
    }

    List<Meter> meters(LeaseId lease) {
        return jdbc.sql("select lease, per_hour, from_at, to_at from usage where lease = :lease order by from_at, id")
                .param("lease", lease.value())
                .query((row, index) -> meter(row))
                .list();
    }

    BudgetReservations.Account account(LeaseId lease) {
        return jdbc.sql("select * from account where lease = :lease")
                .param("lease", lease.value())
                .query((row, index) -> account(row))
                .single();
    }

    boolean known(LeaseId lease) {
        return jdbc.sql("select exists (select from account where lease = :lease)")
                .param("lease", lease.value())
                .query(Boolean.class)
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
                insert into account (lease, team, person, path, purpose, per_hour, currency)
                values (:lease, :team, :person, :path, :purpose, :perHour, :currency) on conflict do nothing""")
                .param("lease", account.lease().value())
                .param("team", account.team().value())
                .param("person", account.person().value())
                .param("path", account.path())
                .param("purpose", account.purpose())
                .param("perHour", account.perHour().amount())
                .param("currency", account.perHour().currency())
                .update();
    }

    /** Callers lock months in ascending order of team and month, so that no two wait for each other. */
    void lock(TeamId team, YearMonth month) {
        jdbc.sql("insert into team_month (team, month) values (:team, :month) on conflict do nothing")
                .param("team", team.value())
                .param("month", month.atDay(1))
                .update();
        jdbc.sql("select team from team_month where team = :team and month = :month for update")
                .param("team", team.value())
                .param("month", month.atDay(1))
                .query(String.class)
                .single();
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

    /** A lease is metered once: what started (or even ended) does not start again. @return whether it did now */
    boolean start(LeaseId lease, Money perHour, Instant from) {
        return jdbc.sql("""
                insert into usage (lease, from_at, per_hour)
                select :lease, :from, :perHour where not exists (select from usage where lease = :lease)""")
                        .param("lease", lease.value())
                        .param("from", from.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                        .param("perHour", perHour.amount())
                        .update()
                == 1;
    }

    /** The one meter ends in the second in which the other begins, so that each is charged once. */
    void rate(LeaseId lease, Money perHour, Instant from) {
        OffsetDateTime at = from.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
        int stopped = jdbc.sql("update usage set to_at = greatest(from_at, :at)"
                        + " where lease = :lease and to_at is null and per_hour <> :perHour")
                .param("lease", lease.value())
                .param("at", at)
                .param("perHour", perHour.amount())
                .update();
        if (stopped == 1) {
            jdbc.sql("insert into usage (lease, from_at, per_hour)"
                            + " select :lease, max(to_at), :perHour from usage where lease = :lease")
                    .param("lease", lease.value())
                    .param("perHour", perHour.amount())
                    .update();
        }
    }

    void keep(LeaseId lease, BigDecimal part, BigDecimal whole) {
        jdbc.sql("update reservation set amount = amount * :part / :whole where lease = :lease")
                .param("lease", lease.value())
                .param("part", part)
                .param("whole", whole)
                .update();
    }

    /** @return whether it ran */
    boolean stop(LeaseId lease, Instant to) {
        return jdbc.sql("update usage set to_at = greatest(from_at, :to) where lease = :lease and to_at is null")
                        .param("lease", lease.value())
                        .param("to", to.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Only of what was metered before and isn't now. @return whether it was that */
    boolean resume(LeaseId lease, Money perHour, Instant from) {
        return jdbc.sql("""
                insert into usage (lease, from_at, per_hour)
                select :lease, greatest(max(to_at), :from), :perHour from usage where lease = :lease
                having count(*) > 0 and count(*) = count(to_at)""")
                        .param("lease", lease.value())
                        .param("from", from.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC))
                        .param("perHour", perHour.amount())
                        .update()
                == 1;
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

    private static BudgetReservations.Account account(ResultSet row) throws SQLException {
        return new BudgetReservations.Account(
                new LeaseId(row.getString("lease")),
                new TeamId(row.getString("team")),
                new PersonId(row.getString("person")),
                row.getString("path"),
                row.getString("purpose"),
                new Money(row.getBigDecimal("per_hour"), row.getString("currency")));
    }

    private static Meter meter(ResultSet row) throws SQLException {
        OffsetDateTime to = row.getObject("to_at", OffsetDateTime.class);
        return new Meter(
                new LeaseId(row.getString("lease")),
                row.getBigDecimal("per_hour"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                to == null ? null : to.toInstant());
    }
}
