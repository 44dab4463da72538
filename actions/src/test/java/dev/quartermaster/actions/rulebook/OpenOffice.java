package dev.quartermaster.actions.rulebook;

import dev.quartermaster.actions.bundle.BundleSource;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.actions.request.HandOver;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Holding;
import dev.quartermaster.intents.reading.EventKey;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The default organisation over a real database, its files changeable, with nobody who makes anything. */
public record OpenOffice(ConfigurableApplicationContext context, Map<String, String> files) implements AutoCloseable {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.quartermaster.actions")
    @ComponentScan({
        "dev.quartermaster.actions.attempt",
        "dev.quartermaster.actions.audit",
        "dev.quartermaster.actions.bundle",
        "dev.quartermaster.actions.json",
        "dev.quartermaster.actions.ledger",
        "dev.quartermaster.actions.notice",
        "dev.quartermaster.actions.preapproval",
        "dev.quartermaster.actions.presence",
        "dev.quartermaster.actions.record",
        "dev.quartermaster.actions.request",
        "dev.quartermaster.actions.rulebook",
        "dev.quartermaster.actions.time",
        "dev.quartermaster.actions.why"
    })
    static class Wiring {}

    public static OpenOffice at(Database database, Path home, String... properties) throws IOException {
        return with(database, home, new ConcurrentSkipListMap<>(BundleFiles.ofJar()), properties);
    }

    /** @param files what the folder holds; several offices may share one */
    public static OpenOffice with(Database database, Path home, Map<String, String> files, String... properties) {
        BundleSource source = () -> Map.copyOf(files);
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "spring.main.banner-mode=off",
                        "spring.flyway.out-of-order=true",
                        "quartermaster.time.offset-allowed=true",
                        "quartermaster.home=" + home,
                        "db-scheduler.enabled=false")
                .properties(properties)
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("bundleSource", source);
                    starting.getBeanFactory().registerSingleton("handOver", new Nobody());
                })
                .run();
        return new OpenOffice(context, files);
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    public Bundles bundles() {
        return the(Bundles.class);
    }

    public JdbcClient jdbc() {
        return the(JdbcClient.class);
    }

    public Request submit(String by, Intent intent) {
        EventKey key = new EventKey(UUID.randomUUID().toString());
        return ((RequestService.Answer.Done)
                        the(RequestService.class).submit(new PersonId(by), intent, key, "words of " + by))
                .request();
    }

    /** Makes nothing and has nothing. */
    private record Nobody() implements HandOver {
        @Override
        public void lock(LeaseId lease) {}

        @Override
        public void open(Request request, Set<PartName> parts) {}

        @Override
        public void withoutTheRest(LeaseId lease) {}

        @Override
        public void extend(LeaseId lease, Instant until) {}

        @Override
        public void resize(Request request) {
            throw new AssertionError("Nothing here changes its size");
        }

        @Override
        public void resizeBack(Request request, String why) {
            throw new AssertionError("Nothing here changes its size");
        }

        @Override
        public Optional<Resize> effect(LeaseId lease, Plan after) {
            return Optional.empty();
        }

        @Override
        public void end(LeaseId lease, @Nullable PersonId by, String why) {}

        @Override
        public Optional<Running> running(LeaseId lease) {
            return Optional.empty();
        }

        @Override
        public List<Holding> holdings(TeamId team) {
            return List.of();
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
