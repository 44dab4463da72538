package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.bundle.BundleSource;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * From the asking to the taking back, wired as in the application, by an organisation's own files; only the providers
 * are fakes with memory, and nothing works on leases but {@link #work}.
 */
public record DeskAndLeases(ConfigurableApplicationContext context, World world) implements AutoCloseable {
    private static final int ENOUGH = 200;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.quartermaster.actions")
    @ComponentScan(
            basePackages = {
                "dev.quartermaster.actions.attempt",
                "dev.quartermaster.actions.audit",
                "dev.quartermaster.actions.bundle",
                "dev.quartermaster.actions.json",
                "dev.quartermaster.actions.lease",
                "dev.quartermaster.actions.ledger",
                "dev.quartermaster.actions.notice",
                "dev.quartermaster.actions.preapproval",
                "dev.quartermaster.actions.presence",
                "dev.quartermaster.actions.request",
                "dev.quartermaster.actions.time"
            },
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.ASSIGNABLE_TYPE,
                            classes = {Reconciler.class, ReconcilerSchedule.class}))
    static class WholeWiring {
        @Bean
        ReconcilerProperties pace() {
            return new ReconcilerProperties(
                    Duration.ZERO,
                    Duration.ZERO,
                    6,
                    Duration.ZERO,
                    Duration.ofHours(1),
                    Duration.ZERO,
                    3,
                    Duration.ZERO);
        }

        @Bean
        Provider kubernetes(World world) {
            return world.through(Fuse.never(), "kubernetes");
        }

        @Bean
        Provider grant(World world) {
            return world.through(Fuse.never(), "grant");
        }

        @Bean
        Provider bucket(World world) {
            return world.through(Fuse.never(), "bucket");
        }

        @Bean
        Provider repository(World world) {
            return world.through(Fuse.never(), "repository");
        }
    }

    static DeskAndLeases at(Database database, Map<String, String> files) {
        return at(database.dataSource(), files);
    }

    /** @param providers where more of them are found, besides the fakes */
    public static DeskAndLeases at(DataSource source, Map<String, String> files, Class<?>... providers) {
        World world = new World();
        BundleSource folder = () -> Map.copyOf(files);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(WholeWiring.class)
                .sources(providers)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.main.banner-mode=off",
                        "quartermaster.time.offset-allowed=true",
                        "db-scheduler.enabled=false")
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("dataSource", source);
                    starting.getBeanFactory().registerSingleton("world", world);
                    starting.getBeanFactory().registerSingleton("folder", folder);
                })
                .run();
        return new DeskAndLeases(context, world);
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    RequestService desk() {
        return the(RequestService.class);
    }

    public JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    RequestService.Answer ask(String by, Intent intent) {
        return desk().submit(
                        new PersonId(by), intent, new EventKey(UUID.randomUUID().toString()), "in their words");
    }

    public Request asked(String by, Intent intent) {
        return ((RequestService.Answer.Done) ask(by, intent)).request();
    }

    RequestService.Answer decide(RequestId request, String by, Choice choice) {
        String digest = find(request).digest();
        return desk().decide(request, new PersonId(by), choice, digest, "");
    }

    public Request find(RequestId request) {
        return desk().find(request).orElseThrow();
    }

    public Lease lease(LeaseId lease) {
        return the(Leases.class).find(lease).orElseThrow();
    }

    List<Lease> leases() {
        return the(Leases.class).all(1000);
    }

    /** Until nothing is due. */
    public void work() {
        for (int i = 0; i < ENOUGH && one(); i++) {
            // Each does its own.
        }
    }

    boolean one() {
        var lease = the(LeaseClaims.class).take();
        lease.ifPresent(the(LeaseReconciler.class)::over);
        return lease.isPresent();
    }

    /** Moves the clock there; it goes on from there. */
    void clock(Instant moment) {
        DatabaseTime time = the(DatabaseTime.class);
        time.offset(Duration.ZERO);
        time.offset(Duration.between(time.now(), moment));
    }

    public void later(Duration duration) {
        clock(now().plus(duration));
    }

    Instant now() {
        return the(DatabaseTime.class).now();
    }

    @Override
    public void close() {
        context.close();
    }
}
