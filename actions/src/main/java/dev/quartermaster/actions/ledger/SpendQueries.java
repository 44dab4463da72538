package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One team's spend of a time in one query, a row an item; read through {@link ReportScopeQueries} by itself or its caller. */
@Component
class SpendQueries {
    /**
     * Leases are joined by a column and by no expression: under row-level security an expression that might tell of its
     * values is not looked up in an index, and then every account that the team ever had is read.
     */
    private static final String REPORT = """
            with moment as materialized (
                select date_trunc('second', qm_now()) as now),
            pieces as (
                select lease, per_hour, ran, from_at, to_at from usage
                where team = :team and to_at is not null and to_at > :from and from_at < :to
                  and from_at > cast(:from as timestamptz) - interval '168 hours'
                union all
                select lease, per_hour, ran, from_at, now from usage cross join moment
                where team = :team and to_at is null and from_at < :to),
            used as (
                select lease, sum(upto - before)::bigint as seconds,
                    sum(qm_amount(per_hour, ran + upto)
                        - case ran + before when 0 then 0 else qm_amount(per_hour, ran + before) end) as amount
                from (
                    select lease, per_hour, ran,
                        greatest(0, date_part('epoch', least(:from, to_at) - from_at)::bigint) as before,
                        greatest(0, date_part('epoch', least(:to, to_at) - from_at)::bigint) as upto
                    from pieces) cut
                group by lease),
            promised as (
                select r.lease, array_agg(r.month) as months,
                    array_agg(greatest(r.amount - coalesce(u.amount, 0), 0)) as lefts,
                    max(u.per_hour) as per_hour, count(u.started) > 0 as started
                from reservation r cross join moment
                left join lateral (
                    select sum(qm_amount(p.per_hour, p.ran + upto) - qm_amount(p.per_hour, p.ran + before)) as amount,
                        max(p.per_hour) filter (where p.to_at is null and p.per_hour > 0) as per_hour,
                        min(p.from_at) as started
                    from usage p, lateral (
                        select greatest(0, extract(epoch from least(r.month::timestamp at time zone :zone,
                                coalesce(p.to_at, now)) - p.from_at))::bigint as before,
                            greatest(0, extract(epoch from least((r.month + interval '1 month') at time zone :zone,
                                coalesce(p.to_at, now)) - p.from_at))::bigint as upto) cut
                    where p.lease = r.lease) u on true
                where r.team = :team
                group by r.lease),
            charged as materialized (
                select coalesce(u.lease, p.lease) as lease, u.seconds, u.amount, u.lease is not null as metered,
                    p.months, p.lefts, p.per_hour, p.started
                from used u full join promised p on p.lease = u.lease)
            select a.lease, a.path, a.person, a.purpose, a.units, a.datasets, a.currency, a.until,
                coalesce(c.seconds, 0) as seconds, coalesce(c.amount, 0) as amount,
                a.until is null or a.until > m.now as open, c.metered,
                c.months, c.lefts, coalesce(c.per_hour, a.per_hour) as per_hour, coalesce(c.started, true) as started, m.now
            from charged c join account a on a.lease = c.lease cross join moment m
            union all
            select null, :model, person, '', '{}', '{}', max(currency), null, 0, sum(round(amount, 6)), false, false,
                null, null, 0, true, max(now)
            from model_call cross join moment
            where team = :team and at >= :from and at < :to and amount is not null
            group by person
            order by lease nulls last, person""";

    private final JdbcClient jdbc;
    private final ReportScopeQueries scope;
    private final Json json;

    SpendQueries(JdbcClient jdbc, ReportScopeQueries scope, Json json) {
        this.jdbc = jdbc;
        this.scope = scope;
        this.json = json;
    }

    /**
     * Of whatever was charged for between the two moments, or is promised by now, for whatever time.
     *
     * @param seen of whom anything may come out, whatever is asked
     */
    List<Line> lines(Set<TeamId> seen, TeamId team, Instant from, Instant to, ZoneId zone) {
        Map<String, Object> asked = Map.of(
                "team", team.value(),
                "from", from.atOffset(ZoneOffset.UTC),
                "to", to.atOffset(ZoneOffset.UTC),
                "zone", zone.getId(),
                "model", SpendReport.MODEL);
        return scope.rows(seen, REPORT, asked, (row, index) -> line(row, zone));
    }

    /** When the team was first charged for anything. */
    Optional<Instant> since(TeamId team) {
        return jdbc.sql("""
                select least((select min(from_at) from usage where team = :team),
                    (select min(at) from model_call where team = :team and amount is not null)) as first""")
                .param("team", team.value())
                .query((row, index) -> Optional.ofNullable(row.getObject("first", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    /** What was charged on each day of the period that has begun; together as much as the period's report. */
    SortedMap<LocalDate, BigDecimal> daily(TeamId team, Period period, ZoneId zone) {
        SortedMap<LocalDate, BigDecimal> days = new TreeMap<>();
        jdbc.sql("""
                with moment as materialized (
                    select date_trunc('second', qm_now()) as now),
                days as (
                    select each::date as day, each::timestamp at time zone :zone as begins,
                        (each + interval '1 day')::timestamp at time zone :zone as ends
                    from generate_series(cast(:from as date), cast(:to as date) - 1, interval '1 day') each),
                pieces as (
                    select p.lease, p.per_hour, p.ran, p.from_at, p.to_at from usage p
                    where p.team = :team and p.from_at < (select max(ends) from days)
                      and coalesce(p.to_at, 'infinity') > (select min(begins) from days)),
                used as (
                    select d.day, sum(qm_amount(per_hour, ran + upto) - qm_amount(per_hour, ran + before)) as amount
                    from days d cross join moment join pieces p on p.from_at < d.ends
                        and coalesce(p.to_at, now) > d.begins, lateral (
                        select greatest(0, extract(epoch from least(d.begins, coalesce(p.to_at, now)) - p.from_at))::bigint
                                as before,
                            greatest(0, extract(epoch from least(d.ends, coalesce(p.to_at, now)) - p.from_at))::bigint
                                as upto) cut
                    group by d.day),
                calls as (
                    select d.day, sum(round(c.amount, 6)) as amount
                    from days d join model_call c on c.at >= d.begins and c.at < d.ends
                    where c.team = :team and c.amount is not null group by d.day)
                select d.day, coalesce(u.amount, 0) + coalesce(c.amount, 0) as amount
                from days d cross join moment left join used u using (day) left join calls c using (day)
                where d.begins <= now order by d.day""")
                .param("team", team.value())
                .param("from", period.from())
                .param("to", period.to())
                .param("zone", zone.getId())
                .query(row -> {
                    days.put(row.getObject("day", LocalDate.class), row.getBigDecimal("amount"));
                });
        return days;
    }

    /** Of what ended between the two moments, by path. */
    List<PathEstimate> ended(TeamId team, Instant from, Instant to) {
        return jdbc.sql("""
                select a.path, count(*) as things, sum(a.estimate) as estimate, sum(u.amount) as amount,
                    max(a.currency) as currency
                from account a, lateral (
                    select coalesce(sum(qm_amount(per_hour, ran + extract(epoch from to_at - from_at)::bigint)
                        - qm_amount(per_hour, ran)), 0) as amount
                    from usage where lease = a.lease) u
                where a.team = :team and a.until >= :from and a.until < :to and a.until <= (select qm_now())
                group by a.path order by a.path""")
                .param("team", team.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, index) -> new PathEstimate(
                        row.getString("path"),
                        row.getInt("things"),
                        new Money(row.getBigDecimal("estimate"), row.getString("currency")),
                        new Money(row.getBigDecimal("amount"), row.getString("currency"))))
                .list();
    }

    @SuppressWarnings("unchecked")
    private Line line(ResultSet row, ZoneId zone) throws SQLException {
        String lease = row.getString("lease");
        Instant now = row.getObject("now", OffsetDateTime.class).toInstant();
        SortedMap<String, BigDecimal> units = new TreeMap<>();
        json.read(row.getString("units"), Map.class)
                .forEach((resource, quantity) -> units.put((String) resource, new BigDecimal((String) quantity)));
        return new Line(
                lease == null ? null : new LeaseId(lease),
                row.getString("path"),
                new PersonId(row.getString("person")),
                row.getString("purpose"),
                units,
                List.of((String[]) row.getArray("datasets").getArray()),
                row.getLong("seconds"),
                row.getBigDecimal("amount"),
                row.getBoolean("open"),
                row.getBoolean("metered"),
                commitments(row, YearMonth.from(now.atZone(zone))),
                now);
    }

    /** What waits to be handed over since a month that is over will be used in this one. */
    private static List<Commitment> commitments(ResultSet row, YearMonth today) throws SQLException {
        Array months = row.getArray("months");
        if (months == null) {
            return List.of();
        }
        Date[] dates = (Date[]) months.getArray();
        BigDecimal[] lefts = (BigDecimal[]) row.getArray("lefts").getArray();
        boolean started = row.getBoolean("started");
        OffsetDateTime until = row.getObject("until", OffsetDateTime.class);
        List<Commitment> all = new ArrayList<>();
        for (int each = 0; each < dates.length; each++) {
            YearMonth month = YearMonth.from(dates[each].toLocalDate());
            all.add(new Commitment(
                    !started && month.isBefore(today) ? today : month,
                    lefts[each],
                    row.getBigDecimal("per_hour"),
                    until == null ? null : until.toInstant()));
        }
        return all;
    }

    /** @param metered whether it was handed over before the end of the time. @param now when this was so, in whole seconds */
    record Line(
            @Nullable LeaseId lease,
            String path,
            PersonId person,
            String purpose,
            SortedMap<String, BigDecimal> units,
            List<String> datasets,
            long seconds,
            BigDecimal amount,
            boolean open,
            boolean metered,
            List<Commitment> commitments,
            Instant now) {}
}
