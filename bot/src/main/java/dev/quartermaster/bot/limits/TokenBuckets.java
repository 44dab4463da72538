package dev.quartermaster.bot.limits;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.PersonLimits.Rate;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rate limits: a token bucket per person and kind, kept as one moment: when it will be full again. Each token moves
 * that moment on by a step, and is there as long as it stays within a burst from now (the generic cell rate algorithm
 * of ATM Forum TM 4.0). Joins the caller's transaction: what is undone costs nothing.
 */
@Component
public class TokenBuckets {
    private static final String SILENCE = "interval '10 minutes'";

    private final JdbcClient jdbc;

    TokenBuckets(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public sealed interface Answer {
        record Taken() implements Answer {}

        /**
         * @param again when one is there again
         * @param since the first that was refused of this flood; one ends with ten minutes without a refusal
         * @param refused how many of it so far, this one included
         */
        record Spent(Instant again, Instant since, int refused) implements Answer {}
    }

    /**
     * Takes one token. @param kind names the bucket, such as {@code messages}; each kind of a person is counted by
     * itself
     */
    public Answer take(PersonId person, String kind, Rate rate) {
        // A moment further away than a burst is from a clock that was put back since: it counts as whole.
        int taken = jdbc.sql("""
                        insert into allowance as a (person, kind, whole_at)
                        values (:person, :kind, (select qm_now()) + :step * interval '1 second')
                        on conflict (person, kind) do update set whole_at = :step * interval '1 second'
                          + case when a.whole_at > (select qm_now()) + (:burst + 1) * :step * interval '1 second' then (select qm_now())
                              else greatest(a.whole_at, (select qm_now())) end
                        where a.whole_at <= (select qm_now()) + (:burst - 1) * :step * interval '1 second'
                          or a.whole_at > (select qm_now()) + (:burst + 1) * :step * interval '1 second'""")
                .param("person", person.value())
                .param("kind", kind)
                .param("step", rate.step().toNanos() / 1e9)
                .param("burst", rate.burst())
                .update();
        return taken == 1 ? new Answer.Taken() : spent(person, kind, rate);
    }

    private Answer spent(PersonId person, String kind, Rate rate) {
        return jdbc.sql("update allowance set refused_at = (select qm_now()),"
                        + " refused = case when refused_at > (select qm_now()) - " + SILENCE
                        + " then refused + 1 else 1 end,"
                        + " refused_since = case when refused_at > (select qm_now()) - " + SILENCE
                        + " then refused_since else (select qm_now()) end"
                        + " where person = :person and kind = :kind"
                        + " returning whole_at - (:burst - 1) * :step * interval '1 second' as again,"
                        + " refused_since, refused")
                .param("person", person.value())
                .param("kind", kind)
                .param("step", rate.step().toNanos() / 1e9)
                .param("burst", rate.burst())
                .query((row, n) -> new Answer.Spent(
                        row.getTimestamp("again").toInstant(),
                        row.getTimestamp("refused_since").toInstant(),
                        row.getInt("refused")))
                .single();
    }
}
