package dev.quartermaster.actions.request.timer;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.ledger.Ledger;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.request.HandOverWithMemory;
import dev.quartermaster.actions.request.Outcomes;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.law.World;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judge;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The real desk over a real database, with sample people, rules of the test's choice, and nobody who makes anything. */
public record OpenDesk(ConfigurableApplicationContext context, HandOverWithMemory handOver) implements AutoCloseable {
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
    static class Wiring {}

    public static OpenDesk at(Database database, Judge judge) {
        return with(database, new SampleBundles(judge));
    }

    public static OpenDesk with(Database database, Bundles bundles) {
        HandOverWithMemory handOver = new HandOverWithMemory();
        ConfigurableApplicationContext context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.hikari.maximum-pool-size=20",
                        "spring.main.banner-mode=off",
                        "quartermaster.time.offset-allowed=true",
                        "db-scheduler.enabled=false")
                .initializers(starting -> {
                    starting.getBeanFactory().registerSingleton("bundles", bundles);
                    starting.getBeanFactory().registerSingleton("handOver", handOver);
                })
                .run();
        return new OpenDesk(context, handOver);
    }

    public SampleBundles bundles() {
        return context.getBean(SampleBundles.class);
    }

    public RequestService desk() {
        return context.getBean(RequestService.class);
    }

    public Audit audit() {
        return context.getBean(Audit.class);
    }

    Ledger ledger() {
        return context.getBean(Ledger.class);
    }

    public DatabaseTime time() {
        return context.getBean(DatabaseTime.class);
    }

    RequestExpiry patience() {
        return the(RequestExpiry.class);
    }

    /** Moves the clock there; it goes on from there. */
    public void clock(Instant moment) {
        time().offset(Duration.ZERO);
        time().offset(Duration.between(time().now(), moment));
    }

    /** What the task does every ten seconds. */
    void lookAfterWaiting() {
        Escalation escalation = context.getBean(Escalation.class);
        Reminders reminders = context.getBean(Reminders.class);
        patience().overdue().forEach(patience()::lapse);
        escalation.due().forEach(escalation::escalate);
        reminders.due().forEach(reminders::remind);
    }

    public <T> T the(Class<T> type) {
        return context.getBean(type);
    }

    void inTransaction(Runnable work) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> work.run());
    }

    public JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    public Request submit(String by) {
        return submit(by, World.allowed(4).intent());
    }

    public Request submit(String by, Intent asked) {
        EventKey key = new EventKey(UUID.randomUUID().toString());
        return ((Answer.Done) desk().submit(new PersonId(by), asked, key, "in their words")).request();
    }

    /** To what is shown now. */
    public Answer yes(Request request, String who) {
        return desk().decide(
                        request.id(),
                        new PersonId(who),
                        Choice.APPROVE,
                        find(request).digest(),
                        "");
    }

    public Request find(Request request) {
        return desk().find(request.id()).orElseThrow();
    }

    public void tell(Consumer<Outcomes> told) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> told.accept(context.getBean(Outcomes.class)));
    }

    /** Kinds of all notices about a request, in order. */
    public List<String> notices(Request request) {
        return jdbc().sql("select kind from notice where request = :id order by id")
                .param("id", request.id().value())
                .query(String.class)
                .list();
    }

    @Override
    public void close() {
        context.close();
    }
}
