package dev.quartermaster.actions.provider.bucket;

import dev.quartermaster.actions.provider.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code bucket_key}. What changes it is done under {@link #lock}, in a transaction of the caller. */
@Component
class BucketQueries {
    private static final String COLUMNS =
            "lease, part, place, bucket, writes, storage, until, epoch, access_key, rotation, ended";
    private static final String THIS = " lease = :lease and part = :part ";

    private final JdbcClient jdbc;

    BucketQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opening and ending buckets of one name wait for each other. */
    void lock(String bucket) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('bucket ' || :bucket, 0))::text")
                .param("bucket", bucket)
                .query(String.class)
                .single();
    }

    Optional<BucketKey> find(Order order) {
        return about("select " + COLUMNS + " from bucket_key where" + THIS, order)
                .query(BucketQueries::key)
                .optional();
    }

    /** Where an open bucket of that name is that is the same person's: one they only read is somebody else's. */
    Optional<String> own(Order order, String bucket) {
        return jdbc.sql(
                        "select place from bucket_key where bucket = :bucket and owner = :owner and not ended and writes"
                                + " order by place limit 1")
                .param("bucket", bucket)
                .param("owner", order.owner().id().value())
                .query(String.class)
                .optional();
    }

    /** An open bucket of somebody else. */
    record Shared(String place, String owner) {}

    /** Open buckets of that name that somebody shares with this person or their team. */
    List<Shared> shared(Order order, String bucket) {
        return jdbc.sql("select place, owner from bucket_key where bucket = :bucket and not ended and writes"
                        + " and string_to_array(shared, ' ') && array[:person, :team]::text[] order by place")
                .param("bucket", bucket)
                .param("person", BucketWanted.person(order.owner().id()))
                .param("team", BucketWanted.team(order.team().id()))
                .query((row, number) -> new Shared(row.getString("place"), row.getString("owner")))
                .list();
    }

    /** @return false: somebody with a newer epoch was there before, nothing was done */
    boolean open(Order order, BucketWanted wanted, String place) {
        return about("""
                        insert into bucket_key (lease, part, place, bucket, owner, team, shared, writes, storage, until, epoch)
                        values (:lease, :part, :place, :bucket, :owner, :team, :shared, :writes, :storage, :until, :epoch)
                        on conflict (lease, part) do update set place = :place, bucket = :bucket, owner = :owner, team = :team,
                            shared = :shared, writes = :writes, storage = :storage, until = :until, epoch = :epoch,
                            ended = false
                        where bucket_key.epoch <= :epoch""", order)
                        .param("place", place)
                        .param("bucket", wanted.bucket())
                        .param("owner", order.owner().id().value())
                        .param("team", order.team().id().value())
                        .param("shared", wanted.shared())
                        .param("writes", wanted.writes())
                        .param("storage", wanted.bytes())
                        .param("until", Timestamp.from(order.until()))
                        .param("epoch", order.epoch())
                        .update()
                == 1;
    }

    /** Its key works no more. @return false: somebody with a newer epoch was there before, nothing was done */
    boolean end(Order order) {
        return about("""
                        insert into bucket_key (lease, part, place, bucket, owner, shared, writes, storage, until, epoch, ended)
                        values (:lease, :part, '', '', '', '', false, 0, :until, :epoch, true)
                        on conflict (lease, part) do update set ended = true, access_key = null, epoch = :epoch
                        where bucket_key.epoch <= :epoch""", order)
                        .param("until", Timestamp.from(order.until()))
                        .param("epoch", order.epoch())
                        .update()
                == 1;
    }

    /** Whether somebody pays for its files: whoever may write. Readers lose it with the last of them. */
    boolean held(String place) {
        return jdbc.sql("select exists (select 1 from bucket_key where place = :place and not ended and writes)")
                .param("place", place)
                .query(Boolean.class)
                .single();
    }

    /** Whatever was shown before works no more. Empty: it has ended. */
    Optional<BucketKey> rotate(Order order, String accessKey) {
        return about(
                        "update bucket_key set access_key = :key, rotation = rotation + 1 where" + THIS
                                + "and not ended and until > (select qm_now()) returning " + COLUMNS,
                        order)
                .param("key", accessKey)
                .query(BucketQueries::key)
                .optional();
    }

    /**
     * Whose key it is, while it works: a reader's does while somebody still writes there, and is the same person or shares
     * it with the reader; {@code storage} is what may be written to the bucket because of all its leases.
     */
    Optional<BucketKey> working(String accessKey) {
        return jdbc.sql("""
                        select k.lease, k.part, k.place, k.bucket, k.writes, k.until, k.epoch, k.access_key, k.rotation, k.ended,
                            (select coalesce(sum(o.storage), 0)::bigint from bucket_key o
                                where o.place = k.place and not o.ended) as storage
                        from bucket_key k where k.access_key = :key and not k.ended and k.until > (select qm_now())
                            and (k.writes or exists (select 1 from bucket_key w
                                where w.place = k.place and w.writes and not w.ended and w.until > (select qm_now())
                                    and (w.owner = k.owner or string_to_array(w.shared, ' ')
                                        && array['person:' || k.owner, 'team:' || k.team]::text[])))""").param("key", accessKey).query(BucketQueries::key).optional();
    }

    private JdbcClient.StatementSpec about(String sql, Order order) {
        return jdbc.sql(sql)
                .param("lease", order.lease().value())
                .param("part", order.part().name().value());
    }

    private static BucketKey key(ResultSet row, int number) throws SQLException {
        return new BucketKey(
                row.getString("lease"),
                row.getString("part"),
                row.getString("place"),
                row.getString("bucket"),
                row.getBoolean("writes"),
                row.getLong("storage"),
                row.getTimestamp("until").toInstant(),
                row.getLong("epoch"),
                row.getString("access_key"),
                row.getInt("rotation"),
                row.getBoolean("ended"));
    }
}
