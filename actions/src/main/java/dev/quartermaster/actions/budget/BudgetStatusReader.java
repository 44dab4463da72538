package dev.quartermaster.actions.budget;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.BudgetCap;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.BudgetView;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads how every limit of this month stands. */
@Component
class BudgetStatusReader {
    private static final Logger LOG = LoggerFactory.getLogger(BudgetStatusReader.class);

    private final Ledger ledger;
    private final Bundles bundles;
    private final DatabaseTime time;

    BudgetStatusReader(Ledger ledger, Bundles bundles, DatabaseTime time) {
        this.ledger = ledger;
        this.bundles = bundles;
        this.time = time;
    }

    /** A team whose budget can't be read is left out: nobody is told or stopped on a guess. */
    List<BudgetStatus> all() {
        return bundles.current().people().teams().values().stream()
                .sorted(Comparator.comparing(Team::id))
                .flatMap(team -> readable(team).stream())
                .toList();
    }

    private List<BudgetStatus> readable(Team team) {
        try {
            return of(team);
        } catch (RuntimeException unreadable) {
            LOG.warn("The budget of {} could not be read; nothing comes of it now", team.id(), unreadable);
            return List.of();
        }
    }

    /** Empty: its month is over, or there is no such limit any more. */
    Optional<BudgetStatus> now(BudgetScope scope) {
        return bundles.current().people().team(scope.team()).stream()
                .flatMap(team -> of(team).stream())
                .filter(standing -> standing.scope().equals(scope))
                .findFirst();
    }

    private List<BudgetStatus> of(Team team) {
        YearMonth month = YearMonth.from(
                time.now().atZone(bundles.current().organisation().zone()));
        BudgetView view = ledger.budget(team.id());
        BudgetCap cap = team.budget().cap();
        List<BudgetStatus> all = new ArrayList<>();
        all.add(standing(
                new BudgetScope(team.id(), month, BudgetScope.Kind.TEAM, ""), cap, view.perMonth(), view.month(month)));
        for (BudgetView.Share share : view.shares()) {
            BudgetScope.Kind kind = switch (share.kind()) {
                case PERSON -> BudgetScope.Kind.PERSON;
                case PURPOSE -> BudgetScope.Kind.PURPOSE;
            };
            BudgetScope scope = new BudgetScope(team.id(), month, kind, share.name());
            all.add(standing(scope, cap, share.limit(), share.month(month)));
        }
        return all;
    }

    private static BudgetStatus standing(BudgetScope scope, BudgetCap cap, Money limit, BudgetView.Month month) {
        return new BudgetStatus(scope, cap, limit, month.used(), month.reserved());
    }
}
