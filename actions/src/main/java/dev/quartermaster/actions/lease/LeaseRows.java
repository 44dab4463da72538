package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.json.Json;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
    boolean insert(Opening opening) {
        Request request = opening.request();
        int inserted = jdbc.sql("""
                        insert into lease (id, request, owner, team, summary, purpose, plan, version, namespace, per_hour, currency,
                                           state, asked_until, starts, until)
                        values (:id, :request, :owner, :team, :summary, :purpose, :plan, :version, :namespace, :perHour, :currency,
                                'providing', :asked::timestamptz, :starts::timestamptz,
                                coalesce(:asked::timestamptz,
                                         greatest(:starts::timestamptz, qm_now()) + make_interval(secs => :term)))
                        on conflict do nothing""")
                .param("id", request.id().lease().value())
                .param("request", request.id().value())
                .param("owner", request.owner().value())
                .param("team", request.team().value())
                .param("summary", request.summary())
                .param("purpose", request.purpose())
                .param("plan", json.write(opening.plan()))
                .param("version", request.judgement().version())
                .param("namespace", opening.namespace())
                .param("perHour", opening.rate().amount())
                .param("currency", opening.rate().currency())
                .param("asked", at(opening.askedUntil()))
                .param("starts", at(opening.starts()))
                .param("term", (double) opening.plan().term().toSeconds())
                .update();
        if (inserted == 1) {
            insertParts(opening);
        }
        return inserted == 1;
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    private void insertParts(Opening opening) {
        int position = 0;
        for (Part part : opening.plan().parts()) {
            jdbc.sql("insert into lease_part (lease, position, name, provider, state, per_hour)"
                            + " values (:lease, :position, :name, :provider, :state, :perHour)")
                    .param("lease", opening.request().id().lease().value())
                    .param("position", position++)
                    .param("name", part.name().value())
                    .param("provider", part.provider())
                    .param("state", opening.parts().contains(part.name()) ? "wanted" : "waiting")
                    .param("perHour", opening.share(part.name()).amount())
                    .update();
        }
    }

    /**
     * Of the parts that waited, those wanted from now on, as judged just now. What is live already is joined when they
     * are ready; what is still being made waits for them.
     */
    List<PartName> want(LeaseRow lease, Opening opening) {
        boolean live = lease.started() != null;
        List<PartName> wanted = new ArrayList<>();
        BigDecimal added = BigDecimal.ZERO;
        for (PartName part : opening.parts()) {
            int changed = jdbc.sql("update lease_part set state = 'wanted', late = :late, per_hour = :perHour"
                            + " where lease = :lease and name = :name and state = 'waiting'")
                    .param("late", live)
                    .param("perHour", opening.share(part).amount())
                    .param("lease", lease.id().value())
                    .param("name", part.value())
                    .update();
            if (changed == 1) {
                wanted.add(part);
                added = live ? added : added.add(opening.share(part).amount());
            }
        }
        if (wanted.isEmpty()) {
            return wanted;
        }
        jdbc.sql("update lease set plan = :plan, per_hour = per_hour + :added, wishes = wishes + 1,"
                        + " due = clock_timestamp() where id = :id")
                .param("plan", json.write(opening.into(lease.plan(), wanted)))
                .param("added", added)
                .param("id", lease.id().value())
                .update();
        return wanted;
    }

    /** What waits will not come. @return the rate it would have had */
    BigDecimal dropWaiting(LeaseRow lease) {
        return jdbc
                .sql(
                        "update lease_part set state = 'gone' where lease = :lease and state = 'waiting' returning per_hour")
                .param("lease", lease.id().value())
                .query(BigDecimal.class)
                .list()
                .stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    Optional<LeaseRow> find(LeaseId id) {
        return query("id = :value", id.value(), 1).stream().findFirst();
    }

    /** Locked until the transaction ends, and so are its parts. */
    Optional<LeaseRow> lock(LeaseId id) {
        Optional<LeaseRow> row = jdbc.sql("select * from lease where id = :id for update")
                .param("id", id.value())
                .query((each, number) -> LeaseRow.read(each, json))
                .optional();
        jdbc.sql("select name from lease_part where lease = :id order by position for update")
                .param("id", id.value())
                .query(String.class)
                .list();
        return row;
    }

    /** Newest first. @param condition ours, about {@code :value} */
    List<LeaseRow> query(String condition, String value, int limit) {
        return jdbc.sql("select * from lease where " + condition + " order by opened desc, id limit :limit")
                .param("value", value)
                .param("limit", limit)
                .query((row, number) -> LeaseRow.read(row, json))
                .list();
    }

    /** Everything of a team's that is not on its way out. */
    List<LeaseRow> open(TeamId team) {
        return jdbc.sql("select * from lease where team = :team and state in ('providing', 'live', 'stopped')"
                        + " order by opened, id")
                .param("team", team.value())
                .query((row, number) -> LeaseRow.read(row, json))
                .list();
    }

    /** Everybody's that is not over yet; newest first. */
    List<LeaseRow> open() {
        return jdbc.sql("select * from lease where state in ('providing', 'live', 'stopped', 'ending')"
                        + " order by opened desc, id")
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

    /** Those that are still to be looked at, and of which it is not known where their things are made. */
    List<LeaseRow> withoutNamespace() {
        return query("namespace is null and not settled and :value = ''", "", Integer.MAX_VALUE);
    }

    void namespace(LeaseId lease, String namespace) {
        jdbc.sql("update lease set namespace = :namespace where id = :id and namespace is null")
                .param("namespace", namespace)
                .param("id", lease.value())
                .update();
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

    /** Its credentials were shown, now for the last time. */
    void revealed(LeaseId id, PartName part) {
        jdbc.sql("update lease_part set revealed = qm_now() where lease = :lease and name = :name")
                .param("lease", id.value())
                .param("name", part.value())
                .update();
    }
}
