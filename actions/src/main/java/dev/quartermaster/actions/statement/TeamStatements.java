package dev.quartermaster.actions.statement;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.ReportScopeQueries;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.PersonRights;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Shows closed months to those who may see the team's spend (of a team that is no more: to platform leads), the asked
 * one recounted from its rows against its hash.
 */
@Component
class TeamStatements implements MonthStatements {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final StatementQueries queries;
    private final ReportScopeQueries scope;
    private final MonthClosing closing;
    private final Bundles bundles;

    TeamStatements(StatementQueries queries, ReportScopeQueries scope, MonthClosing closing, Bundles bundles) {
        this.queries = queries;
        this.scope = scope;
        this.closing = closing;
        this.bundles = bundles;
    }

    @Override
    public Answer of(PersonId asker, TeamId team, YearMonth month) {
        try {
            People people = bundles.read();
            PersonRights rights = new PersonRights(people);
            boolean may = people.team(team).isEmpty() ? people.isPlatformLead(asker) : rights.maySeeSpend(asker, team);
            return may
                    ? scope.of(Set.of(team), () -> shown(queries.all(team), month))
                    : new Answer.NotYours(
                            "What " + team + " was charged is seen by its members, its manager and platform"
                                    + " leads. Ask one of them, or ask for your own team's statement.");
        } catch (PeopleSource.Broken broken) {
            return new Answer.NotYours(broken.getMessage());
        }
    }

    @Override
    public Set<TeamId> gone(PersonId asker) {
        People people = bundles.current().people();
        return people.isPlatformLead(asker)
                ? closing.teams().stream()
                        .filter(team -> people.team(team).isEmpty())
                        .collect(Collectors.toSet())
                : Set.of();
    }

    @Override
    public Answer close(PersonId by, TeamId team, YearMonth month) {
        try {
            People people = bundles.read();
            if (!people.isPlatformLead(by)) {
                return new Answer.NotYours("Only platform leads close a month before its day. By itself "
                        + MONTH.format(month) + " is closed on " + DAY.format(closing.day(month)) + ".");
            }
            if (!closing.over(month)) {
                return new Answer.Open(MONTH.format(month) + " is not over yet. Close it when it is.");
            }
            closing.upTo(team, month, by);
            return of(by, team, month);
        } catch (PeopleSource.Broken broken) {
            return new Answer.NotYours(broken.getMessage());
        }
    }

    private Answer shown(List<Statement> all, YearMonth month) {
        Optional<Statement> found =
                all.stream().filter(each -> each.month().equals(month)).findFirst();
        List<Statement> before =
                all.stream().filter(each -> each.month().isBefore(month)).toList();
        return found.map(queries::whole)
                .<Answer>map(statement -> new Answer.Found(statement, StatementSeal.fault(before, statement)))
                .orElseGet(() -> new Answer.Open(words(all, month)));
    }

    private String words(List<Statement> all, YearMonth month) {
        if (!all.isEmpty() && month.isBefore(all.getFirst().month())) {
            return "Nothing was charged in " + MONTH.format(month) + ". The first statement is of "
                    + MONTH.format(all.getFirst().month()) + ".";
        }
        return MONTH.format(month) + " has no statement: a month is closed on the day it is due, this one from "
                + DAY.format(closing.day(month))
                + " on, and not before anything was ever charged. Until then GET /api/spend"
                + " says how it stands.";
    }
}
