package dev.quartermaster.actions.request.store;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Requests: filed once, and moved on only from the state and version they were seen in. */
public interface RequestRepository extends Repository<RequestRow, String> {
    void save(RequestRow filed);

    Optional<RequestRow> findById(String id);

    List<RequestRow> findByIdIn(Collection<String> ids);

    /** As it is now, and nobody else's to change until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select r from RequestRow r where r.id = :id")
    Optional<RequestRow> lock(String id);

    /** Locks a request and then the extensions of its lease, by id, until the transaction ends. */
    @Query(nativeQuery = true, value = """
            select id from request where id = :id or extending = :lease
            order by extending is not null, id for update""")
    List<String> lockWithExtensions(String id, String lease);

    @Query(nativeQuery = true, value = """
            select cast(pg_advisory_xact_lock(hashtextextended(:key, 0)) as text)""")
    String lockEvent(String key);

    @Query(nativeQuery = true, value = """
            select cast(pg_advisory_xact_lock(hashtextextended(:key, 1)) as text)""")
    String lockTeam(String key);

    Optional<RequestRow> findByEventKey(String eventKey);

    List<RequestRow> findByAskerOrderByAskedAtDesc(String asker, Limit limit);

    List<RequestRow> findByAskerAndStateOrderByAskedAtDesc(String asker, String state, Limit limit);

    List<RequestRow> findByTeamAndStateOrderByAskedAtDesc(String team, String state, Limit limit);

    List<RequestRow> findByStateOrderByAskedAtDesc(String state, Limit limit);

    /** Newest first: theirs, their teams', those they decided on; everything for {@code all}. */
    @Query("""
            select r from RequestRow r
            where :everything = true or r.asker = :person or r.beneficiary = :person or r.team in :teams
               or exists (select 1 from VoteRow v where v.key.request = r.id and v.key.person = :person)
            order by r.askedAt desc""")
    List<RequestRow> concerning(String person, Collection<String> teams, boolean everything, Limit limit);

    @Query("""
            select r from RequestRow r
            where r.extending = :lease and r.resizing is not null and r.state in ('waiting', 'approved', 'providing')""")
    List<RequestRow> resizing(String lease);

    @Query("select r.id from RequestRow r where r.state = 'waiting' and r.lapsesAt <= qm_now() order by r.lapsesAt")
    List<String> overdue(Limit limit);

    /** Requests that have waited for those seconds since they were asked or last passed on; 200 at most, oldest first. */
    @Query(nativeQuery = true, value = """
            select id from request
            where state = 'waiting' and escalated < 2 and lapses_at > (select qm_now())
              and coalesce(escalate_at, asked_at + make_interval(secs => :wait)) <= (select qm_now())
            order by asked_at limit 200""")
    List<String> unanswered(long wait);

    @Query("select r.escalated from RequestRow r where r.id = :id")
    int escalated(String id);

    /** @return 0: it is no longer as it was seen */
    @Modifying
    @Query(nativeQuery = true, value = """
            update request
            set state = :after, judgement = cast(:judgement as jsonb), digest = :digest, summary = :summary,
              round = :round, opened = :opened, version = version + 1
            where id = :id and state = :before and version = :version""")
    int move(
            String id,
            String before,
            long version,
            String after,
            String judgement,
            String digest,
            String summary,
            int round,
            String[] opened);

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("update RequestRow r set r.purpose = :words where r.id = :id and r.purpose = ''")
    void purpose(String id, String words);

    @Modifying
    @Query("update RequestRow r set r.progress = :words where r.id = :id")
    void progress(String id, String words);

    @Modifying
    @Query("""
            update RequestRow r set r.state = 'ended', r.version = r.version + 1
            where r.extending = :lease and r.state in ('live', 'approved', 'providing')""")
    void endExtensions(String lease);

    @Modifying
    @Query("update RequestRow r set r.escalated = :level, r.escalateAt = :next where r.id = :id")
    void escalate(String id, int level, @Nullable Instant next);

    @Modifying
    @Query("update RequestRow r set r.escalateAt = :at where r.id = :id")
    void escalateAt(String id, Instant at);

    /** What was put to the rules when it was filed. */
    @Modifying
    @Query(nativeQuery = true, value = "insert into question (request, asked) values (:id, :asked)")
    void keepQuestion(String id, String asked);
}
