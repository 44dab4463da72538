package dev.quartermaster.bot.digest;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code digest}: which digests were looked at, whether or not there was anything to say. */
@Component
class SentDigests {
    private final JdbcClient jdbc;

    SentDigests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false: it was looked at before, here or by another replica */
    boolean first(DueDigest due) {
        return jdbc.sql("insert into digest (key, day) values (:key, :day) on conflict (key) do nothing")
                        .param("key", due.key())
                        .param("day", due.day())
                        .update()
                == 1;
    }

    Set<String> since(LocalDate day) {
        return new HashSet<>(jdbc.sql("select key from digest where day >= :day")
                .param("day", day)
                .query(String.class)
                .list());
    }

    void forget(LocalDate before) {
        jdbc.sql("delete from digest where day < :before")
                .param("before", before)
                .update();
    }
}
