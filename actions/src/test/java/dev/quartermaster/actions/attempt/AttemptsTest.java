package dev.quartermaster.actions.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.support.JdbcTransactionManager;

@RealPostgres
class AttemptsTest {
    private final Database database;
    private final Attempts attempts;

    AttemptsTest(Database database) {
        this.database = database;
        this.attempts =
                new Attempts(new AttemptQueries(database.jdbc()), new JdbcTransactionManager(database.dataSource()));
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("delete from attempt").update();
    }

    @Test
    void aBeginningIsCountedThoughItsTransactionIsLost() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    assertThat(attempts.begin("lease", "a")).isEqualTo(1);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        assertThat(attempts.begin("lease", "a")).isEqualTo(2);
    }

    @Test
    void whatCameToAnEndIsCountedAnew() {
        attempts.begin("lease", "a");
        attempts.begin("lease", "a");
        attempts.ended("lease", "a");
        assertThat(attempts.begin("lease", "a")).isEqualTo(1);
    }

    @Test
    void oneThatEndsInAnErrorStopsNoOtherAndIsParkedAfterFiveTries() {
        List<String> worked = new ArrayList<>();
        for (int round = 0; round < 9; round++) {
            for (String item : List.of("poison", "sound")) {
                attempts.each("request", item, () -> {
                    worked.add(item);
                    if (item.equals("poison")) throw new StackOverflowError();
                });
            }
        }
        assertThat(worked).filteredOn("poison"::equals).hasSize(5);
        assertThat(worked).filteredOn("sound"::equals).hasSize(9);
        assertThat(attempts.parked()).isEqualTo(1);
        assertThat(attempts.untold())
                .containsExactly(new Attempts.Parked("request", "poison", "java.lang.StackOverflowError"));
        assertThat(attempts.untold()).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayIsNobodysFault() {
        for (int round = 0; round < 9; round++) {
            attempts.each("request", "sound", () -> {
                throw new DataAccessResourceFailureException("away");
            });
        }
        assertThat(attempts.parked()).isZero();
    }

    @Test
    void anItemThatLosesItsConnectionEachTimeIsParkedInTheEnd() {
        for (int round = 0; round < 40; round++) {
            attempts.each("request", "slow", () -> {
                throw new DataAccessResourceFailureException("idle for too long");
            });
        }
        assertThat(attempts.parked()).isEqualTo(1);
    }
}
