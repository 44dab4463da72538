package dev.quartermaster.actions.lease.handover;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.BudgetReservations.Bought;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.plan.Price;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a plan costs by the files in force, whenever it was made. */
@Component
public class PricesInForce {
    private final Bundles bundles;
    private volatile @Nullable Prepared prepared;

    private record Prepared(String hash, Planner planner) {}

    PricesInForce(Bundles bundles) {
        this.bundles = bundles;
    }

    /** Of the bundle that is in force. */
    public String hash() {
        return bundles.current().hash();
    }

    /** Empty: its golden path does not say any more, so it goes on as it was. */
    public Optional<Price> of(Plan plan) {
        Bundle bundle = bundles.current();
        Prepared known = prepared;
        if (known == null || !known.hash().equals(bundle.hash())) {
            known = new Prepared(
                    bundle.hash(), new Planner(bundle.organisation(), bundle.catalogue(), bundle.prices()));
            prepared = known;
        }
        return known.planner().priced(plan);
    }

    /** What stands behind the rate of it; null: not known any more. */
    @Nullable
    Bought bought(Plan plan) {
        return of(plan).map(price -> Bought.of(plan, price.lines())).orElse(null);
    }
}
