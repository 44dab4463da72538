package dev.quartermaster.actions.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

@RealPostgres
class TimeQueriesTest {
    private final Database database;

    TimeQueriesTest(Database database) {
        this.database = database;
    }

    @Test
    void timeMovesByTheOffset() {
        DatabaseTime time = new TimeQueries(database.jdbc(), true);
        time.offset(Duration.ofDays(3));

        assertThat(time.now()).isCloseTo(Instant.now().plus(3, ChronoUnit.DAYS), within(10, ChronoUnit.SECONDS));
        assertThatIllegalStateException()
                .isThrownBy(() -> new TimeQueries(database.jdbc(), false))
                .withMessageContaining("moved by PT72H");
        time.offset(Duration.ZERO);
    }

    @Test
    void timeIsLockedEverywhereElse() {
        DatabaseTime time = new TimeQueries(database.jdbc(), false);

        assertThatIllegalStateException().isThrownBy(() -> time.offset(Duration.ofSeconds(1)));
    }
}
