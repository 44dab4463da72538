package dev.quartermaster.actions.preapproval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.organisation.FixedBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.preapproval.Preapprovals.Answer;
import dev.quartermaster.actions.preapproval.Preapprovals.Window;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Deciders;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** A yes given beforehand, in the default organisation: by those whom such a launch would ask. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PreapprovalsTest {
    private static final TeamId GROWTH = new TeamId("growth");

    private final ConfigurableApplicationContext context;
    private final Preapprovals preapprovals;

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.quartermaster.actions")
    @ComponentScan({
        "dev.quartermaster.actions.audit",
        "dev.quartermaster.actions.json",
        "dev.quartermaster.actions.preapproval",
        "dev.quartermaster.actions.presence",
        "dev.quartermaster.actions.time"
    })
    static class Wiring {}

    PreapprovalsTest(Database database) throws IOException {
        FixedBundles bundles = FixedBundles.ofJar();
        this.context = new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties(
                        "spring.datasource.url=" + database.url(),
                        "spring.main.banner-mode=off",
                        "quartermaster.time.offset-allowed=true",
                        "db-scheduler.enabled=false")
                .initializers(starting -> starting.getBeanFactory().registerSingleton("bundles", bundles))
                .run();
        this.preapprovals = context.getBean(Preapprovals.class);
    }

    @AfterAll
    void close() {
        context.close();
    }

    @BeforeEach
    void asUsual() {
        time().offset(Duration.ZERO);
    }

    @Test
    void aLeadAgreesAndItIsInForceUntilItsEnd() {
        PreapprovalRequest asked = ask("ana", 2);
        assertThat(asked.deciders()).isEqualTo(new Deciders.Group(People.PLATFORM_LEADS));
        assertThat(inForce()).doesNotContain(asked.id());

        assertThat(preapprovals.decide(asked.id(), new PersonId("kim"), true)).isInstanceOf(Answer.Done.class);

        assertThat(inForce()).contains(asked.id());
        assertThat(facts(asked)).containsExactly("preapproval-asked", "approved");
        time().offset(Duration.ofDays(4));
        assertThat(inForce()).doesNotContain(asked.id());
    }

    @Test
    void whoAsksDoesNotAgree() {
        PreapprovalRequest asked = ((Answer.Done) preapprovals.ask(
                        new PersonId("kim"), new Window(new TeamId("platform"), 2, "a100", end()), key()))
                .beforehand();

        assertThat(preapprovals.decide(asked.id(), new PersonId("kim"), true)).isInstanceOf(Answer.Declined.class);
        assertThat(preapprovals.decide(asked.id(), new PersonId("ana"), true)).isInstanceOf(Answer.Declined.class);
        assertThat(facts(asked)).contains("decision-refused");
    }

    @Test
    void nobodysOwnYesCountsForWhatTheyAskThemselves() {
        PreapprovalRequest asked = ask("ana", 2);
        preapprovals.decide(asked.id(), new PersonId("kim"), true);

        assertThat(preapprovals.inForce(GROWTH, new PersonId("kim"), time().now()))
                .isEmpty();
        assertThat(inForce()).contains(asked.id());
    }

    @Test
    void fiveNeedTwoLeads() {
        PreapprovalRequest asked = ask("ana", 5);
        preapprovals.decide(asked.id(), new PersonId("kim"), true);
        preapprovals.decide(asked.id(), new PersonId("kim"), true);
        assertThat(inForce()).doesNotContain(asked.id());
        preapprovals.decide(asked.id(), new PersonId("pat"), true);
        assertThat(inForce()).contains(asked.id());
    }

    @Test
    void oneWhoMayDecideStopsItAndAStrangerDoesNot() {
        PreapprovalRequest asked = ask("ana", 1);
        preapprovals.decide(asked.id(), new PersonId("kim"), true);
        assertThat(preapprovals.stop(asked.id(), new PersonId("raj"))).isInstanceOf(Answer.Declined.class);
        assertThat(preapprovals.stop(asked.id(), new PersonId("pat"))).isInstanceOf(Answer.Done.class);
        assertThat(inForce()).doesNotContain(asked.id());
        assertThat(preapprovals.decide(asked.id(), new PersonId("omar"), true)).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void aNoEndsIt() {
        PreapprovalRequest asked = ask("ana", 1);
        preapprovals.decide(asked.id(), new PersonId("omar"), false);
        assertThat(preapprovals.find(asked.id()).orElseThrow().state()).isEqualTo(PreapprovalRequest.State.DENIED);
        assertThat(inForce()).doesNotContain(asked.id());
    }

    @Test
    void whatTheRulesRefuseNobodyAgreesToBeforehand() {
        assertThat(preapprovals.ask(new PersonId("iris"), new Window(GROWTH, 2, "a100", end()), key()))
                .isInstanceOf(Answer.Declined.class);
        assertThat(preapprovals.ask(new PersonId("ana"), new Window(GROWTH, 2, "b200", end()), key()))
                .isInstanceOf(Answer.Declined.class);
        assertThat(preapprovals.ask(new PersonId("raj"), new Window(GROWTH, 2, "a100", end()), key()))
                .isInstanceOf(Answer.Declined.class);
    }

    @Test
    void theSameEventAsksOnce() {
        String key = key();
        Window window = new Window(GROWTH, 2, "a100", end());
        assertThat(preapprovals.ask(new PersonId("ana"), window, key))
                .isEqualTo(preapprovals.ask(new PersonId("ana"), window, key));
    }

    private PreapprovalRequest ask(String by, int gpus) {
        var said = preapprovals.ask(new PersonId(by), new Window(GROWTH, gpus, "a100", end()), key());
        return ((Answer.Done) said).beforehand();
    }

    private List<String> inForce() {
        return preapprovals.inForce(GROWTH, new PersonId("ana"), time().now()).stream()
                .map(each -> each.id())
                .toList();
    }

    private List<String> facts(PreapprovalRequest asked) {
        return context.getBean(Audit.class).of(asked.id()).stream()
                .map(Fact::what)
                .toList();
    }

    private Instant end() {
        return time().now().plus(Duration.ofDays(3));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private DatabaseTime time() {
        return context.getBean(DatabaseTime.class);
    }
}
