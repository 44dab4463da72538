package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.lease.store.LeaseQueries;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks now and then for what is left where it shouldn't be: a worker may stall for longer than the last look waits. */
@Component
class LeftoverSweep {
    private final List<Provider> providers;
    private final LeaseQueries leases;
    private final TroubleReport report;

    LeftoverSweep(List<Provider> providers, LeaseQueries leases, TroubleReport report) {
        this.providers = providers;
        this.leases = leases;
        this.report = report;
    }

    void sweep() {
        Map<LeaseId, Standing> known = standings();
        // A lease that was opened since is asked for by itself, or what was just made for it would be nobody's.
        List<Leftover> found = providers.stream()
                .flatMap(provider -> provider.leftovers(lease -> known.computeIfAbsent(lease, this::standing)).stream())
                .toList();
        report.of(found);
        report.strangers(providers.stream()
                .flatMap(provider -> provider.strangers().stream())
                .toList());
    }

    Standing standing(LeaseId lease) {
        return leases.settled(lease).map(LeftoverSweep::standing).orElse(Standing.UNKNOWN);
    }

    private Map<LeaseId, Standing> standings() {
        Map<LeaseId, Standing> known = new HashMap<>();
        leases.settled().forEach((lease, settled) -> known.put(lease, standing(settled)));
        return known;
    }

    private static Standing standing(boolean settled) {
        return settled ? Standing.OVER : Standing.OPEN;
    }
}
