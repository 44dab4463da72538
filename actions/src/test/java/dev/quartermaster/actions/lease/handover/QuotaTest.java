package dev.quartermaster.actions.lease.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.reconcile.Wishes;
import dev.quartermaster.actions.lease.store.LeaseStore;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Holding;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import dev.quartermaster.intents.reading.EventKey;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a team holds is counted exactly, however many ask at once. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QuotaTest {
    private static final int ROUNDS = 50;
    private static final int AT_ONCE = 10;
    private static final int CAP = 2;

    private final ConfigurableApplicationContext context;
    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.quartermaster.actions")
    @ComponentScan({
        "dev.quartermaster.actions.attempt",
        "dev.quartermaster.actions.audit",
        "dev.quartermaster.actions.json",
        "dev.quartermaster.actions.ledger",
        "dev.quartermaster.actions.notice",
        "dev.quartermaster.actions.preapproval",
        "dev.quartermaster.actions.presence",
        "dev.quartermaster.actions.request",
        "dev.quartermaster.actions.time"
    })
    @Import({LeaseStore.class, HandOverService.class, PricesInForce.class, ReconcilerWakeUp.class, SizeChange.class})
    static class Wiring {}

    QuotaTest(Database database) {
        Bundles bundles = new SampleBundles(QuotaTest::capped);
        this.context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "spring.main.banner-mode=off",
                        "quartermaster.time.offset-allowed=true",
                        "db-scheduler.enabled=false")
                .initializers(starting -> starting.getBeanFactory().registerSingleton("bundles", bundles))
                .initializers(QuotaTest::withoutProviders)
                .run();
    }

    /** No part is made here, so nobody is asked what could not be. */
    private static void withoutProviders(ConfigurableApplicationContext starting) {
        ((GenericApplicationContext) starting)
                .registerBean(
                        "partOrders",
                        PartOrders.class,
                        () -> new PartOrders(
                                starting.getBean(Bundles.class), starting.getBean(LeaseStore.class), List.of()));
    }

    @AfterAll
    void close() {
        threads.close();
        context.close();
    }

    @Test
    void ofTenAtOnceExactlyAsManyPassAsTheCapAllows() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            jdbc().sql("update lease set state = 'ended'").update();
            List<Callable<Request>> asks = IntStream.range(0, AT_ONCE)
                    .<Callable<Request>>mapToObj(each -> this::submit)
                    .toList();
            List<Request> asked =
                    threads.invokeAll(asks).stream().map(Future::resultNow).toList();

            assertThat(asked)
                    .filteredOn(request -> request.state() == State.APPROVED)
                    .hasSize(CAP);
            assertThat(asked)
                    .filteredOn(request -> request.state() == State.REFUSED)
                    .hasSize(AT_ONCE - CAP);
        }
    }

    @Test
    void aHoldingSaysWhoseItIsAndWhatIsInIt() {
        jdbc().sql("update lease set state = 'ended'").update();
        Request request = submit();
        List<Holding> holdings = context.getBean(HandOverService.class).holdings(SampleBundles.GROWTH);

        assertThat(holdings).singleElement().satisfies(holding -> {
            assertThat(holding.lease()).isEqualTo(request.lease());
            assertThat(holding.owner()).isEqualTo(Wishes.ANA);
            assertThat(holding.gpus()).isZero();
            assertThat(holding.compute()).isTrue();
        });
    }

    private static Judgement capped(EvaluationRequest asked) {
        Judgement wish = Wishes.of("home").judgement();
        Verdict verdict = asked.around().holdings().size() < CAP
                ? new Verdict.Allowed(List.of())
                : new Verdict.Refused(List.of(new Verdict.Reason("cap", "Two at once.")), List.of());
        return new Judgement(asked.intent(), wish.plan(), wish.price(), verdict, List.of(), "f00d");
    }

    private Request submit() {
        Intent intent = Wishes.of("home").judgement().intent();
        EventKey key = new EventKey(UUID.randomUUID().toString());
        return ((RequestService.Answer.Done)
                        context.getBean(RequestService.class).submit(new PersonId("ana"), intent, key, "words"))
                .request();
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
