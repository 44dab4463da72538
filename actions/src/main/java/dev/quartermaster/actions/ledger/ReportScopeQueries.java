package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.people.TeamId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads reports as a role that may only read, and of the rows of some teams alone, whatever the query says: behind the
 * program's own check, the database's. In a transaction of its own, whose end takes both back.
 *
 * <p>{@link #rows} is one way to the database and back: the statements are sent together, PostgreSQL takes what comes before
 * the driver's one Sync for a transaction, and its end takes back what was set for it (protocol, "Pipelining"). Were they ever
 * sent apart, the last of them would say so, and nothing is answered.
 */
@Component
public class ReportScopeQueries {
    private static final String ENTER = """
            select set_config('role', 'quartermaster_reports', true), set_config('transaction_read_only', 'on', true),
                set_config('quartermaster.teams', :seen, true);
            """;

    private static final String READ_AS = ";\nselect current_user";
    private static final String ROLE = "quartermaster_reports";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate apart;
    private final TransactionTemplate transaction;

    ReportScopeQueries(JdbcClient jdbc, DataSource source, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        // Another object than the transactions know: never the connection of the one around it.
        this.apart = new NamedParameterJdbcTemplate(new DelegatingDataSource(source));
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    /** @param report reads within that transaction, and writes nothing */
    public <T> T of(Set<TeamId> teams, Supplier<T> report) {
        return transaction.execute(status -> {
            jdbc.sql("""
                    select set_config('role', 'quartermaster_reports', true),
                        set_config('quartermaster.teams', :teams, true)""").param("teams", names(teams)).query().singleRow();
            return report.get();
        });
    }

    /**
     * @param sql one query, without {@code :seen}
     * @throws IllegalStateException when it was not read as that role up to its end
     */
    <T> List<T> rows(Set<TeamId> teams, String sql, Map<String, ?> parameters, RowMapper<T> row) {
        return apart.execute(
                ENTER + sql + READ_AS,
                new MapSqlParameterSource(parameters).addValue("seen", names(teams)),
                (PreparedStatement together) -> {
                    together.execute();
                    List<T> rows;
                    try (ResultSet found = next(together)) {
                        rows = new RowMapperResultSetExtractor<>(row).extractData(found);
                    }
                    try (ResultSet role = next(together)) {
                        if (!role.next() || !ROLE.equals(role.getString(1))) {
                            throw new IllegalStateException("A report was not read as " + ROLE);
                        }
                    }
                    return rows;
                });
    }

    private static ResultSet next(PreparedStatement together) throws SQLException {
        together.getMoreResults();
        return together.getResultSet();
    }

    private static String names(Set<TeamId> teams) {
        return teams.stream().map(TeamId::value).collect(Collectors.joining(","));
    }
}
