package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stretches of use in their table. One that is over stands in pieces of at most a week, so that those of a month are found
 * without a look at everything before it. What changes them says from which second on it did.
 */
@Component
class MeterQueries {
    private final JdbcClient jdbc;

    MeterQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param since what ended before it is left out */
    List<Meter> of(TeamId team, Instant since) {
        return jdbc.sql("""
                select id, lease, per_hour, from_at, to_at, ran from usage
                where team = :team and to_at is not null
                  and from_at > cast(:since as timestamptz) - interval '168 hours' and to_at > :since
                union all
                select id, lease, per_hour, from_at, to_at, ran from usage where team = :team and to_at is null
                order by from_at, id""")
                .param("team", team.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, index) -> meter(row))
                .list();
    }

    List<Meter> of(LeaseId lease) {
        return jdbc.sql(
                        "select lease, per_hour, from_at, to_at, ran from usage where lease = :lease order by from_at, id")
                .param("lease", lease.value())
                .query((row, index) -> meter(row))
                .list();
    }

    /** Up to now, of each that is metered, in the organisation's currency. */
    Map<LeaseId, BigDecimal> spent(Collection<LeaseId> leases) {
        Map<LeaseId, BigDecimal> spent = new HashMap<>();
        jdbc.sql("""
                select lease, sum(coalesce(amount, qm_amount(per_hour, ran + greatest(0,
                        date_part('epoch', (select date_trunc('second', qm_now())) - from_at)::bigint))
                    - qm_amount(per_hour, ran))) as amount
                from usage where lease = any (:leases) group by lease""")
                .param("leases", leases.stream().map(LeaseId::value).toArray(String[]::new))
                .query(row -> {
                    spent.put(new LeaseId(row.getString("lease")), row.getBigDecimal("amount"));
                });
        return spent;
    }

    /** A lease is metered once: what started (or even ended) does not start again. @return since when; empty: it had */
    Optional<Instant> start(LeaseId lease, Money perHour, Instant from) {
        return jdbc.sql("""
                insert into usage (lease, team, from_at, per_hour)
                select lease, team, :from, :perHour from account
                where lease = :lease and not exists (select from usage where lease = :lease)
                returning from_at""")
                .param("lease", lease.value())
                .param("from", second(from))
                .param("perHour", perHour.amount())
                .query((row, index) -> moment(row, "from_at"))
                .optional();
    }

    /**
     * The one stretch ends in the second in which the other begins, so that each is charged once.
     *
     * @return since when; empty: it does not run, or at that rate already
     */
    Optional<Instant> rate(LeaseId lease, Money perHour, Instant from) {
        boolean other = jdbc.sql("select exists (select from usage"
                        + " where lease = :lease and to_at is null and per_hour <> :perHour)")
                .param("lease", lease.value())
                .param("perHour", perHour.amount())
                .query(Boolean.class)
                .single();
        return other ? close(lease, from).flatMap(at -> resume(lease, perHour, at)) : Optional.empty();
    }

    /** Of what runs. @return until when; empty: it does not */
    Optional<Instant> close(LeaseId lease, Instant at) {
        return jdbc.sql("""
                with closed as (
                    update usage
                    set to_at = least(greatest(from_at, :at), from_at + interval '168 hours')
                    where lease = :lease and to_at is null
                    returning lease, team, per_hour, prices, from_at, greatest(from_at, :at) as until),
                pieces as (
                    insert into usage (lease, team, per_hour, prices, from_at, to_at, ran)
                    select lease, team, per_hour, prices, piece, least(piece + interval '168 hours', until),
                        extract(epoch from piece - from_at)::bigint
                    from closed, generate_series(
                        from_at + interval '168 hours', until - interval '1 second', interval '168 hours') piece)
                select until from closed""")
                .param("lease", lease.value())
                .param("at", second(at))
                .query((row, index) -> moment(row, "until"))
                .optional();
    }

    /** Nothing is charged from that second on, whatever was before. @return whether anything was */
    boolean cut(LeaseId lease, Instant at) {
        int late = jdbc.sql("update usage set to_at = greatest(from_at, :at) where lease = :lease and to_at > :at")
                .param("lease", lease.value())
                .param("at", second(at))
                .update();
        return close(lease, at).isPresent() || late > 0;
    }

    /** Only of what was metered before and isn't now. @return since when; empty: it was not that */
    Optional<Instant> resume(LeaseId lease, Money perHour, Instant from) {
        return jdbc.sql("""
                insert into usage (lease, team, from_at, per_hour)
                select :lease, max(team), greatest(max(to_at), :from), :perHour from usage where lease = :lease
                having count(*) > 0 and count(*) = count(to_at)
                returning from_at""")
                .param("lease", lease.value())
                .param("from", second(from))
                .param("perHour", perHour.amount())
                .query((row, index) -> moment(row, "from_at"))
                .optional();
    }

    private static OffsetDateTime second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static Meter meter(ResultSet row) throws SQLException {
        return new Meter(
                new LeaseId(row.getString("lease")),
                row.getBigDecimal("per_hour"),
                moment(row, "from_at"),
                row.getObject("to_at") == null ? null : moment(row, "to_at"),
                row.getLong("ran"));
    }
}
