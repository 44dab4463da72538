package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.postgres.StatementCount;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the most frequent things cost the database, in statements; how rows are read and written must not add to it. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsCountedTest {
    private static final int LEASES = 5;

    private final StatementCount statements;
    private final DeskAndLeases whole;

    StatementsCountedTest(Database database) throws IOException {
        this.statements = new StatementCount(database.dataSource());
        this.whole = DeskAndLeases.at(statements, BundleFiles.ofJar());
    }

    @AfterAll
    void close() {
        whole.close();
    }

    @Test
    void aRequestIsFiled() {
        assertAtMost(41, statements.during(this::asked));
    }

    @Test
    void aVoteThatLeavesItWaiting() {
        Request request = asked();

        assertAtMost(37, statements.during(() -> whole.decide(request.id(), "omar", Choice.APPROVE)));
    }

    @Test
    void aVoteThatDecides() {
        Request request = asked();
        whole.decide(request.id(), "omar", Choice.APPROVE);

        assertAtMost(56, statements.during(() -> whole.decide(request.id(), "mia", Choice.APPROVE)));
    }

    @Test
    void passesThatHandOver() {
        whole.work();
        for (int lease = 0; lease < LEASES; lease++) {
            approved();
        }

        // The last look finds nothing to do.
        assertAtMost(LEASES * 60 + 1, statements.during(whole::work));
    }

    @Test
    void aPassOverWhatIsLive() {
        for (int lease = 0; lease < LEASES; lease++) {
            approved();
        }
        whole.work();
        int live = whole.leases().size();
        whole.jdbc().sql("update lease set due = clock_timestamp()").update();

        assertAtMost(live * 5, statements.during(() -> {
            for (int lease = 0; lease < live; lease++) {
                assertThat(whole.one()).isTrue();
            }
        }));
    }

    private static void assertAtMost(int most, List<String> executed) {
        // The configuration in force is looked at by the clock, now and then, whoever asks.
        List<String> counted =
                executed.stream().filter(each -> !each.contains("bundle")).toList();
        assertThat(counted.size())
                .as("%s statements:%n%s", counted.size(), String.join("\n", counted))
                .isLessThanOrEqualTo(most);
    }

    private Request asked() {
        Intent intent = new Intent.Launch(
                new PathName("data-science-experimentation"),
                new TreeMap<>(Map.of("gpus", new Value.Whole(1))),
                new Term.For(Duration.ofHours(8)),
                "churn");
        return whole.asked("ana", intent);
    }

    private void approved() {
        Request request = asked();
        whole.decide(request.id(), "omar", Choice.APPROVE);
        whole.decide(request.id(), "mia", Choice.APPROVE);
    }
}
