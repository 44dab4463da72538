package dev.quartermaster.actions.budget;

import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which steps were told, in their table; its key is what tells once over restarts and replicas. */
@Component
class BudgetAlertQueries {
    private static final String USED_UP = "used:";

    private final JdbcClient jdbc;

    BudgetAlertQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param to null: noted only. @return empty: it was told already */
    Optional<Long> insert(ThresholdCrossing crossing, @Nullable PersonId to) {
        BudgetStatus standing = crossing.standing();
        return of(jdbc.sql("""
                        insert into budget_alert (team, month, kind, name, step, limit_amount, used, reserved, currency, person)
                        values (:team, :month, :kind, :name, :step, :limit, :used, :reserved, :currency, :to)
                        on conflict (team, month, kind, name, step) where not over do nothing returning id"""), standing.scope())
                .param("step", crossing.written())
                .param("limit", standing.limit().amount())
                .param("used", standing.used().amount())
                .param("reserved", standing.reserved().amount())
                .param("currency", standing.limit().currency())
                .param("to", to == null ? null : to.value())
                .query(Long.class)
                .optional();
    }

    /** As {@link ThresholdCrossing#written} has them. */
    Set<String> told(BudgetScope scope) {
        return new HashSet<>(of(jdbc.sql("""
                        select step from budget_alert
                        where team = :team and month = :month and kind = :kind and name = :name and not over"""), scope).query(String.class).list());
    }

    private static JdbcClient.StatementSpec of(JdbcClient.StatementSpec statement, BudgetScope scope) {
        return statement
                .param("team", scope.team().value())
                .param("month", scope.month().atDay(1))
                .param("kind", scope.kind().word())
                .param("name", scope.name());
    }

    Optional<BudgetAlert> find(long id) {
        return jdbc.sql("select * from budget_alert where id = :id and person is not null")
                .param("id", id)
                .query((row, index) -> alert(row))
                .optional();
    }

    /** Of limits that were used up in the month, after which is stopped. */
    List<BudgetAlert> usedUp(YearMonth month) {
        return jdbc.sql("""
                        select * from budget_alert
                        where month = :month and step like 'used:%' and left_by is null and not over and person is not null
                        order by id""")
                .param("month", month.atDay(1))
                .query((row, index) -> alert(row))
                .list();
    }

    /** @return false: somebody had said so before */
    boolean leave(long id, PersonId by) {
        return jdbc.sql("update budget_alert set left_by = :by where id = :id and left_by is null")
                        .param("by", by.value())
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Nothing is stopped for it any more, and its step may be told anew. */
    void over(long id) {
        jdbc.sql("update budget_alert set over = true where id = :id")
                .param("id", id)
                .update();
    }

    private static BudgetAlert alert(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        String step = row.getString("step");
        String left = row.getString("left_by");
        return new BudgetAlert(
                row.getLong("id"),
                new BudgetScope(
                        new TeamId(row.getString("team")),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        BudgetScope.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                        row.getString("name")),
                step.startsWith(USED_UP) ? 0 : Integer.parseInt(step.substring(0, step.indexOf(':'))),
                new Money(row.getBigDecimal("limit_amount"), currency),
                new Money(row.getBigDecimal("used"), currency),
                new Money(row.getBigDecimal("reserved"), currency),
                new PersonId(row.getString("person")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                left == null ? null : new PersonId(left),
                row.getBoolean("over"));
    }
}
