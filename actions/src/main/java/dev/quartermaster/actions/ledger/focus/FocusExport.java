package dev.quartermaster.actions.ledger.focus;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.ledger.ReportScopeQueries;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.PersonRights;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.stereotype.Component;

/**
 * A team's charges in the columns of FOCUS, for those who may see what it spends. Its lines add up exactly to the total of
 * the {@link dev.quartermaster.actions.ledger.SpendReport} of the same time.
 */
@Component
public class FocusExport {
    /** Of the FinOps Open Cost and Usage Specification, ratified on 4 June 2026. */
    public static final String VERSION = "1.4";

    /** Months that one file may touch. */
    public static final int MOST_MONTHS = 36;

    private static final CSVFormat CSV = CSVFormat.RFC4180;

    private final FocusQueries queries;
    private final ReportScopeQueries scope;
    private final Bundles bundles;

    FocusExport(FocusQueries queries, ReportScopeQueries scope, Bundles bundles) {
        this.queries = queries;
        this.scope = scope;
        this.bundles = bundles;
    }

    public Answer of(PersonId asker, TeamId team, Period period) {
        try {
            People people = bundles.read();
            PersonRights rights = new PersonRights(people);
            return people.team(team)
                    .filter(found -> rights.maySeeSpend(asker, team))
                    .<Answer>map(found -> new Answer.Export(file(found, rights.spendSeen(asker), period)))
                    .orElseGet(() ->
                            new Answer.NotYours(Ledger.Answer.NotYours.of(team).words()));
        } catch (PeopleSource.Broken broken) {
            return new Answer.NotYours(broken.getMessage());
        }
    }

    /**
     * For nobody in particular: what the program keeps by itself. With what the month's statement corrects of months before:
     * their files stay as they were written, and all of them together come to what was charged.
     */
    File whole(Team team, YearMonth month) {
        Organisation organisation = bundles.current().organisation();
        Instant from = start(month.atDay(1), organisation.zone());
        Instant to = start(month.plusMonths(1).atDay(1), organisation.zone());
        Set<TeamId> own = Set.of(team.id());
        return out -> {
            CSVPrinter csv = new CSVPrinter(out, CSV);
            csv.printRecord(Stream.of(FocusColumn.values()).map(FocusColumn::id));
            print(
                    csv,
                    organisation,
                    team,
                    month,
                    scope.of(own, () -> queries.charges(team.id(), from, to, organisation.zone())));
            print(csv, organisation, team, month, scope.of(own, () -> queries.corrections(team.id(), month, from, to)));
            csv.flush();
        };
    }

    /** Whether the month's statement is still to come, and with it what it corrects. */
    boolean open(Team team, YearMonth month) {
        Instant to = start(
                month.plusMonths(1).atDay(1), bundles.current().organisation().zone());
        return scope.of(Set.of(team.id()), () -> queries.open(team.id(), month, to));
    }

    private static void print(
            CSVPrinter csv, Organisation organisation, Team team, YearMonth month, List<FocusCharge> charges)
            throws IOException {
        for (FocusCharge charge : charges) {
            FocusLine line = new FocusLine(organisation, team, month, charge);
            csv.printRecord(Stream.of(FocusColumn.values()).map(column -> column.of(line)));
        }
    }

    private File file(Team team, Set<TeamId> seen, Period period) {
        YearMonth last = YearMonth.from(period.to().minusDays(1));
        List<YearMonth> months = Stream.iterate(
                        YearMonth.from(period.from()), month -> !month.isAfter(last), month -> month.plusMonths(1))
                .limit(MOST_MONTHS + 1)
                .toList();
        if (months.size() > MOST_MONTHS) {
            throw new IllegalArgumentException("More than " + MOST_MONTHS + " months: " + period);
        }
        Organisation organisation = bundles.current().organisation();
        return out -> {
            CSVPrinter csv = new CSVPrinter(out, CSV);
            csv.printRecord(Stream.of(FocusColumn.values()).map(FocusColumn::id));
            for (YearMonth month : months) {
                print(
                        csv,
                        organisation,
                        team,
                        month,
                        charges(team.id(), seen, within(period, month), organisation.zone()));
            }
            csv.flush();
        };
    }

    /** No connection is held while it is written: whoever reads slowly keeps nobody waiting. */
    private List<FocusCharge> charges(TeamId team, Set<TeamId> seen, Period period, ZoneId zone) {
        return scope.of(seen, () -> queries.charges(team, start(period.from(), zone), start(period.to(), zone), zone));
    }

    private static Period within(Period period, YearMonth month) {
        LocalDate first = month.atDay(1);
        LocalDate after = month.plusMonths(1).atDay(1);
        return new Period(
                period.from().isAfter(first) ? period.from() : first,
                period.to().isBefore(after) ? period.to() : after);
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    public sealed interface Answer {
        record Export(File file) implements Answer {}

        record NotYours(String words) implements Answer {}
    }

    /** Comma-separated values (RFC 4180), read from the database a month at a time as it is written. */
    public interface File {
        void writeTo(Appendable out) throws IOException;
    }
}
