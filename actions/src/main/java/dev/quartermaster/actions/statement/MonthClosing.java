package dev.quartermaster.actions.statement;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.ReportScopeQueries;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Closes months, a team's in their order: what a month comes to, and by how much each closed one before it comes to
 * something else by now than was stated. Whoever is second to close one writes nothing.
 */
@Component
class MonthClosing {
    /** Closed months that are counted again with each new one. */
    private static final int RECOUNTED = 24;

    private static final Comparator<StatementLine> ORDER = Comparator.comparing(StatementLine::used)
            .reversed()
            .thenComparing(StatementLine::lease)
            .thenComparing(line -> line.person().value())
            .thenComparing(StatementLine::perHour)
            .thenComparing(StatementLine::prices)
            .thenComparing(StatementLine::path)
            .thenComparing(StatementLine::purpose);

    private final StatementQueries queries;
    private final ReportScopeQueries scope;
    private final Audit audit;
    private final Bundles bundles;
    private final DatabaseTime time;
    private final TransactionTemplate transaction;
    private final int days;

    /** @param days after a month's end before it is closed by itself; 0 to 60 */
    MonthClosing(
            StatementQueries queries,
            ReportScopeQueries scope,
            Audit audit,
            Bundles bundles,
            DatabaseTime time,
            PlatformTransactionManager transactions,
            @Value("${quartermaster.statements.days:5}") int days) {
        if (days < 0 || days > 60) {
            throw new IllegalArgumentException(
                    "A month is closed 0 to 60 days after its end, not " + days + ": QUARTERMASTER_STATEMENTS_DAYS.");
        }
        this.queries = queries;
        this.scope = scope;
        this.audit = audit;
        this.bundles = bundles;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
        this.days = days;
    }

    /** Those there are, and those that were ever charged for something. */
    Set<TeamId> teams() {
        Set<TeamId> teams = new TreeSet<>(bundles.current().people().teams().keySet());
        teams.addAll(queries.charged());
        return teams;
    }

    /** The day from which a month is closed by itself. */
    LocalDate day(YearMonth month) {
        return month.plusMonths(1).atDay(1).plusDays(days);
    }

    boolean over(YearMonth month) {
        return month.isBefore(YearMonth.from(today()));
    }

    /** Every month of the team that is due. */
    void due(TeamId team) {
        upTo(team, YearMonth.from(today().minusDays(days)).minusMonths(1), null);
    }

    /** Every open one up to a month that is over. @param by null: by itself */
    void upTo(TeamId team, YearMonth last, @Nullable PersonId by) {
        Optional<Statement> next = scope.of(Set.of(team), () -> next(team, last));
        while (next.isPresent()) {
            Statement statement = next.get();
            boolean written = Boolean.TRUE.equals(transaction.execute(status -> write(statement, by)));
            next = written ? scope.of(Set.of(team), () -> next(team, last)) : Optional.empty();
        }
    }

    private boolean write(Statement statement, @Nullable PersonId by) {
        boolean first = queries.insert(statement);
        if (first) {
            audit.record(
                    "system",
                    by,
                    "month-closed",
                    Map.of(
                            "team", statement.team().value(),
                            "month", statement.month().toString(),
                            "total", statement.total().toPlainString(),
                            "currency", statement.currency(),
                            "hash", statement.hash()));
        }
        return first;
    }

    /** Empty: none is open by then. */
    private Optional<Statement> next(TeamId team, YearMonth last) {
        Optional<Statement> before = queries.last(team);
        Optional<YearMonth> month = before.map(closed -> closed.month().plusMonths(1))
                .or(() -> queries.first(team).map(first -> YearMonth.from(first.atZone(zone()))));
        return month.filter(next -> !next.isAfter(last)).map(next -> statement(team, next, before));
    }

    private Statement statement(TeamId team, YearMonth month, Optional<Statement> before) {
        List<StatementLine> lines = new ArrayList<>(counted(team, month));
        YearMonth earliest = month.minusMonths(RECOUNTED);
        List<StatementLine> said = queries.lines(team, earliest, month.minusMonths(1));
        queries.all(team).stream()
                .map(Statement::month)
                .filter(closed -> !closed.isBefore(earliest))
                .forEach(closed -> lines.addAll(corrections(team, closed, said)));
        lines.sort(ORDER);
        Organisation organisation = bundles.current().organisation();
        String centre = bundles.current()
                .people()
                .team(team)
                .map(Team::budget)
                .map(Team.Budget::costCentre)
                .orElse("");
        Statement statement = new Statement(
                team,
                month,
                time.now().truncatedTo(ChronoUnit.SECONDS),
                centre,
                organisation.currency(),
                lines.stream().map(StatementLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add),
                lines,
                before.map(Statement::hash).orElse(""),
                "");
        return statement.sealed(StatementSeal.of(statement));
    }

    /** By how much a closed month comes to something else by now than all statements from it on together said of it. */
    private List<StatementLine> corrections(TeamId team, YearMonth month, List<StatementLine> said) {
        Map<StatementLine, StatementLine> differences = new LinkedHashMap<>();
        counted(team, month).forEach(line -> differences.merge(line.what(), line, StatementLine::plus));
        said.stream()
                .filter(line -> line.used().equals(month))
                .forEach(line -> differences.merge(line.what(), line.taken(), StatementLine::plus));
        return differences.values().stream().filter(line -> !line.nothing()).toList();
    }

    private List<StatementLine> counted(TeamId team, YearMonth month) {
        return queries.counted(team, month, start(month), start(month.plusMonths(1)));
    }

    private Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(zone()).toInstant();
    }

    private LocalDate today() {
        return time.now().atZone(zone()).toLocalDate();
    }

    private ZoneId zone() {
        return bundles.current().organisation().zone();
    }
}
