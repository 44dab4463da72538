package dev.quartermaster.actions.lease.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a worker does with the lease that it claimed. Each happens only under the claim's epoch; none, and 0, where another
 * worker has it by now or it is in another state.
 */
public interface ClaimRepository extends Repository<LeaseRow, String> {
    /**
     * The lease to be worked on next, claimed for so many seconds; passes over those being claimed now. First what has reached
     * its end (what came to nothing before only when it is due) and what is on its way out, however much else waits;
     * then whose owner is to be warned, and then what has waited longest. Each is the first of an index.
     */
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease set epoch = epoch + 1, held_until = clock_timestamp() + make_interval(secs => :hold)
            where id = coalesce(
                (select id from lease
                 where not settled and state in ('live', 'stopped') and until <= (select qm_now())
                   and (held_until is null or held_until <= clock_timestamp())
                   and (due <= clock_timestamp()
                     or tries = 0 and not exists (select from attempt where kind = 'lease' and item = lease.id and tries >= 5))
                 order by until limit 1
                 for update skip locked),
                (select id from lease
                 where not settled and state = 'ending' and due <= (select clock_timestamp())
                   and (held_until is null or held_until <= clock_timestamp())
                 order by due limit 1
                 for update skip locked),
                (select id from lease
                 where not settled and state = 'live' and warn_at <= (select qm_now())
                   and (held_until is null or held_until <= clock_timestamp())
                   and (tries = 0 or due <= clock_timestamp())
                 order by warn_at limit 1
                 for update skip locked),
                (select id from lease
                 where not settled and due <= (select clock_timestamp())
                   and (held_until is null or held_until <= clock_timestamp())
                   and (state <> 'providing' or starts is null or starts <= (select qm_now()))
                 order by due limit 1
                 for update skip locked))
            returning *""")
    Optional<LeaseRow> take(double hold);

    /** Likewise what has waited longest of all but what is on its way out, so that this never keeps every hand. */
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease set epoch = epoch + 1, held_until = clock_timestamp() + make_interval(secs => :hold)
            where id = (select id from lease
                 where not settled and due <= (select clock_timestamp()) and state <> 'ending'
                   and (held_until is null or held_until <= clock_timestamp())
                   and (state <> 'providing' or starts is null or starts <= (select qm_now()))
                 order by due limit 1
                 for update skip locked)
            returning *""")
    Optional<LeaseRow> takeBesideEndings(double hold);

    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease set held_until = clock_timestamp() + make_interval(secs => :hold)
            where id = :id and epoch = :epoch and state = :state""")
    int hold(String id, long epoch, String state, double hold);

    /** Due after the pause, or at once where something else is wanted by now. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease
            set held_until = null,
              due = clock_timestamp() + make_interval(secs => case when wishes = :wishes then :pause else 0 end),
              tries = case when :further then 0 else tries + 1 end
            where id = :id and epoch = :epoch""")
    void rest(String id, long epoch, long wishes, double pause, boolean further);

    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease set due = clock_timestamp() + make_interval(secs => :pause) where id = :id and epoch = :epoch""")
    void defer(String id, long epoch, double pause);

    @Modifying
    @Transactional
    @Query("update LeaseRow l set l.settled = true, l.heldUntil = null where l.id = :id and l.epoch = :epoch")
    void settle(String id, long epoch);

    @Modifying
    @Query("""
            update LeaseRow l set l.state = 'live', l.started = :from, l.until = :until, l.warnAt = :warn, l.tries = 0
            where l.id = :id and l.epoch = :epoch and l.state = 'providing' and l.wishes = :wishes""")
    int handOver(String id, long epoch, long wishes, Instant from, Instant until, Instant warn);

    /** @return its rate with the parts that join it */
    @Query(nativeQuery = true, value = """
            update lease
            set tries = 0,
              per_hour = per_hour
                + (select coalesce(sum(p.per_hour), 0) from lease_part p where p.lease = id and p.late)
            where id = :id and epoch = :epoch and state = 'live' and wishes = :wishes
            returning per_hour""")
    Optional<BigDecimal> join(String id, long epoch, long wishes);

    /** It is charged by that bundle's prices from now on. */
    @Modifying
    @Query("""
            update LeaseRow l set l.priced = :bundle, l.perHour = :perHour
            where l.id = :id and l.epoch = :epoch and l.state = 'live' and l.wishes = :wishes""")
    int reprice(String id, long epoch, long wishes, String bundle, BigDecimal perHour);

    /** It has its other size. @return its rate from now on */
    @Query(nativeQuery = true, value = """
            update lease
            set per_hour = next_per_hour, next_per_hour = null, former = null, resizing = null, tries = 0
            where id = :id and epoch = :epoch and state = 'live' and wishes = :wishes and next_per_hour is not null
            returning per_hour""")
    Optional<BigDecimal> resized(String id, long epoch, long wishes);

    /** Whether it has been on its way to another size for so many seconds. */
    @Query(nativeQuery = true, value = """
            select id from lease
            where id = :id and epoch = :epoch and former is not null
              and resized_at + make_interval(secs => :patience) <= (select qm_now())""")
    Optional<String> resizingSince(String id, long epoch, double patience);

    @Modifying
    @Query("""
            update LeaseRow l set l.state = 'ending', l.failed = true, l.why = :why, l.tries = 0
            where l.id = :id and l.epoch = :epoch and l.state = 'providing'""")
    int fail(String id, long epoch, String why);

    /** Its agreed end; empty while that has not come. */
    @Query("""
            select l.until from LeaseRow l
            where l.id = :id and l.epoch = :epoch and l.state in ('live', 'stopped') and l.until <= qm_now()""")
    Optional<Instant> ended(String id, long epoch);

    @Modifying
    @Query(nativeQuery = true, value = """
            update lease
            set state = 'ending', done = :done, why = :why, until = :end, warn_at = null, tries = 0,
              due = clock_timestamp()
            where id = :id and epoch = :epoch and state in ('live', 'stopped') and until >= :end""")
    int end(String id, long epoch, Instant end, String why, boolean done);

    /** Its end is near, and its owner has not been told. */
    @Query("""
            select l.id from LeaseRow l
            where l.id = :id and l.epoch = :epoch and l.state = 'live' and l.warnAt <= qm_now() and l.until > qm_now()""")
    Optional<String> endingSoon(String id, long epoch);

    @Modifying
    @Query("""
            update LeaseRow l set l.warnAt = null
            where l.id = :id and l.epoch = :epoch and l.warnAt <= qm_now()""")
    int warned(String id, long epoch);

    /** Settles its state, to be looked at once more after those seconds. */
    @Modifying
    @Query(nativeQuery = true, value = """
            update lease set state = :state, held_until = null, tries = 0,
              due = clock_timestamp() + make_interval(secs => :settle)
            where id = :id and epoch = :epoch and state = 'ending'""")
    int finish(String id, long epoch, String state, double settle);

    @Query("select l.id from LeaseRow l where l.id = :id and l.epoch = :epoch and l.state = :state")
    Optional<String> still(String id, long epoch, String state);
}
