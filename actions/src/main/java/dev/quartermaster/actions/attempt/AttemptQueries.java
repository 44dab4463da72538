package dev.quartermaster.actions.attempt;

import dev.quartermaster.actions.attempt.Attempts.Parked;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tries, counted in the statement that begins one. */
@Component
class AttemptQueries {
    private final JdbcClient jdbc;

    AttemptQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return the number of this try; the first is 1 */
    int begin(String kind, String item) {
        return jdbc.sql("""
                        insert into attempt (kind, item, tries) values (:kind, :item, 1)
                        on conflict (kind, item) do update set tries = attempt.tries + 1, begun_at = now()
                        returning tries""")
                .param("kind", kind)
                .param("item", item)
                .query(Integer.class)
                .single();
    }

    void ended(String kind, String item) {
        jdbc.sql("delete from attempt where kind = :kind and item = :item")
                .param("kind", kind)
                .param("item", item)
                .update();
    }

    void uncounted(String kind, String item) {
        jdbc.sql("update attempt set tries = tries - 1 where kind = :kind and item = :item and tries > 0")
                .param("kind", kind)
                .param("item", item)
                .update();
    }

    /** @return whether it counted */
    boolean passed(String kind, String item) {
        return jdbc.sql("""
                        update attempt set passed = passed + 1, trouble = 'database',
                          tries = tries - case when passed < 20 then 1 else 0 end
                        where kind = :kind and item = :item and tries > 0 returning passed > 20""")
                .param("kind", kind)
                .param("item", item)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void failed(String kind, String item, String trouble) {
        jdbc.sql("update attempt set trouble = :trouble where kind = :kind and item = :item")
                .param("trouble", trouble)
                .param("kind", kind)
                .param("item", item)
                .update();
    }

    boolean due(String kind, String item) {
        return jdbc.sql("select count(*) from attempt where kind = :kind and item = :item and not_before > now()")
                        .param("kind", kind)
                        .param("item", item)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    void later(String kind, String item, Duration pause) {
        jdbc.sql("update attempt set not_before = now() + :pause * interval '1 second'"
                        + " where kind = :kind and item = :item")
                .param("pause", pause.toSeconds())
                .param("kind", kind)
                .param("item", item)
                .update();
    }

    long parked() {
        return jdbc.sql("select count(*) from attempt where tries >= 5")
                .query(Long.class)
                .single();
    }

    List<Parked> untold() {
        // A fifth try that is still going on is not parked yet; one that is killed never says so, hence the minute.
        return jdbc.sql("""
                        update attempt set told = true where tries >= 5 and not told
                          and (trouble is not null or tries > 5 or begun_at < now() - interval '1 minute')
                        returning kind, item, coalesce(trouble, '') as trouble""").query(Parked.class).list();
    }

    void forget() {
        jdbc.sql("delete from attempt where begun_at < now() - interval '30 days'")
                .update();
    }
}
