package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.json.Json;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who works on a lease. A claim is a time until which nobody else takes it and an epoch that only grows: whoever holds
 * an older one can write neither here nor, by the providers' contract, to what is made. A killed worker's claim runs out.
 */
@Component
class Claims {
    private static final String CLAIM = """
            update lease set epoch = epoch + 1, held_until = clock_timestamp() + make_interval(secs => :hold)
            where id = (
                select id from lease
                where not settled
                  and (held_until is null or held_until <= clock_timestamp())
                  and (due <= clock_timestamp() or (state = 'live' and (until <= qm_now() or warn_at <= qm_now())))
                  and (state <> 'providing' or starts is null or starts <= qm_now())
                order by due limit 1
                for update skip locked)
            returning *""";

    private final JdbcClient jdbc;
    private final Json json;
    private final Pace pace;

    Claims(JdbcClient jdbc, Json json, Pace pace) {
        this.jdbc = jdbc;
        this.json = json;
        this.pace = pace;
    }

    /** The lease that has waited longest for work, if any has. */
    Optional<LeaseRow> take() {
        return jdbc.sql(CLAIM)
                .param("hold", seconds(pace.hold()))
                .query((row, number) -> LeaseRow.read(row, json))
                .optional();
    }

    /** Holds on for longer. @return false: another worker has it now, or something else is wanted by now; stop */
    boolean hold(LeaseRow claimed) {
        return jdbc.sql("update lease set held_until = clock_timestamp() + make_interval(secs => :hold)"
                                + " where id = :id and epoch = :epoch and state = :state")
                        .param("hold", seconds(pace.hold()))
                        .param("id", claimed.id().value())
                        .param("epoch", claimed.epoch())
                        .param("state", claimed.state().word())
                        .update()
                == 1;
    }

    /**
     * Lets go until later, but not where something else is wanted by now than when it was taken.
     *
     * @param further whether it came further: the count of tries starts anew
     */
    void rest(LeaseRow claimed, Duration pause, boolean further) {
        jdbc.sql("update lease set held_until = null, due = clock_timestamp()"
                        + " + make_interval(secs => case when wishes = :wishes then :pause else 0 end),"
                        + " tries = case when :further then 0 else tries + 1 end where id = :id and epoch = :epoch")
                .param("pause", seconds(pause))
                .param("wishes", claimed.wishes())
                .param("further", further)
                .param("id", claimed.id().value())
                .param("epoch", claimed.epoch())
                .update();
    }

    /** Whoever takes it after this claim has run out does so no sooner, unless something else is wanted by then. */
    void defer(LeaseRow claimed, Duration pause) {
        jdbc.sql("update lease set due = clock_timestamp() + make_interval(secs => :pause)"
                        + " where id = :id and epoch = :epoch")
                .param("pause", seconds(pause))
                .param("id", claimed.id().value())
                .param("epoch", claimed.epoch())
                .update();
    }

    /** Nothing of it is left, seen a while after its end: nobody looks at it again. */
    void settled(LeaseRow claimed) {
        jdbc.sql("update lease set settled = true, held_until = null where id = :id and epoch = :epoch")
                .param("id", claimed.id().value())
                .param("epoch", claimed.epoch())
                .update();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }
}
