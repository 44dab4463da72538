package dev.quartermaster.actions.time;

import dev.quartermaster.actions.CannotStart;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code qm_now()} of the migrations; Java code asks here, SQL asks there, both get the same time. */
@Component
class TimeQueries implements DatabaseTime {
    private final JdbcClient jdbc;
    private final boolean offsetAllowed;

    TimeQueries(JdbcClient jdbc, @Value("${quartermaster.time.offset-allowed:false}") boolean offsetAllowed) {
        this.jdbc = jdbc;
        this.offsetAllowed = offsetAllowed;
        if (!offsetAllowed && !ahead().isZero()) {
            throw new CannotStart("The time of this database was moved by " + ahead()
                    + " in a local workspace or a test. Use a fresh database, or set it back with"
                    + " update time_offset set \"offset\" = '0'.");
        }
    }

    @Override
    public Instant now() {
        return jdbc.sql("select qm_now()").query(OffsetDateTime.class).single().toInstant();
    }

    @Override
    public void offset(Duration offset) {
        if (!offsetAllowed) {
            throw new IllegalStateException("The time can be moved in the local workspace and in tests only.");
        }
        jdbc.sql("update time_offset set \"offset\" = make_interval(secs => :seconds)")
                .param("seconds", offset.toMillis() / 1000.0)
                .update();
    }

    @Override
    public Duration ahead() {
        double seconds = jdbc.sql("select extract(epoch from \"offset\") from time_offset")
                .query(Double.class)
                .single();
        return Duration.ofMillis(Math.round(seconds * 1000));
    }
}
