package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Questions over many leases that need no whole row. */
@Component
public class LeaseQueries {
    private final JdbcClient jdbc;
    private final Json json;

    LeaseQueries(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Newest first; looks at the last few hundred hand-overs of all paths. */
    public List<Duration> handedOver(PathName path, int limit) {
        return handedOver(plan -> plan.path().equals(path), limit);
    }

    /** Likewise, of the same path in the same size: with the same numbers and amounts. */
    public List<Duration> handedOver(Plan like, int limit) {
        return handedOver(plan -> plan.path().equals(like.path()) && size(plan).equals(size(like)), limit);
    }

    private static Map<String, Value> size(Plan plan) {
        Map<String, Value> size = new HashMap<>(plan.parameters());
        size.values().removeIf(value -> value instanceof Value.Text || value instanceof Value.Span);
        return size;
    }

    private List<Duration> handedOver(Predicate<Plan> which, int limit) {
        record Took(Plan plan, Duration length) {}
        return jdbc
                .sql("select plan, extract(epoch from started - opened)::bigint as seconds from lease"
                        // Of what changed its size since, nobody knows any more how long the first one took.
                        + " where started is not null and resized_at is null order by started desc limit 300")
                .query((row, number) -> new Took(
                        json.read(row.getString("plan"), Plan.class), Duration.ofSeconds(row.getLong("seconds"))))
                .list()
                .stream()
                .filter(took -> which.test(took.plan()))
                .map(Took::length)
                .limit(limit)
                .toList();
    }

    /** Which of them there are. */
    public Set<LeaseId> existing(Collection<LeaseId> asked) {
        return jdbc.sql("select id from lease where id = any (:ids)")
                .param("ids", asked.stream().map(LeaseId::value).toArray(String[]::new))
                .query((row, number) -> new LeaseId(row.getString("id")))
                .set();
    }

    /** Whether nobody looks at it any more; empty: there is no such lease. */
    public Optional<Boolean> settled(LeaseId lease) {
        return jdbc.sql("select settled from lease where id = :id")
                .param("id", lease.value())
                .query(Boolean.class)
                .optional();
    }

    /** For every lease that ever was: whether nobody looks at it any more. */
    public Map<LeaseId, Boolean> settled() {
        Map<LeaseId, Boolean> all = new HashMap<>();
        jdbc.sql("select id, settled from lease").query(row -> {
            all.put(new LeaseId(row.getString("id")), row.getBoolean("settled"));
        });
        return all;
    }
}
