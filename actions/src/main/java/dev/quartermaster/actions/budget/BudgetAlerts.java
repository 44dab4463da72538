package dev.quartermaster.actions.budget;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.presence.Absence;
import dev.quartermaster.actions.presence.Absences;
import dev.quartermaster.actions.presence.RightsNow;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells a budget's owner at 75, 90 and 100 per cent of what is used and reserved together, and, where the team wants to be
 * stopped, when a limit is used up; each step once a month and limit.
 */
@Component
public class BudgetAlerts {
    private static final int[] STEPS = {75, 90, 100};

    private final BudgetStatusReader standings;
    private final BudgetAlertQueries queries;
    private final BudgetStopping stopping;
    private final RightsNow rights;
    private final Absences absences;
    private final Bundles bundles;
    private final Audit audit;

    BudgetAlerts(
            BudgetStatusReader standings,
            BudgetAlertQueries queries,
            BudgetStopping stopping,
            RightsNow rights,
            Absences absences,
            Bundles bundles,
            Audit audit) {
        this.standings = standings;
        this.queries = queries;
        this.stopping = stopping;
        this.rights = rights;
        this.absences = absences;
        this.bundles = bundles;
        this.audit = audit;
    }

    /** What was reached and not told yet; of several steps of one limit the highest. */
    public List<ThresholdCrossing> due() {
        List<ThresholdCrossing> due = new ArrayList<>();
        for (BudgetStatus standing : standings.all()) {
            Set<String> told = queries.told(standing.scope());
            IntStream.of(STEPS).filter(step -> standing.percent() >= step).max().stream()
                    .mapToObj(step -> new ThresholdCrossing(standing, step))
                    .filter(crossing -> !told.contains(crossing.written()))
                    .forEach(due::add);
            ThresholdCrossing usedUp = new ThresholdCrossing(standing, 0);
            if (standing.stops() && !told.contains(usedUp.written())) {
                due.add(usedUp);
            }
        }
        return due;
    }

    /** Joins the caller's transaction, which tells. @return empty: it was told already, here or by another replica */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<BudgetAlert> take(ThresholdCrossing crossing) {
        Optional<Long> id =
                queries.insert(crossing, recipient(crossing.standing().scope().team()));
        // What is below it was reached as well: told with it, and never afterwards.
        IntStream.of(STEPS)
                .filter(lower -> lower < crossing.step())
                .forEach(lower -> queries.insert(new ThresholdCrossing(crossing.standing(), lower), null));
        return id.flatMap(queries::find);
    }

    public Optional<BudgetAlert> find(long id) {
        return queries.find(id);
    }

    /**
     * Leaves things as they are: after a limit that is used up, nothing is stopped for it this month. The budget's owner and
     * deputy, who covers them, and platform leads; joins the caller's transaction.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer leave(long id, PersonId by) {
        Optional<BudgetAlert> found = queries.find(id);
        if (found.isEmpty()) {
            return new Answer.Declined("There is no such alert any more.");
        }
        if (found.get().over()) {
            return new Answer.Declined("There was money again since: nothing is stopped for that alert any more.");
        }
        try {
            TeamId team = found.get().scope().team();
            Rights now = rights.read();
            if (!now.people().isPlatformLead(by)
                    && !now.of(new Deciders.OwnerOfBudget(team), Set.of()).contains(by)) {
                return new Answer.Declined("That is for whoever owns the budget of " + team
                        + ", their deputy, or a platform lead to say.");
            }
        } catch (PeopleSource.Broken broken) {
            return new Answer.Declined(String.valueOf(broken.getMessage()));
        }
        if (queries.leave(id, by)) {
            audit.record(
                    "system",
                    by,
                    "budget-left",
                    Map.of("alert", id, "team", found.get().scope().team().value()));
            stopping.leave(id, by);
        }
        return new Answer.Done(queries.find(id).orElseThrow());
    }

    /** The owner; while they are away whoever covers them, or else their deputy. */
    private PersonId recipient(TeamId team) {
        Team.Budget budget = bundles.current()
                .people()
                .team(team)
                .map(Team::budget)
                .orElseThrow(() -> new IllegalArgumentException("No such team: " + team));
        Set<PersonId> away = absences.now().stream().map(Absence::person).collect(Collectors.toSet());
        PersonId owner = budget.owner();
        PersonId cover = rights.shown().covers().get(owner);
        PersonId deputy = budget.deputy();
        if (!away.contains(owner)) {
            return owner;
        }
        if (cover != null && !away.contains(cover)) {
            return cover;
        }
        return deputy != null && !away.contains(deputy) ? deputy : owner;
    }

    public sealed interface Answer {
        record Done(BudgetAlert alert) implements Answer {}

        record Declined(String words) implements Answer {}
    }
}
