package dev.quartermaster.actions.request.store;

import dev.quartermaster.actions.request.ApprovalWaits;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Worked out by the database each time, so that nothing can be counted twice or lost. */
@Component
class ApprovalWaitQueries implements ApprovalWaits {
    private final JdbcClient jdbc;

    ApprovalWaitQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<PersonId, Taken> within(Duration past) {
        Map<PersonId, Taken> taken = new LinkedHashMap<>();
        jdbc.sql("""
                select d.person, count(*) filter (where d.choice = 'approve') as yes,
                  count(*) filter (where d.choice = 'deny') as no,
                  percentile_cont(0.5) within group (order by greatest(
                    0, extract(epoch from d.at - least(coalesce(p.since, r.asked_at), d.at)))) as median
                from decision d join request r on r.id = d.request
                  left join ping p on p.request = d.request and p.person = d.person
                where d.at > (select qm_now()) - make_interval(secs => :past)
                group by d.person order by d.person""").param("past", past.toSeconds()).query(row -> {
            taken.put(
                    new PersonId(row.getString("person")),
                    new Taken(
                            row.getInt("yes"),
                            row.getInt("no"),
                            Duration.ofSeconds(Math.round(row.getDouble("median")))));
        });
        return taken;
    }

    @Override
    public Optional<Duration> median(Duration past) {
        return jdbc.sql("""
                select percentile_cont(0.5) within group (order by greatest(
                    0, extract(epoch from d.at - least(coalesce(p.since, r.asked_at), d.at)))) as median
                from decision d join request r on r.id = d.request
                  left join ping p on p.request = d.request and p.person = d.person
                where d.at > (select qm_now()) - make_interval(secs => :past)
                having count(*) > 0""")
                .param("past", past.toSeconds())
                .query(Double.class)
                .optional()
                .map(seconds -> Duration.ofSeconds(Math.round(seconds)));
    }
}
