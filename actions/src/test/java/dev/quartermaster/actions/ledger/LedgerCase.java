package dev.quartermaster.actions.ledger;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.ledger.BudgetReservations.Bought;
import dev.quartermaster.actions.postgres.Database;
import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The ledger and the record over one test class's database. */
record LedgerCase(Database database, BudgetReservations purse, Ledger ledger, Audit audit) {
    static final Bought NOTHING = new Bought(new TreeMap<>(), BigDecimal.ZERO, List.of());

    LedgerCase(Database database, Bundles bundles) {
        this(database, bundles, audit(database), new Json());
    }

    private LedgerCase(Database database, Bundles bundles, Audit audit, Json json) {
        MeterQueries meters = new MeterQueries(database.jdbc());
        BookQueries store = new BookQueries(database.jdbc(), meters, json);
        this(
                database,
                new TeamBudgetReservations(store, meters, new ChargeFacts(audit), bundles),
                new TeamLedger(
                        store, new SpendQueries(database.jdbc(), scope(database), json), scope(database), bundles),
                audit);
    }

    static ReportScopeQueries scope(Database database) {
        return new ReportScopeQueries(
                database.jdbc(), database.dataSource(), new JdbcTransactionManager(database.dataSource()));
    }

    private static Audit audit(Database database) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, database::jdbc);
        context.scan("dev.quartermaster.actions.audit", "dev.quartermaster.actions.json");
        context.refresh();
        return context.getBean(Audit.class);
    }
}
