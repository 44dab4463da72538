package dev.quartermaster.actions.lease.store;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        record Took(PathName path, Duration length) {}
        return jdbc
                .sql("select plan, extract(epoch from started - opened)::bigint as seconds from lease"
                        + " where started is not null order by started desc limit 300")
                .query((row, number) -> new Took(
                        json.read(row.getString("plan"), Plan.class).path(),
                        Duration.ofSeconds(row.getLong("seconds"))))
                .list()
                .stream()
                .filter(took -> took.path().equals(path))
                .map(Took::length)
                .limit(limit)
                .toList();
    }

    /** Whether nobody looks at it any more; empty: there is no such lease. */
    public Optional<Boolean> settled(LeaseId lease) {
        return jdbc.sql("select settled from lease where id = :id")
                .param("id", lease.value())
                .query(Boolean.class)
                .optional();
    }

    /** Of every lease there ever was. */
    public Map<LeaseId, Boolean> settled() {
        Map<LeaseId, Boolean> all = new HashMap<>();
        jdbc.sql("select id, settled from lease").query(row -> {
            all.put(new LeaseId(row.getString("id")), row.getBoolean("settled"));
        });
        return all;
    }
}
