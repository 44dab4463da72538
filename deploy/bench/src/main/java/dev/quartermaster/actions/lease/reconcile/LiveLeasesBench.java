package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.bundle.BundleSource;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.actions.ledger.BudgetReservations;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Provider;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.part.PartType;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.reading.EventKey;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
 * With 1,000, 3,000 and 10,000 live leases: what the reconciler's every second costs when nothing is due, and a pass over all
 * of them; what Home and {@code /api/leases} read of leases; what each cost by now. Beside them, as a baseline of the same
 * run, one question to the database. Providers answer at once, so that what is measured is the program and its database.
 * {@code mvn -Pbench -pl deploy/bench -am verify -DskipTests
 * -Dbench.main=dev.quartermaster.actions.lease.reconcile.LiveLeasesBench}.
 */
public final class LiveLeasesBench {
    private static final int LOOKS = 60;
    private static final int HANDS = 4;
    private static final String OTHER =
            "regexp_replace(%s, '-.....', '-' || translate(lpad(n::text, 5, '0'), '0123456789', 'abcdefghij'))";

    private final ConfigurableApplicationContext program;
    private final JdbcClient jdbc;

    private LiveLeasesBench(ConfigurableApplicationContext program) {
        this.program = program;
        this.jdbc = program.getBean(JdbcClient.class);
    }

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
    static class Wiring {
        @Bean
        ReconcilerProperties pace() {
            return ReconcilerProperties.standard();
        }

        @Bean
        Provider kubernetes() {
            return new AtOnce("kubernetes");
        }

        @Bean
        Provider grant() {
            return new AtOnce("grant");
        }

        @Bean
        Provider bucket() {
            return new AtOnce("bucket");
        }

        @Bean
        Provider repository() {
            return new AtOnce("repository");
        }
    }

    /** Whatever is asked for is there. */
    private record AtOnce(String kind) implements Provider {
        @Override
        public PartType type() {
            return new Kind(kind);
        }

        @Override
        public Observed observe(Order order) {
            return new Observed.Ready("ref-" + order.part().name());
        }

        @Override
        public Observed converge(Order order, Wanted wanted) {
            return observe(order);
        }
    }

    private record Kind(String kind) implements PartType {
        @Override
        public Shape.Entries spec() {
            return Shape.map().andMore();
        }
    }

    public static void main(String[] arguments) throws IOException {
        // What it would log is not asked for here, and the bench has none of what would log it.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        Map<String, String> files = BundleFiles.ofFolder(Path.of(arguments[0]));
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("shared_buffers", "256MB")
                        .start();
                ConfigurableApplicationContext program = new SpringApplicationBuilder(Wiring.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "spring.main.banner-mode=off",
                                "db-scheduler.enabled=false",
                                "spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"))
                        .initializers(starting -> starting.getBeanFactory()
                                .registerSingleton("folder", (BundleSource) () -> Map.copyOf(files)))
                        .run()) {
            new LiveLeasesBench(program).run();
        }
    }

    private void run() {
        String lease = live();
        System.out.printf(
                "%n%6s %22s %26s %30s %22s %22s %22s%n",
                "leases",
                "select 1, ms",
                "nothing due, ms",
                "a pass over all, s",
                "own open ones, ms",
                "/api/leases (500), ms",
                "all totals, ms");
        int there = 1;
        for (int leases : new int[] {1_000, 3_000, 10_000}) {
            copy(lease, there, leases - there);
            there = leases;
            tell(leases);
        }
    }

    private void tell(int leases) {
        LeaseClaims claims = program.getBean(LeaseClaims.class);
        Leases read = program.getBean(Leases.class);
        List<LeaseId> all = jdbc.sql("select id from lease").query(String.class).list().stream()
                .map(LeaseId::new)
                .toList();
        double one = median(() -> jdbc.sql("select 1").query(Integer.class).single());
        double idle = median(claims::take);
        double own = median(() -> read.resizable(read.open(new PersonId("ana")), 1));
        double shown = median(() -> read.all(500));
        double totals = median(() -> program.getBean(BudgetReservations.class).spent(all));
        double pass = pass(leases);
        System.out.printf(
                "%,6d %22.2f %14.2f (%5.1f x) %19.1f (%4.2f ms) %12.1f (%5.1f x) %12.1f (%5.1f x) %12.1f (%5.1f x)%n",
                leases,
                one,
                idle,
                idle / one,
                pass,
                pass * 1000 / leases,
                own,
                own / one,
                shown,
                shown / one,
                totals,
                totals / one);
    }

    /** Every one is due at once, and as it should be. */
    private double pass(int leases) {
        LeaseClaims claims = program.getBean(LeaseClaims.class);
        LeaseReconciler reconciler = program.getBean(LeaseReconciler.class);
        jdbc.sql("update lease set due = clock_timestamp(), held_until = null").update();
        long began = System.nanoTime();
        List<Thread> hands = java.util.stream.IntStream.range(0, HANDS)
                .mapToObj(hand -> Thread.ofPlatform().start(() -> {
                    var next = claims.take();
                    while (next.isPresent()) {
                        reconciler.over(next.get());
                        next = claims.take();
                    }
                }))
                .toList();
        for (Thread hand : hands) {
            try {
                hand.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return (System.nanoTime() - began) / 1e9;
    }

    /** One that was asked for and handed over as any. @return its id */
    private String live() {
        var answer = program.getBean(RequestService.class)
                .submit(
                        new PersonId("ana"),
                        new Intent.Launch(
                                new PathName("data-science-experimentation"),
                                new TreeMap<>(),
                                new Term.For(Duration.ofDays(5)),
                                "churn"),
                        new EventKey("bench"),
                        "bench");
        var request = ((RequestService.Answer.Done) answer).request();
        var next = program.getBean(LeaseClaims.class).take();
        while (next.isPresent()) {
            program.getBean(LeaseReconciler.class).over(next.get());
            next = program.getBean(LeaseClaims.class).take();
        }
        return request.lease().value();
    }

    /** Once more under other ids: a hundred of ana's, all others' of other people. */
    private void copy(String lease, int there, int more) {
        String mine = "case when n < 100 then 'ana' else 'person-' || n % 500 end";
        copy(
                "request",
                "id",
                lease.replace("lease-", "req-"),
                there,
                more,
                Map.of("event_key", "n::text", "asker", mine));
        copy("lease", "id", lease, there, more, Map.of("request", OTHER.formatted("request"), "owner", mine));
        copy("lease_part", "lease", lease, there, more, Map.of());
        copy("account", "lease", lease, there, more, Map.of("person", mine));
        jdbc.sql("insert into usage (lease, team, from_at, to_at, per_hour) select a.lease, a.team,"
                        + " a.begun + each * interval '7 hours', a.begun + each * interval '7 hours' + interval '6 hours', 1"
                        + " from (select *, date_trunc('second', now()) - interval '30 hours' as begun from account"
                        + " where not exists (select from usage u where u.lease = account.lease)) a,"
                        + " generate_series(0, 3) each")
                .update();
        jdbc.sql(
                        "insert into usage (lease, team, from_at, per_hour) select lease, team, date_trunc('second', now()), 1"
                                + " from account a where not exists (select from usage u where u.lease = a.lease and u.to_at is null)")
                .update();
        jdbc.sql("vacuum analyze").update();
    }

    private void copy(String table, String key, String original, int there, int more, Map<String, String> others) {
        StringBuilder columns = new StringBuilder("'" + key + "', " + OTHER.formatted(key));
        others.forEach((column, value) ->
                columns.append(", '").append(column).append("', ").append(value));
        jdbc.sql("insert into " + table
                        + " overriding system value select (jsonb_populate_record(t, jsonb_build_object("
                        + columns + "))).* from " + table + " t, generate_series(" + there + ", " + (there + more - 1)
                        + ") n where " + key + " = :original")
                .param("original", original)
                .update();
    }

    private static double median(Runnable look) {
        double[] millis = new double[LOOKS];
        for (int each = -LOOKS / 3; each < LOOKS; each++) {
            long began = System.nanoTime();
            look.run();
            if (each >= 0) {
                millis[each] = (System.nanoTime() - began) / 1e6;
            }
        }
        Arrays.sort(millis);
        return millis[LOOKS / 2];
    }
}
