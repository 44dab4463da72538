package dev.quartermaster.actions.lease.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Leases, and what people want of them; always under the lease's lock. What its worker does: {@link ClaimRepository}. */
public interface LeaseRepository extends Repository<LeaseRow, String> {
    Optional<LeaseRow> findById(String id);

    /** Locks it until the transaction ends. */
    @Query(nativeQuery = true, value = "select * from lease where id = :id for update")
    Optional<LeaseRow> lock(String id);

    @Query("select l from LeaseRow l where l.id in :ids order by l.opened desc, l.id")
    List<LeaseRow> all(Collection<String> ids);

    /** Theirs, and what they asked for in somebody else's name; newest first. */
    @Query("""
            select l from LeaseRow l
            where l.id in (select o.id from LeaseRow o where o.owner = :person union all select b.id from LeaseRow b
                where b.request in (select r.id from RequestRow r where r.asker = :person and r.beneficiary is not null))
            order by l.opened desc, l.id""")
    List<LeaseRow> of(String person, Limit limit);

    /** Of those, what is being made, live or stopped. */
    @Query("""
            select l from LeaseRow l
            where l.id in (select o.id from LeaseRow o where o.owner = :person union all select b.id from LeaseRow b
                where b.request in (select r.id from RequestRow r where r.asker = :person and r.beneficiary is not null))
              and l.state in ('providing', 'live', 'stopped')
            order by l.opened desc, l.id""")
    List<LeaseRow> openOf(String person, Limit limit);

    /** Newest first. */
    @Query("select l from LeaseRow l where l.team = :team order by l.opened desc, l.id")
    List<LeaseRow> ofTeam(String team, Limit limit);

    /** Newest first. */
    @Query("select l from LeaseRow l order by l.opened desc, l.id")
    List<LeaseRow> all(Limit limit);

    /** Everything of a team's that is not on its way out. */
    @Query("""
            select l from LeaseRow l where l.team = :team and l.state in ('providing', 'live', 'stopped')
            order by l.opened, l.id""")
    List<LeaseRow> open(String team);

    /** Everybody's that is not over yet; newest first. */
    @Query("""
            select l from LeaseRow l where l.state in ('providing', 'live', 'stopped', 'ending')
            order by l.opened desc, l.id""")
    List<LeaseRow> open();

    /** Those that are still to be looked at, and of which it is not known where their things are made. */
    @Query("select l from LeaseRow l where l.namespace is null and not l.settled order by l.opened desc, l.id")
    List<LeaseRow> withoutNamespace();

    @Modifying
    @Transactional
    @Query("update LeaseRow l set l.namespace = :namespace where l.id = :id and l.namespace is null")
    void namespace(String id, String namespace);

    /** As many parameters as it has columns, because the database finds its end. @return 0: it was open already */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into lease (id, request, owner, team, summary, purpose, plan, version, namespace, per_hour, currency,
                               state, asked_until, starts, until)
            values (:id, :request, :owner, :team, :summary, :purpose, :plan, :version, :namespace, :perHour, :currency,
                    'providing', cast(:asked as timestamptz), cast(:starts as timestamptz),
                    coalesce(cast(:asked as timestamptz),
                             greatest(cast(:starts as timestamptz), (select qm_now())) + make_interval(secs => :term)))
            on conflict do nothing""")
    int insert(
            String id,
            String request,
            String owner,
            String team,
            String summary,
            String purpose,
            String plan,
            String version,
            String namespace,
            BigDecimal perHour,
            String currency,
            @Nullable Instant asked,
            @Nullable Instant starts,
            double term);

    /** Wants more of its parts. @param added to its rate an hour */
    @Modifying
    @Query(nativeQuery = true, value = """
            update lease set plan = :plan, per_hour = per_hour + :added, wishes = wishes + 1, due = clock_timestamp()
            where id = :id""")
    void want(String id, String plan, BigDecimal added);

    @Modifying
    @Query(nativeQuery = true, value = """
            update lease set until = :until, warn_at = :warn, wishes = wishes + 1, due = clock_timestamp()
            where id = :id""")
    void extend(String id, Instant until, Instant warn);

    /** Gives it another plan and rate; the former ones are kept until the other size is ready. */
    @Modifying
    @Query(nativeQuery = true, value = """
            update lease
            set former = plan, plan = :plan, next_per_hour = :perHour, resizing = :request, resized_at = (select qm_now()),
              tries = 0, wishes = wishes + 1, due = clock_timestamp()
            where id = :id and next_per_hour is null""")
    int resize(String id, String plan, BigDecimal perHour, String request);

    /** To what it was before, which costs what was agreed for it. @return 0: it is on its way to nothing else */
    @Modifying
    @Query(nativeQuery = true, value = """
            update lease
            set plan = former, former = null, next_per_hour = per_hour, resizing = null, tries = 0, wishes = wishes + 1,
              due = clock_timestamp()
            where id = :id and resizing = :request and former is not null""")
    int resizeBack(String id, String request);

    @Modifying
    @Query(nativeQuery = true, value = """
            update lease set state = 'ending', until = :end, warn_at = null, why = :why, tries = 0, wishes = wishes + 1,
              due = clock_timestamp()
            where id = :id""")
    void end(String id, Instant end, String why);
}
