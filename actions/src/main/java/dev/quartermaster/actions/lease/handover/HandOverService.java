package dev.quartermaster.actions.lease.handover;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.store.LeaseRepository;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.Opening;
import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Holding;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what is wanted; the reconciler makes it so. */
@Component
public class HandOverService implements HandOver {
    /** What a GPU is where a path gives no choice (design: section 6). */
    private static final String STANDARD_GPU = "a100";

    private final LeaseRepository leases;
    private final LeaseStore rows;
    private final PartOrders orders;
    private final Audit audit;
    private final BudgetReservations purse;
    private final SizeChange sizes;
    private final Bundles bundles;
    private final ReconcilerWakeUp wake;
    private final DatabaseTime time;

    HandOverService(
            LeaseRepository leases,
            LeaseStore rows,
            PartOrders orders,
            Audit audit,
            BudgetReservations purse,
            SizeChange sizes,
            Bundles bundles,
            ReconcilerWakeUp wake,
            DatabaseTime time) {
        this.leases = leases;
        this.rows = rows;
        this.orders = orders;
        this.audit = audit;
        this.purse = purse;
        this.sizes = sizes;
        this.bundles = bundles;
        this.wake = wake;
        this.time = time;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(LeaseId lease) {
        held(lease);
    }

    private Optional<LeaseRow> held(LeaseId lease) {
        Optional<LeaseRow> row = rows.lock(lease);
        purse.hold(lease);
        return row;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Request request, Set<PartName> parts) {
        Opening opening = Opening.of(request, parts, namespace(request.team()));
        String chain = request.id().value();
        if (rows.insert(opening)) {
            audit.record(
                    chain,
                    null,
                    "lease-opened",
                    Map.of("lease", request.id().lease().value(), "parts", named(parts)));
        } else {
            Optional<LeaseRow> row =
                    held(request.id().lease()).filter(each -> each.state().open());
            List<PartName> more = row.map(found -> rows.want(found, opening)).orElse(List.of());
            if (!more.isEmpty()) {
                audit.record(chain, null, "parts-opened", Map.of("parts", named(more)));
            }
        }
        wake.afterCommit();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void withoutTheRest(LeaseId lease) {
        Optional<LeaseRow> row = held(lease).filter(each -> each.state().open());
        BigDecimal dropped = row.map(found -> rows.dropWaiting(found)).orElse(BigDecimal.ZERO);
        if (row.isPresent() && dropped.signum() > 0) {
            BigDecimal kept = row.get().perHour().amount();
            purse.keep(lease, kept, kept.add(dropped));
        }
        wake.afterCommit();
    }

    private String namespace(TeamId team) {
        return bundles.current()
                .people()
                .team(team)
                .map(Team::namespace)
                .orElseThrow(() -> new IllegalStateException("No such team: " + team));
    }

    private static List<String> named(Collection<PartName> parts) {
        return parts.stream().map(PartName::value).sorted().toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void extend(LeaseId lease, Instant until) {
        LeaseRow row = held(lease).orElseThrow();
        if (row.started() == null || !row.state().open()) {
            throw new IllegalStateException("Only what was handed over and has not ended can be extended: " + lease);
        }
        if (!until.isAfter(row.until())) {
            return;
        }
        leases.extend(lease.value(), until, Warning.at(row.started(), until));
        purse.until(lease, until);
        audit.record(row.request().value(), null, "lease-extended", Map.of("until", until.toString()));
        wake.afterCommit();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resize(Request request) {
        LeaseRow row = held(request.lease()).orElseThrow();
        if (row.started() == null || !row.state().open()) {
            throw new IllegalStateException("Only what was handed over and has not ended changes: " + row.id());
        }
        sizes.resize(row, request);
        wake.afterCommit();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void resizeBack(Request request, String why) {
        if (held(request.lease()).filter(each -> each.state().open()).isPresent()) {
            sizes.resizeBack(request.lease(), request.id(), why);
            wake.afterCommit();
        }
    }

    @Override
    public Optional<Resize> effect(LeaseId lease, Plan after) {
        return rows.find(lease).flatMap(row -> sizes.effect(row, after));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(LeaseId lease, @Nullable PersonId by, String why) {
        LeaseRow row = held(lease).orElseThrow();
        if (!row.state().open()) {
            return;
        }
        Instant now = time.now();
        Instant end = now.isBefore(row.until()) ? now : row.until();
        if (row.started() == null) {
            purse.release(lease);
        } else {
            purse.stop(lease, end);
        }
        // Whoever is making parts right now keeps the claim, sees the new state at the next look and lets go. Were it
        // taken from them, parts could be taken back while some are still being made, and those would be left over.
        leases.end(lease.value(), end, why);
        audit.record(row.request().value(), by, "lease-ending", Map.of("lease", lease.value()));
        wake.afterCommit();
    }

    @Override
    public Optional<Running> running(LeaseId lease) {
        Instant now = time.now();
        return rows.find(lease)
                .map(row -> new Running(
                        row.request(),
                        row.owner(),
                        row.started(),
                        row.until(),
                        row.state().open() && (row.started() == null || now.isBefore(row.until())),
                        sizes.of(row)));
    }

    @Override
    public List<Holding> holdings(TeamId team) {
        return rows.open(team).stream().map(HandOverService::holding).toList();
    }

    @Override
    public Optional<Missing> missing(Plan plan) {
        return orders.missing(plan);
    }

    @Override
    public Optional<Missing> missing(Plan plan, TeamId team) {
        return orders.missing(plan, team);
    }

    private static Holding holding(LeaseRow row) {
        // While it may still go back to more, it holds that.
        Plan before = row.former();
        Plan plan = before != null && gpus(before) > gpus(row.plan()) ? before : row.plan();
        long gpus = gpus(plan);
        Value kind = plan.parameters().get("gpu_kind");
        return new Holding(
                row.id(),
                row.owner(),
                row.team(),
                plan.path(),
                gpus,
                gpus == 0 ? "" : kind == null ? STANDARD_GPU : kind.text(),
                plan.compute());
    }

    private static long gpus(Plan plan) {
        return plan.parameters().get("gpus") instanceof Value.Whole(long number) ? number : 0;
    }
}
