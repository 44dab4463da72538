package dev.quartermaster.actions.statement;

import dev.quartermaster.actions.ledger.SpendReport;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Closed months in their tables, and what a month comes to as it is counted now. */
@Component
class StatementQueries {
    private static final String COUNTED = """
            with moment as materialized (select date_trunc('second', qm_now()) as now),
            pieces as (
                select lease, per_hour, prices, ran, from_at, to_at from usage
                where team = :team and to_at is not null and to_at > :from and from_at < :to
                  and from_at > cast(:from as timestamptz) - interval '168 hours'
                union all
                select lease, per_hour, prices, ran, from_at, null from usage
                where team = :team and to_at is null and from_at < :to)
            select a.lease, a.path, a.person, a.purpose, c.per_hour, c.prices, sum(c.upto - c.before)::bigint as seconds,
                sum(qm_amount(c.per_hour, c.ran + c.upto) - qm_amount(c.per_hour, c.ran + c.before)) as amount
            from (
                select lease, per_hour, prices, ran,
                    greatest(0, extract(epoch from least(:from, coalesce(to_at, now)) - from_at))::bigint as before,
                    greatest(0, extract(epoch from least(:to, coalesce(to_at, now)) - from_at))::bigint as upto
                from pieces cross join moment) c
            join account a on a.lease = c.lease
            group by a.lease, a.path, a.person, a.purpose, c.per_hour, c.prices
            having sum(c.upto - c.before) > 0
            union all
            select '', :model, person, '', 0, prices, 0, sum(round(amount, 6))
            from model_call
            where team = :team and at >= :from and at < :to and amount is not null
            group by person, prices
            order by lease, person, per_hour, prices""";

    private static final String HEADS = """
            select month, closed_at, cost_centre, currency, total, previous, hash from statement where team = :team""";

    private final JdbcClient jdbc;

    StatementQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was used between the two moments, by lease and rate, as the ledger has it now. @param used as which month it counts */
    List<StatementLine> counted(TeamId team, YearMonth used, Instant from, Instant to) {
        return jdbc.sql(COUNTED)
                .param("team", team.value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("model", SpendReport.MODEL)
                .query((row, index) -> line(row, used))
                .list();
    }

    /** Before the hand-over of anything, or the first call of the model; empty: nothing was ever charged. */
    Optional<Instant> first(TeamId team) {
        return jdbc.sql("""
                        select least((select min(from_at) from usage where team = :team),
                            (select min(at) from model_call where team = :team)) as first""")
                .param("team", team.value())
                .query((row, index) -> Optional.ofNullable(row.getObject("first", OffsetDateTime.class)))
                .single()
                .map(OffsetDateTime::toInstant);
    }

    /** Of whatever was ever charged to a team, whether it is there still or not. */
    List<TeamId> charged() {
        return jdbc.sql(
                        "select distinct team from account union select distinct team from model_call where team is not null")
                .query((row, index) -> new TeamId(row.getString("team")))
                .list();
    }

    /** A team's, earliest first, without their lines. */
    List<Statement> all(TeamId team) {
        return jdbc.sql(HEADS + " order by month")
                .param("team", team.value())
                .query((row, index) -> head(team, row))
                .list();
    }

    /** A team's last, without its lines. */
    Optional<Statement> last(TeamId team) {
        return jdbc.sql(HEADS + " order by month desc limit 1")
                .param("team", team.value())
                .query((row, index) -> head(team, row))
                .optional();
    }

    private static Statement head(TeamId team, ResultSet row) throws SQLException {
        return new Statement(
                team,
                month(row, "month"),
                row.getObject("closed_at", OffsetDateTime.class).toInstant(),
                row.getString("cost_centre"),
                row.getString("currency"),
                row.getBigDecimal("total"),
                List.of(),
                row.getString("previous"),
                row.getString("hash"));
    }

    /** With its lines. */
    Statement whole(Statement head) {
        return head.with(lines(head.team(), head.month(), head.month()));
    }

    /** Of a team's statements of these months, both included, in their order. */
    List<StatementLine> lines(TeamId team, YearMonth from, YearMonth to) {
        return jdbc.sql("""
                        select of_month, lease, path, person, purpose, per_hour, prices, seconds, amount
                        from statement_line where team = :team and month between :from and :to order by month, number""")
                .param("team", team.value())
                .param("from", from.atDay(1))
                .param("to", to.atDay(1))
                .query((row, index) -> line(row, month(row, "of_month")))
                .list();
    }

    /** @return false: somebody closed it already, and nothing is written */
    boolean insert(Statement statement) {
        int first = jdbc.sql("""
                        insert into statement (team, month, closed_at, cost_centre, currency, total, previous, hash)
                        values (:team, :month, :closed, :costCentre, :currency, :total, :previous, :hash)
                        on conflict do nothing""")
                .param("team", statement.team().value())
                .param("month", statement.month().atDay(1))
                .param("closed", statement.closed().atOffset(ZoneOffset.UTC))
                .param("costCentre", statement.costCentre())
                .param("currency", statement.currency())
                .param("total", statement.total())
                .param("previous", statement.previous())
                .param("hash", statement.hash())
                .update();
        for (int number = 1; first > 0 && number <= statement.lines().size(); number++) {
            insert(statement, number, statement.lines().get(number - 1));
        }
        return first > 0;
    }

    private void insert(Statement statement, int number, StatementLine line) {
        jdbc.sql("""
                insert into statement_line (team, month, number, of_month, lease, path, person, purpose, per_hour, prices,
                    seconds, amount)
                values (:team, :month, :number, :used, :lease, :path, :person, :purpose, :perHour, :prices, :seconds,
                    :amount)""")
                .param("team", statement.team().value())
                .param("month", statement.month().atDay(1))
                .param("number", number)
                .param("used", line.used().atDay(1))
                .param("lease", line.lease())
                .param("path", line.path())
                .param("person", line.person().value())
                .param("purpose", line.purpose())
                .param("perHour", line.perHour())
                .param("prices", line.prices())
                .param("seconds", line.seconds())
                .param("amount", line.amount())
                .update();
    }

    private static StatementLine line(ResultSet row, YearMonth used) throws SQLException {
        return new StatementLine(
                used,
                row.getString("lease"),
                row.getString("path"),
                new PersonId(row.getString("person")),
                row.getString("purpose"),
                row.getBigDecimal("per_hour"),
                row.getString("prices"),
                row.getLong("seconds"),
                row.getBigDecimal("amount"));
    }

    private static YearMonth month(ResultSet row, String column) throws SQLException {
        return YearMonth.from(row.getObject(column, LocalDate.class));
    }
}
