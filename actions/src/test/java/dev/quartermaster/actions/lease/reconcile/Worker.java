package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.lease.handover.Equipment;
import dev.quartermaster.actions.lease.handover.HandOverService;
import dev.quartermaster.actions.lease.handover.LeaseService;
import dev.quartermaster.actions.lease.handover.PartOrders;
import dev.quartermaster.actions.lease.handover.PricesInForce;
import dev.quartermaster.actions.lease.handover.ReconcilerWakeUp;
import dev.quartermaster.actions.lease.handover.SizeChange;
import dev.quartermaster.actions.lease.store.LeaseQueries;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.persistence.PersistenceAutoConfiguration;
import dev.quartermaster.actions.platform.PlatformAlarm;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Outcomes;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.time.DatabaseTime;
import jakarta.persistence.EntityManagerFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** One process: the room of leases wired as in the application, real record, time and ledger, on its own fuse. */
final class Worker implements AutoCloseable {
    /** Claims run out at once, so that a test need not wait for a killed worker's. */
    static final ReconcilerProperties HURRIED = new ReconcilerProperties(
            Duration.ZERO, Duration.ZERO, 6, Duration.ZERO, Duration.ofHours(1), Duration.ZERO, 3, Duration.ZERO);

    /** A claim is held for 30 s, and an hour passes from an end to the last look. */
    static final ReconcilerProperties HOLDING = new ReconcilerProperties(
            Duration.ofSeconds(30),
            Duration.ZERO,
            6,
            Duration.ZERO,
            Duration.ofHours(1),
            Duration.ZERO,
            3,
            Duration.ofHours(1));

    private static final int ENOUGH = 60;

    /** What the platform team was told, each time anew. */
    final List<PlatformAlarm> alarms = new CopyOnWriteArrayList<>();

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    Worker(Database database, World world, Fuse fuse) {
        this(database, world, fuse, HURRIED);
    }

    Worker(Database database, World world, Fuse fuse, ReconcilerProperties pace) {
        this(database, world, fuse, pace, false);
    }

    /** Works by itself, with many hands, in the background. */
    static Worker byItself(Database database, World world, ReconcilerProperties pace) {
        return new Worker(database, world, Fuse.never(), pace, true);
    }

    /** With the reconciler, called by the test alone. */
    static Worker byHand(Database database, World world, ReconcilerProperties pace) {
        Worker worker = new Worker(database, world, Fuse.never(), pace, false);
        worker.context.registerBean(Reconciler.class);
        return worker;
    }

    private Worker(Database database, World world, Fuse fuse, ReconcilerProperties pace, boolean byItself) {
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("quartermaster.time.offset-allowed", "true")));
        context.register(Transactions.class);
        context.addApplicationListener(ApplicationListener.forPayload((PlatformAlarm alarm) -> alarms.add(alarm)));
        DataSource source = fuse.on(database.dataSource());
        context.registerBean(DataSource.class, () -> source);
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(source));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(PlatformTransactionManager.class)));
        context.registerBean(
                Bundles.class,
                () -> new SampleBundles(asked -> {
                    throw new UnsupportedOperationException();
                }));
        context.registerBean(Outcomes.class, () -> new SaidOutcomes(context.getBean(JdbcClient.class)));
        context.registerBean(Provider.class, () -> world.through(fuse));
        context.registerBean(ReconcilerProperties.class, () -> pace);
        context.register(
                LeaseStore.class,
                LeaseQueries.class,
                LeaseClaims.class,
                PartOrders.class,
                Equipment.class,
                ProvisioningRecorder.class,
                PartReconciler.class,
                ProviderCalls.class,
                LeaseTransitions.class,
                ResizeReconciler.class,
                ResizeTransitions.class,
                PricesInForce.class,
                SizeChange.class,
                LeaseMessages.class,
                LeaseReconciler.class,
                TroubleReport.class,
                JobOutputReport.class,
                LeftoverSweep.class,
                ReconcilerWakeUp.class,
                HandOverService.class,
                LeaseService.class);
        context.scan(
                "dev.quartermaster.actions.attempt",
                "dev.quartermaster.actions.audit",
                "dev.quartermaster.actions.json",
                "dev.quartermaster.actions.ledger",
                "dev.quartermaster.actions.time");
        if (byItself) {
            context.register(Reconciler.class);
        }
        context.refresh();
    }

    <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    void inTransaction(Runnable work) {
        the(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    /** Until nothing is due. */
    void work() {
        for (int i = 0; i < ENOUGH; i++) {
            if (!one()) {
                return;
            }
        }
    }

    boolean one() {
        var lease = the(LeaseClaims.class).take();
        lease.ifPresent(the(LeaseReconciler.class)::over);
        return lease.isPresent();
    }

    Request open(Request request) {
        inTransaction(() -> the(HandOver.class).open(request));
        return request;
    }

    Lease lease(Request request) {
        return the(Leases.class).find(request.lease()).orElseThrow();
    }

    /** Its next look is due now. */
    void due(Request request) {
        the(JdbcClient.class)
                .sql("update lease set due = clock_timestamp() where id = ?")
                .param(request.lease().value())
                .update();
    }

    /** What its owner was told of, oldest first. */
    List<String> heard(Request request) {
        return SaidOutcomes.heard(the(JdbcClient.class), request.id());
    }

    /** In which words. */
    List<String> words(Request request) {
        return SaidOutcomes.words(the(JdbcClient.class), request.id());
    }

    void later(Duration duration) {
        DatabaseTime time = the(DatabaseTime.class);
        Duration moved = Duration.ofMillis(the(JdbcClient.class)
                .sql("select (extract(epoch from \"offset\") * 1000)::bigint from time_offset")
                .query(Long.class)
                .single());
        time.offset(moved.plus(duration));
    }

    @Override
    public void close() {
        context.close();
    }

    /** Not annotated as a configuration, so that the application of another test does not find it by scanning. */
    @EnableTransactionManagement
    @EnableJpaRepositories({"dev.quartermaster.actions.lease", "dev.quartermaster.actions.ledger"})
    @Import(PersistenceAutoConfiguration.class)
    static class Transactions {
        @Bean
        HibernateJpaVendorAdapter vendorAdapter() {
            return new HibernateJpaVendorAdapter();
        }

        @Bean
        LocalContainerEntityManagerFactoryBean entityManagerFactory(
                DataSource source, HibernateJpaVendorAdapter adapter) {
            LocalContainerEntityManagerFactoryBean factory = new LocalContainerEntityManagerFactoryBean();
            factory.setDataSource(source);
            factory.setPackagesToScan("dev.quartermaster.actions");
            factory.setJpaVendorAdapter(adapter);
            return factory;
        }

        @Bean
        PlatformTransactionManager transactionManager(EntityManagerFactory factory) {
            return new JpaTransactionManager(factory);
        }
    }
}
