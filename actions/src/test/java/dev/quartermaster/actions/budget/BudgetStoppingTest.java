package dev.quartermaster.actions.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.reconcile.DeskAndLeases;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.time.DatabaseTime;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A notebook of eight hours at 0.11 EUR each, in a team whose limits change; after seven hours 0.77 EUR are used. Each test
 * has a month of its own.
 */
@RealPostgres
class BudgetStoppingTest {
    private static Instant tuesday = Instant.parse("2026-11-24T09:00:00Z");
    private static final PersonId LEE = new PersonId("lee");

    @Configuration(proxyBeanMethods = false)
    @ComponentScan("dev.quartermaster.actions.budget")
    static class Budgets {}

    private final Map<String, String> files;
    private final String before;
    private final DeskAndLeases whole;
    private Request notebook;

    BudgetStoppingTest(Database database) throws IOException {
        this.files = new HashMap<>(BundleFiles.ofJar());
        // The rules' own tests are about other budgets.
        files.replaceAll((name, text) ->
                name.startsWith("policies/") ? text.replaceAll("(?s)\\ntests:.*", "\ntests: []\n") : text);
        this.before = files.get("people.yaml");
        this.whole = DeskAndLeases.at(database.dataSource(), files, Budgets.class);
    }

    @BeforeEach
    void aNotebookRunsForSevenHours() {
        DatabaseTime time = whole.the(DatabaseTime.class);
        time.offset(Duration.ZERO);
        time.offset(Duration.between(time.now(), tuesday));
        tuesday = tuesday.plus(Duration.ofDays(28));
        notebook = whole.asked(
                "raj",
                new Intent.Launch(
                        new PathName("data-science-experimentation"),
                        new TreeMap<>(),
                        new Term.For(Duration.ofHours(8)),
                        "forecasts"));
        whole.work();
        assertThat(state()).isEqualTo(Lease.State.LIVE);
        whole.later(Duration.ofHours(7));
    }

    @AfterEach
    void close() {
        whole.the(RequestService.class).stop(notebook.lease(), new PersonId("raj"));
        whole.work();
        whole.close();
    }

    @Test
    void ofTwoStopsOfOneLeaseTheOtherIsNamedWhenOneIsTakenBack() throws PeopleSource.Broken {
        budget("perMonth: 0.75, atCap: stop, grace: 15m, perPerson: {raj: 0.7}");
        look();
        assertThat(stops()).containsExactly("waits", "waits");

        leave(alert("team"));
        assertThat(said("stop_taken_back")).isEmpty();
        assertThat(said("stop_announced"))
                .hasSize(3)
                .last()
                .asString()
                .containsPattern("^It is not stopped for the budget of Risk for \\w+: Lee Okafor left it running\\. "
                        + "It is still stopped Tue [^,]+ 16:15 [^,]+, because what one person may take of the budget of"
                        + " Risk for \\w+ is used up; ");

        leave(alert("person"));
        assertThat(said("stop_taken_back"))
                .singleElement()
                .asString()
                .startsWith("It is not stopped after all: Lee Okafor left it running.");
    }

    @Test
    void aLimitThatIsPutBackIsUsedUpAnewWithAnotherNoticeAndGrace() throws PeopleSource.Broken {
        budget("perMonth: 0.75, atCap: stop, grace: 15m");
        look();
        budget("perMonth: 1500, atCap: stop, grace: 15m");
        whole.later(Duration.ofMinutes(16));
        look();
        assertThat(stops()).containsExactly("raised");
        assertThat(said("stop_taken_back")).hasSize(1);

        budget("perMonth: 0.75, atCap: stop, grace: 15m");
        look();
        look();
        assertThat(stops()).containsExactly("raised", "waits");
        assertThat(said("stop_announced")).hasSize(2);
        assertThat(state()).isEqualTo(Lease.State.LIVE);
        whole.later(Duration.ofMinutes(16));
        look();
        assertThat(stops()).containsExactly("raised", "stopped");
        assertThat(state()).isEqualTo(Lease.State.ENDED);
    }

    /** Its owner was told that it goes on where the limit is raised: it does, and has the whole grace once more. */
    @Test
    void aLimitThatIsRaisedAndPutBackWithinTheGraceIsNoticedOnce() throws PeopleSource.Broken {
        budget("perMonth: 0.75, atCap: stop, grace: 15m");
        look();
        budget("perMonth: 1500, atCap: stop, grace: 15m");
        whole.later(Duration.ofMinutes(5));
        look();
        look();
        assertThat(stops()).containsExactly("raised");
        assertThat(said("stop_taken_back")).hasSize(1);

        budget("perMonth: 0.75, atCap: stop, grace: 15m");
        whole.later(Duration.ofMinutes(5));
        look();
        look();
        whole.later(Duration.ofMinutes(6));
        look();
        assertThat(stops()).containsExactly("raised", "waits");
        assertThat(said("stop_announced")).hasSize(2);
        assertThat(state()).isEqualTo(Lease.State.LIVE);
        whole.later(Duration.ofMinutes(10));
        look();
        assertThat(stops()).containsExactly("raised", "stopped");
        assertThat(said("stop_taken_back")).hasSize(1);
    }

    @Test
    void ofARaisedLimitEachStepIsToldAgain() throws PeopleSource.Broken {
        budget("perMonth: 0.95");
        assertThat(steps()).containsExactly(90);
        look();
        assertThat(steps()).isEmpty();

        budget("perMonth: 1");
        assertThat(steps()).containsExactly(75);
        look();
        assertThat(steps()).isEmpty();
    }

    @Test
    void aYesToMoreTimeTakesTheStopBack() throws PeopleSource.Broken {
        budget("perMonth: 0.75, atCap: stop, grace: 15m");
        look();
        Request longer = whole.asked(
                "raj", new Intent.Extend(new Target.Id(notebook.lease().value()), new Term.For(Duration.ofHours(1))));
        assertThat(longer.state()).isEqualTo(State.WAITING);
        whole.later(Duration.ofMinutes(1));
        look();
        assertThat(stops()).containsExactly("waits");

        whole.the(RequestService.class)
                .decide(
                        longer.id(),
                        LEE,
                        Choice.APPROVE,
                        whole.find(longer.id()).digest(),
                        "");
        assertThat(whole.find(longer.id()).state()).isEqualTo(State.LIVE);
        look();
        assertThat(stops()).containsExactly("left");
        assertThat(said("stop_taken_back"))
                .singleElement()
                .asString()
                .containsPattern(
                        "^It is not stopped after all: a change of it was agreed to since\\. It ends Tue .+ 18:00 ");
        whole.later(Duration.ofMinutes(20));
        look();
        assertThat(stops()).containsExactly("left");
        assertThat(state()).isEqualTo(Lease.State.LIVE);
    }

    @Test
    void theChainOfARequestTellsNothingOfATeamsMoney() throws PeopleSource.Broken {
        budget("perMonth: 0.75, atCap: stop, grace: 15m");
        look();
        assertThat(announced(notebook.id().value()))
                .contains("\"alert\":", "\"at\":", "\"month\":")
                .doesNotContain("0.75", "0.77", "EUR", "limit", "used");
        assertThat(announced("system")).contains("\"limit\":\"0.75 EUR\"", "\"used\":\"0.77 EUR\"");
    }

    private String announced(String chain) {
        return whole.the(Audit.class).of(chain).stream()
                .filter(fact -> fact.what().equals("stop-announced"))
                .map(fact -> fact.detail().toString())
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private void budget(String written) throws PeopleSource.Broken {
        files.put("people.yaml", before.replace("{perMonth: 1500, owner: lee,", "{" + written + ", owner: lee,"));
        whole.the(Bundles.class).read();
    }

    private void look() {
        BudgetAlerts alerts = whole.the(BudgetAlerts.class);
        BudgetStops stops = whole.the(BudgetStops.class);
        alerts.due().forEach(due -> together(() -> alerts.take(due)));
        stops.toAnnounce().forEach(due -> together(() -> stops.announce(due)));
        stops.due().forEach(due -> together(() -> stops.carryOut(due)));
        whole.work();
    }

    private List<Integer> steps() {
        return whole.the(BudgetAlerts.class).due().stream()
                .map(ThresholdCrossing::step)
                .toList();
    }

    private void leave(long alert) {
        together(() -> whole.the(BudgetAlerts.class).leave(alert, LEE));
    }

    private void together(Runnable work) {
        new TransactionTemplate(whole.the(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    private long alert(String kind) {
        return whole.jdbc()
                .sql("select id from budget_alert where kind = ? and step like 'used:%' order by id desc limit 1")
                .param(kind)
                .query(Long.class)
                .single();
    }

    private List<String> stops() {
        return whole.jdbc()
                .sql("select outcome from budget_stop where lease = ? order by alert")
                .param(notebook.lease().value())
                .query(String.class)
                .list();
    }

    private List<String> said(String kind) {
        return whole.jdbc()
                .sql("select words from notice where request = ? and lower(kind) = ? order by id")
                .param(notebook.id().value())
                .param(kind)
                .query(String.class)
                .list();
    }

    private Lease.State state() {
        return whole.lease(notebook.lease()).state();
    }
}
