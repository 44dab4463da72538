package dev.quartermaster.deploy.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL killed under load, a second program on the same folder, and an orderly end (threats: 29, 34).
 * {@code -Dkills=20} kills more often.
 */
@Tag("faults")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DatabaseTest {
    private static final int KILLS = Integer.getInteger("kills", 2);

    @TempDir
    static Path folder;

    private static Trial trial;

    @BeforeAll
    static void start() throws Exception {
        trial = Trial.start(folder);
    }

    @AfterAll
    static void stop() throws Exception {
        if (trial != null) {
            trial.close();
        }
    }

    @Test
    @Order(1)
    void whatGotIts200IsThereAfterTheDatabaseWasKilled() throws Exception {
        List<Long> away = new ArrayList<>();
        int accepted = 0;
        int refused = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            AtomicBoolean going = new AtomicBoolean(true);
            List<Integer> answers = new ArrayList<>();
            Thread load = Thread.ofVirtual().start(() -> {
                while (going.get()) {
                    answers.add(said());
                }
            });
            Thread.sleep(300);
            ProcessHandle postmaster = trial.jar().embedded().postmaster();
            assertThat(postmaster.destroyForcibly()).isTrue();
            Instant killed = Instant.now();
            // On a busy machine it may be back before anybody has asked for its readiness.
            trial.eventually("another PostgreSQL", () -> trial.jar().embedded().after(postmaster));
            trial.eventually("ready again", () -> trial.jar().ready() == 200 ? Optional.of(true) : Optional.empty());
            away.add(Duration.between(killed, Instant.now()).toMillis());
            Thread.sleep(300);
            going.set(false);
            load.join();
            accepted += (int) answers.stream().filter(each -> each == 200).count();
            refused += (int) answers.stream().filter(each -> each != 200).count();
        }
        int expected = accepted;
        trial.eventually(
                "everything accepted is worked", () -> rows("done") >= expected ? Optional.of(true) : Optional.empty());
        assertThat(rows("waiting") + rows("parked")).isZero();
        System.out.printf(
                "PostgreSQL killed %d times: %d accepted, all worked; %d refused; back after %s ms%n",
                KILLS, accepted, refused, away);
        assertThat(trial.jar().log()).contains("The embedded PostgreSQL has ended without being asked to");
    }

    @Test
    @Order(2)
    void aSecondProgramOnTheSameFolderIsToldToUseAnother() throws Exception {
        ProcessHandle postmaster = trial.jar().embedded().postmaster();

        assertThat(trial.jar().second()).isNotZero();

        assertThat(trial.jar().log())
                .contains("is in use by another Quartermaster that runs right now (process ")
                .contains("QUARTERMASTER_HOME");
        assertThat(postmaster.isAlive()).isTrue();
        assertThat(trial.jar().ready()).isEqualTo(200);
    }

    @Test
    @Order(3)
    void itEndsInOrderAndLeavesNoDatabaseBehind() throws Exception {
        trial.person("ana").commands("launch data-science-experimentation --duration 1h --purpose last");
        ProcessHandle postmaster = trial.jar().embedded().postmaster();

        Duration took = trial.jar().stop();

        System.out.println("asked to stop: ended after " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(15));
        trial.eventually(
                "no PostgreSQL left behind", () -> postmaster.isAlive() ? Optional.empty() : Optional.of(true));
    }

    private static int said() {
        try {
            return trial.person("mia").commands("help");
        } catch (IOException cut) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int rows(String state) throws Exception {
        return Integer.parseInt(trial.jar()
                .embedded()
                .select("select count(*) from slack_inbox where state = '" + state + "'")
                .getFirst());
    }
}
