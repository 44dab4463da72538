package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.lease.store.PartRow;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.grant.GrantWithFrozenSession;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The work on leases over a real warehouse. */
@RealPostgres
@ResourceLock("the warehouse of all tests")
class EndOfGrantTest {
    private static final PartName DATA = new PartName("data");

    private final Worker worker;

    EndOfGrantTest(Database database) {
        this.worker = new Worker(database, new World(), Fuse.never());
    }

    @AfterEach
    void close() {
        worker.close();
    }

    @Test
    void aGrantIsNotOverWhileASessionFromBeforeIsOpen() throws Exception {
        Request request = Wishes.of(new Term.Unsaid(), "grant", "data");
        worker.open(request);
        ofSales(worker.the(LeaseStore.class).find(request.id().lease()).orElseThrow());
        LeaseRow lease = worker.the(LeaseClaims.class).take().orElseThrow();
        PartRow part = part(lease);
        Provider warehouse = GrantWithFrozenSession.provider();
        PartOrders orders = new PartOrders(worker.the(Bundles.class), worker.the(LeaseStore.class), List.of(warehouse));
        PartReconciler towards = new PartReconciler(
                orders,
                worker.the(LeaseStore.class),
                worker.the(LeaseClaims.class),
                worker.the(ReconcilerProperties.class),
                worker.the(ProviderCalls.class),
                worker.the(TroubleReport.class));
        assertThat(towards.reach(lease, part, Wanted.RUNNING)).get().isInstanceOf(Observed.Ready.class);

        try (GrantWithFrozenSession frozen = GrantWithFrozenSession.of(orders.order(lease, part))) {
            assertThat(towards.reach(lease, part, Wanted.GONE)).get().isInstanceOf(Observed.Ending.class);
            assertThat(part(lease).state()).isEqualTo(Lease.PartState.Progress.ENDING);
            frozen.thaw();
            assertThat(towards.reach(lease, part, Wanted.GONE)).get().isInstanceOf(Observed.Absent.class);
            assertThat(frozen.session().isValid(5)).isFalse();
        }
        assertThat(part(lease).state()).isEqualTo(Lease.PartState.Progress.GONE);
    }

    private PartRow part(LeaseRow lease) {
        return worker.the(LeaseStore.class).parts(lease.id()).getFirst();
    }

    private void ofSales(LeaseRow row) {
        Plan plan = row.plan();
        Part part = new Part(DATA, "grant", Map.of("access", "read"), Set.of(new DatasetName("sales.orders")), null);
        Plan sales = new Plan(
                plan.path(),
                plan.version(),
                plan.parameters(),
                List.of(part),
                plan.links(),
                plan.term(),
                plan.compute());
        worker.the(JdbcClient.class)
                .sql("update lease set plan = ? where id = ?")
                .params(new Json().write(sales), row.id().value())
                .update();
    }
}
