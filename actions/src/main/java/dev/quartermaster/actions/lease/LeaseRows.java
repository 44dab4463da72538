package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables {@code lease} and {@code lease_part}; every call joins the caller's transaction. */
@Component
class LeaseRows {
    private final JdbcClient jdbc;
    private final Json json;

    LeaseRows(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Opens it once; again is nothing. @return false: it was open already */
    boolean insert(Request request, PersonId owner, Plan plan, Price price, @Nullable Instant askedUntil) {
        LeaseId id = request.id().lease();
        int inserted = jdbc.sql("""
                        insert into lease (id, request, owner, team, summary, purpose, plan, version, per_hour, currency,
                                           state, asked_until, until)
                        values (:id, :request, :owner, :team, :summary, :purpose, :plan, :version, :perHour, :currency,
                                'providing', :asked::timestamptz,
                                coalesce(:asked::timestamptz, qm_now() + make_interval(secs => :term)))
                        on conflict do nothing""")
                .param("id", id.value())
                .param("request", request.id().value())
                .param("owner", owner.value())
                .param("team", request.team().value())
                .param("summary", request.summary())
                .param("purpose", request.purpose())
                .param("plan", json.write(plan))
                .param("version", request.judgement().version())
                .param("perHour", price.perHour().amount())
                .param("currency", price.perHour().currency())
                .param("asked", askedUntil == null ? null : askedUntil.atOffset(ZoneOffset.UTC))
                .param("term", (double) plan.term().toSeconds())
                .update();
        if (inserted == 1) {
            insertParts(id, plan);
        }
        return inserted == 1;
    }

    private void insertParts(LeaseId id, Plan plan) {
        int position = 0;
        for (Part part : plan.parts()) {
            jdbc.sql("insert into lease_part (lease, position, name, provider, state)"
                            + " values (:lease, :position, :name, :provider, 'wanted')")
                    .param("lease", id.value())
                    .param("position", position++)
                    .param("name", part.name().value())
                    .param("provider", part.provider())
                    .update();
        }
    }

    Optional<LeaseRow> find(LeaseId id) {
        return query("id = :value", id.value(), 1).stream().findFirst();
    }

    /** Locked until the transaction ends. */
    Optional<LeaseRow> lock(LeaseId id) {
        return jdbc.sql("select * from lease where id = :id for update")
                .param("id", id.value())
                .query((row, number) -> LeaseRow.read(row, json))
                .optional();
    }

    /** Newest first. @param condition ours, about {@code :value} */
    List<LeaseRow> query(String condition, String value, int limit) {
        return jdbc.sql("select * from lease where " + condition + " order by opened desc, id limit :limit")
                .param("value", value)
                .param("limit", limit)
                .query((row, number) -> LeaseRow.read(row, json))
                .list();
    }

    /** Newest first; looks at the last few hundred hand-overs of all paths. */
    List<Duration> handedOver(PathName path, int limit) {
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

    /** In the order they are made. */
    List<PartRow> parts(LeaseId id) {
        return jdbc.sql("select * from lease_part where lease = :id order by position")
                .param("id", id.value())
                .query(PartRow::read)
                .list();
    }

    /** What was seen of a part, unless the claim was lost. */
    void note(LeaseRow claimed, PartName part, Progress state, String ref, String words) {
        jdbc.sql("update lease_part set state = :state, words = :words,"
                        + " ref = case when :ref = '' then ref else :ref end where lease = :lease and name = :name"
                        + " and exists (select 1 from lease where id = :lease and epoch = :epoch)")
                .param("state", state.word())
                .param("words", words)
                .param("ref", ref)
                .param("lease", claimed.id().value())
                .param("name", part.value())
                .param("epoch", claimed.epoch())
                .update();
    }

    /** @return false: it was so already */
    boolean revealed(LeaseId id, PartName part, boolean shown) {
        return jdbc.sql("update lease_part set revealed = case when :shown then qm_now() end"
                                + " where lease = :lease and name = :name and (revealed is null) = :shown")
                        .param("shown", shown)
                        .param("lease", id.value())
                        .param("name", part.value())
                        .update()
                == 1;
    }
}
