package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.LockOrder;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.request.OriginalWords;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.actions.request.emergency.BreakGlass;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whatever becomes of a request, its lease and its money, everybody locks them in one order: nobody waits in a circle. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LockOrderTest {
    private static final List<String> ORDER =
            List.of("allowance", "event", "request", "team", "lease", "lease_part", "account", "team_month", "chain");

    private final LockOrder locks;
    private final DeskAndLeases whole;

    LockOrderTest(Database database) throws IOException {
        this.locks = new LockOrder(database.dataSource(), ORDER, Map.of("usage", "account", "reservation", "account"));
        this.whole = DeskAndLeases.at(locks, BundleFiles.ofJar());
    }

    @AfterAll
    void close() {
        whole.close();
    }

    @Test
    void everyTransactionOfAWholeLifeLocksInTheOrder() {
        handedOverExtendedAndEnded();
        inPartsAndDenied();
        inPartsAndAgreed();
        stoppedWithdrawnAndFailed();
        lapsed();
        replaced();
        emergency();

        assertThat(locks.violations()).isEmpty();
        assertThat(locks.sequences())
                .as("what was seen at all")
                .anyMatch(seen -> seen.startsWith("request team lease lease_part account team_month"))
                .anyMatch(seen -> seen.startsWith("request lease lease_part account"))
                .hasSizeGreaterThan(3);
    }

    private void handedOverExtendedAndEnded() {
        Request notebook = gpus();
        yes(notebook);
        whole.work();
        Intent.Extend longer =
                new Intent.Extend(new Target.Id(notebook.lease().value()), new Term.For(Duration.ofHours(4)));
        yes(whole.asked("ana", longer));
        Request waits = whole.asked("ana", longer);
        whole.decide(waits.id(), "omar", Choice.DENY);
        whole.later(Duration.ofHours(11));
        whole.work();
        whole.later(Duration.ofHours(2));
        whole.work();
        assertThat(whole.lease(notebook.lease()).state()).isEqualTo(Lease.State.ENDED);
    }

    private void inPartsAndDenied() {
        Request parts = whole.asked("ana", launch("data-science-customer-data", Map.of()));
        whole.work();
        whole.decide(parts.id(), "lee", Choice.DENY);
        whole.work();
        whole.desk().stop(parts.lease(), new PersonId("ana"));
        whole.work();
    }

    private void inPartsAndAgreed() {
        Request parts = whole.asked("ana", launch("data-science-customer-data", Map.of()));
        whole.work();
        whole.decide(parts.id(), "lee", Choice.APPROVE);
        whole.jdbc().sql("update lease set due = clock_timestamp()").update();
        whole.work();
        whole.desk().stop(parts.lease(), new PersonId("raj"));
        whole.desk().stop(parts.lease(), new PersonId("mia"));
        whole.work();
    }

    private void stoppedWithdrawnAndFailed() {
        whole.desk().withdraw(gpus().id(), new PersonId("ana"));
        Request notYet = whole.asked("ana", launch("data-science-experimentation", Map.of()));
        whole.desk().stop(notYet.lease(), new PersonId("ana"));
        whole.work();
        Request never = whole.asked("ana", launch("data-science-experimentation", Map.of()));
        whole.world().trouble = new Observed.Broken("The cluster said: no such kind.");
        for (int tries = 0; tries < 4; tries++) {
            whole.jdbc().sql("update lease set due = clock_timestamp()").update();
            whole.work();
        }
        whole.world().trouble = null;
        whole.jdbc().sql("update lease set due = clock_timestamp()").update();
        whole.work();
        assertThat(whole.lease(never.lease()).state()).isEqualTo(Lease.State.FAILED);
    }

    private void lapsed() {
        Request forgotten = gpus();
        Request parts = whole.asked("ana", launch("data-science-customer-data", Map.of()));
        whole.later(Duration.ofDays(4));
        whole.decide(forgotten.id(), "omar", Choice.APPROVE);
        whole.decide(parts.id(), "lee", Choice.APPROVE);
        whole.work();
    }

    private void replaced() {
        Map<String, Value> two = Map.of("gpus", new Value.Whole(2));
        Request other = replaced(gpus(), launch("data-science-experimentation", two));
        replaced(other, launch("data-science-customer-data", Map.of()));
        replaced(gpus(), launch("data-science-experimentation", Map.of()));
        Request running = gpus();
        yes(running);
        whole.work();
        Target lease = new Target.Id(running.lease().value());
        Request longer = whole.asked("ana", new Intent.Extend(lease, new Term.For(Duration.ofHours(4))));
        replaced(longer, new Intent.Extend(lease, new Term.For(Duration.ofHours(3))));
        whole.desk().stop(running.lease(), new PersonId("ana"));
        whole.work();
    }

    private Request replaced(Request waiting, Intent intent) {
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        RequestService.Answer answer = whole.desk()
                .replace(
                        waiting.id(),
                        new PersonId("ana"),
                        intent,
                        new EventKey("instead of " + waiting.id()),
                        OriginalWords.plainly("instead"));
        assertThat(answer).isInstanceOf(RequestService.Answer.Done.class);
        assertThat(whole.find(waiting.id()).state()).isEqualTo(State.WITHDRAWN);
        return ((RequestService.Answer.Done) answer).request();
    }

    private void emergency() {
        whole.the(BreakGlass.class)
                .use(
                        new PersonId("kim"),
                        launch("data-science-experimentation", Map.of("gpus", new Value.Whole(1))),
                        new EventKey("emergency"),
                        "at once",
                        "the model is down");
        whole.work();
    }

    private Request gpus() {
        return whole.asked("ana", launch("data-science-experimentation", Map.of("gpus", new Value.Whole(1))));
    }

    private void yes(Request request) {
        whole.decide(request.id(), "omar", Choice.APPROVE);
        whole.decide(request.id(), "mia", Choice.APPROVE);
    }

    private static Intent launch(String path, Map<String, Value> values) {
        return new Intent.Launch(new PathName(path), new TreeMap<>(values), new Term.For(Duration.ofHours(8)), "churn");
    }
}
