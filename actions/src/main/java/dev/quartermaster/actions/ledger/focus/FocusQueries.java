package dev.quartermaster.actions.ledger.focus;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A team's charges of a time, a row a stretch; only ever called within the scope that reports are read in. */
@Component
class FocusQueries {
    /** The pieces that a stretch stands in are put together again: it began what it has run before its first piece. */
    private static final String CHARGES = """
            with moment as materialized (
                select date_trunc('second', qm_now()) as now),
            pieces as (
                select lease, per_hour, ran, from_at, to_at from usage
                where team = :team and to_at is not null and to_at > :from and from_at < :to
                  and from_at > cast(:from as timestamptz) - interval '168 hours'
                union all
                select lease, per_hour, ran, from_at, now from usage cross join moment
                where team = :team and to_at is null and from_at < :to),
            cut as (
                select lease, per_hour, ran, from_at - ran * interval '1 second' as stretch,
                    greatest(from_at, :from) as started, least(to_at, :to) as ended,
                    greatest(0, extract(epoch from least(:from, to_at) - from_at))::bigint as before,
                    greatest(0, extract(epoch from least(:to, to_at) - from_at))::bigint as upto
                from pieces),
            stretches as (
                select lease, per_hour, min(started) as started, max(ended) as ended, sum(upto - before)::bigint as quantity,
                    sum(qm_amount(per_hour, ran + upto) - qm_amount(per_hour, ran + before)) as amount
                from cut where upto > before
                group by lease, per_hour, stretch)
            select s.lease, a.path, '' as model, a.person, a.purpose, a.units, a.currency, s.per_hour, s.started, s.ended,
                s.quantity, s.amount
            from stretches s join account a on a.lease = s.lease
            union all
            select null, :path, model, person, '', '{}', currency, null,
                greatest(:from, day at time zone :zone), least(:to, (day + interval '1 day') at time zone :zone),
                sum(tokens_in + tokens_out)::bigint, sum(round(amount, 6))
            from (
                select *, date_trunc('day', at at time zone :zone) as day
                from model_call
                where team = :team and at >= :from and at < :to and amount is not null) calls
            group by model, person, currency, day
            order by started, lease nulls last, person, model""";

    /** By how much months before came to something else than was stated, as the month's own statement has it. */
    private static final String CORRECTIONS = """
            select nullif(l.lease, '') as lease, l.path, '' as model, l.person, l.purpose, coalesce(a.units, '{}') as units,
                s.currency, case when l.lease <> '' then l.per_hour end as per_hour,
                cast(:from as timestamptz) as started, cast(:to as timestamptz) as ended,
                l.seconds as quantity, l.amount, l.of_month
            from statement s join statement_line l using (team, month) left join account a on a.lease = l.lease
            where s.team = :team and s.month = :month and l.of_month < s.month
            order by l.number""";

    private final JdbcClient jdbc;
    private final Json json;

    FocusQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<FocusCharge> charges(TeamId team, Instant from, Instant to, ZoneId zone) {
        return jdbc.sql(CHARGES)
                .param("team", team.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .param("path", SpendReport.MODEL)
                .query((row, index) -> charge(row, null))
                .list();
    }

    /** None while the month is not closed. @param from the month's beginning */
    List<FocusCharge> corrections(TeamId team, YearMonth month, Instant from, Instant to) {
        return jdbc.sql(CORRECTIONS)
                .param("team", team.value())
                .param("month", month.atDay(1))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> charge(row, YearMonth.from(row.getObject("of_month", LocalDate.class))))
                .list();
    }

    /** Whether its statement is still to come: it was charged for something by then, and the month is not closed. */
    boolean open(TeamId team, YearMonth month, Instant to) {
        return jdbc.sql("""
                select (exists (select from usage where team = :team and from_at < :to)
                        or exists (select from model_call where team = :team and at < :to))
                    and not exists (select from statement where team = :team and month = :month)""")
                .param("team", team.value())
                .param("month", month.atDay(1))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @SuppressWarnings("unchecked")
    private FocusCharge charge(ResultSet row, @Nullable YearMonth corrects) throws SQLException {
        String lease = row.getString("lease");
        Map<String, Object> units = json.read(row.getString("units"), Map.class);
        return new FocusCharge(
                lease == null ? null : new LeaseId(lease),
                row.getString("path"),
                row.getString("model"),
                new PersonId(row.getString("person")),
                row.getString("purpose"),
                Set.copyOf(units.keySet()),
                row.getString("currency"),
                row.getBigDecimal("per_hour"),
                moment(row, "started"),
                moment(row, "ended"),
                row.getLong("quantity"),
                row.getBigDecimal("amount"),
                corrects);
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
