package dev.quartermaster.actions.lease.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.lease.store.LeaseRow;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which lease is worked on next, before a backlog of twenty that are all due. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NextLeaseTest {
    private final Worker worker;
    private final JdbcClient jdbc;
    private final List<String> backlog = new ArrayList<>();

    NextLeaseTest(Database database) {
        this.worker = new Worker(database, new World(), Fuse.never());
        this.jdbc = database.jdbc();
    }

    @BeforeAll
    void twentyAreLiveAndDue() {
        for (int lease = 0; lease < 20; lease++) {
            Request request = worker.open(Wishes.of("home"));
            backlog.add(request.lease().value());
            worker.work();
        }
    }

    @AfterAll
    void close() {
        worker.close();
    }

    @Test
    void anEndIsBeforeEverythingElseThenAWarningThenWhatWaitedLongest() {
        jdbc.sql(
                        "update lease set due = clock_timestamp() - interval '1 hour' - interval '1 minute' * (hashtext(id) & 31),"
                                + " until = qm_now() + interval '2 hours', warn_at = null, held_until = null")
                .update();
        set(0, "until = qm_now() - interval '1 second', due = clock_timestamp() + interval '1 hour'");
        set(1, "state = 'ending', due = clock_timestamp() - interval '1 second'");
        set(2, "warn_at = qm_now() - interval '1 second', due = clock_timestamp() + interval '1 hour'");
        set(3, "due = clock_timestamp() - interval '9 hours'");

        List<String> next = new ArrayList<>();
        for (int each = 0; each < 4; each++) {
            next.add(taken());
        }
        assertThat(next).containsExactlyElementsOf(backlog.subList(0, 4));
        set(1, "state = 'live'");
    }

    /** Its end comes to nothing each time: it is tried when it is due, and the others are not kept waiting. */
    @Test
    void whatBrokeItsWorkerTooOftenWaitsForItsTime() {
        jdbc.sql("update lease set due = clock_timestamp() - interval '1 hour', until = qm_now() + interval '2 hours',"
                        + " warn_at = null, held_until = null")
                .update();
        set(0, "until = qm_now() - interval '1 second', due = clock_timestamp() + interval '1 hour'");
        jdbc.sql("insert into attempt (kind, item, tries) values ('lease', ?, 5)")
                .param(backlog.getFirst())
                .update();
        assertThat(taken()).isNotEqualTo(backlog.getFirst());

        set(0, "due = clock_timestamp()");
        assertThat(taken()).isEqualTo(backlog.getFirst());
        jdbc.sql("delete from attempt").update();
    }

    /** With the cluster away, all of what ends is tried again and again: grants and repositories still get their turn. */
    @Test
    void whatCannotBeTakenBackKeepsNotEveryHand() {
        jdbc.sql("update lease set state = 'ending', due = clock_timestamp() - interval '1 hour', held_until = null,"
                        + " until = qm_now() + interval '2 hours', warn_at = null")
                .update();
        set(7, "state = 'live', due = clock_timestamp() - interval '1 second'");
        assertThat(worker.the(LeaseClaims.class).takeBesideEndings())
                .hasValueSatisfying(taken -> assertThat(taken.id().value()).isEqualTo(backlog.get(7)));
        set(7, "due = clock_timestamp() + interval '1 hour', held_until = null");
        assertThat(worker.the(LeaseClaims.class).takeBesideEndings())
                .as("nothing else is due, so the hand is not idle")
                .hasValueSatisfying(taken -> assertThat(taken.id().value()).isNotEqualTo(backlog.get(7)));
        jdbc.sql("update lease set state = 'live', held_until = null").update();
    }

    /** A passing fault is no attempt that is counted, and yet it is not taken again in the same moment. */
    @Test
    void anEndThatCameToNothingWaitsForItsNextTry() {
        jdbc.sql("update lease set due = clock_timestamp() + interval '1 hour', until = qm_now() + interval '2 hours',"
                        + " warn_at = null, held_until = null")
                .update();
        set(0, "until = qm_now() - interval '1 second', tries = 1");
        assertThat(worker.the(LeaseClaims.class).take()).isEmpty();
        set(0, "due = clock_timestamp(), tries = 1");
        assertThat(taken()).isEqualTo(backlog.getFirst());
        set(0, "tries = 0, until = qm_now() + interval '2 hours'");
    }

    private void set(int lease, String columns) {
        jdbc.sql("update lease set " + columns + " where id = ?")
                .param(backlog.get(lease))
                .update();
    }

    /** Held for an hour: the worker's own hold runs out at once. */
    private String taken() {
        LeaseRow taken = worker.the(LeaseClaims.class).take().orElseThrow();
        jdbc.sql("update lease set held_until = clock_timestamp() + interval '1 hour' where id = ?")
                .param(taken.id().value())
                .update();
        return taken.id().value();
    }
}
