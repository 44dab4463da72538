package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.cluster.Labels;
import dev.quartermaster.actions.cluster.ObjectRef;
import dev.quartermaster.actions.cluster.Ownership.Identity;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.PartName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@RealPostgres
class SqlOwnershipTest {
    private static final ObjectRef LAB = new ObjectRef("apps/v1", "StatefulSet", "team-growth", "lab");
    private static final Labels ANAS = labels("lease-abcdefghij");
    private static final Labels OTHER = labels("lease-zzzzzzzzzz");

    private final JdbcClient jdbc;
    private final SqlOwnership ownership;

    SqlOwnershipTest(Database database) {
        jdbc = JdbcClient.create(database.dataSource());
        ownership = new SqlOwnership(jdbc);
    }

    @BeforeEach
    void leases() {
        jdbc.sql("delete from cluster_object").update();
        for (var lease : new Labels[] {ANAS, OTHER}) {
            jdbc.sql("insert into lease (id, request, owner, team, summary, purpose, plan, version, per_hour, currency,"
                            + " state, until) values (?, ?, 'ana', 'growth', '', '', '{}', 'v', 0, 'EUR', 'live', now())"
                            + " on conflict do nothing")
                    .params(lease.lease().value(), "req-" + lease.lease().value())
                    .update();
        }
        known(false);
    }

    @Test
    void theFirstWithTheMarkOfAMakingIsOursAndNoOther() {
        var mark = ownership.intend(LAB, ANAS);
        assertThat(ownership.mark(LAB, ANAS, seen("u1", mark))).contains(mark);
        assertThat(ownership.mark(LAB, ANAS, seen("u1", "")))
                .as("stripped of its mark")
                .contains(mark);
        assertThat(ownership.mark(LAB, ANAS, seen("u2", mark))).as("a copy").isEmpty();
        assertThat(ownership.mark(LAB, OTHER, seen("u1", mark)))
                .as("another lease")
                .isEmpty();
        assertThat(ownership.mark(LAB, ANAS, seen("u3", "guessed"))).isEmpty();
        assertThat(ownership.mark(LAB, ANAS, seen("u4", ""))).as("labels alone").isEmpty();
    }

    @Test
    void eachMakingHasAMarkOfItsOwnAndAStalledOnesIsStillKnown() {
        var stalled = ownership.intend(LAB, ANAS);
        var next = ownership.intend(LAB, ANAS);
        assertThat(next).isNotEqualTo(stalled);
        assertThat(ownership.mark(LAB, ANAS, seen("u1", next))).contains(next);
        assertThat(ownership.mark(LAB, ANAS, seen("u2", stalled))).contains(stalled);
        assertThat(ownership.made(ANAS)).containsExactly(LAB);
        assertThat(ownership.made(OTHER)).isEmpty();
    }

    @Test
    void ofALeaseFromBeforeItsLabelsAreBelievedOnceAnObject() {
        known(true);
        var mark = ownership.mark(LAB, ANAS, seen("u1", ""));
        assertThat(mark).isPresent();
        assertThat(ownership.mark(LAB, ANAS, seen("u1", ""))).isEqualTo(mark);
        assertThat(ownership.mark(LAB, ANAS, seen("u2", "")))
                .as("made again by others")
                .isEmpty();
        assertThat(ownership.mark(
                        LAB, ANAS, new Identity("u3", "", OTHER.lease().value())))
                .isEmpty();
        assertThat(ownership.made(ANAS)).containsExactly(LAB);
    }

    private void known(boolean byLabels) {
        jdbc.sql("update lease set known_by_labels = ?").param(byLabels).update();
    }

    private static Identity seen(String uid, String mark) {
        return new Identity(uid, mark, ANAS.lease().value());
    }

    private static Labels labels(String lease) {
        return new Labels(new LeaseId(lease), new PartName("home"), new TeamId("growth"), new PersonId("ana"), 1);
    }
}
