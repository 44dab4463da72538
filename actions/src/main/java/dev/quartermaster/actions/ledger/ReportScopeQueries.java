package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.people.TeamId;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads reports as a role that may only read, and of the rows of some teams alone, whatever the query says: behind the
 * program's own check, the database's. In a transaction of its own, whose end takes both back.
 */
@Component
public class ReportScopeQueries {
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    ReportScopeQueries(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.transaction.setReadOnly(true);
    }

    /** @param report reads within that transaction, and writes nothing */
    public <T> T of(Set<TeamId> teams, Supplier<T> report) {
        return transaction.execute(status -> {
            jdbc.sql("""
                    select set_config('role', 'quartermaster_reports', true),
                        set_config('quartermaster.teams', :teams, true)""")
                    .param("teams", teams.stream().map(TeamId::value).collect(Collectors.joining(",")))
                    .query()
                    .singleRow();
            return report.get();
        });
    }
}
