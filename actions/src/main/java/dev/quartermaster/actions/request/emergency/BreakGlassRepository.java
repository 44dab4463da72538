package dev.quartermaster.actions.request.emergency;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** What was had without a yes, and the look at it afterwards. */
interface BreakGlassRepository extends Repository<BreakGlassRow, String> {
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into break_glass (request, person, reason, at) values (:request, :person, :reason, (select qm_now()))""")
    void insert(String request, String person, String reason);

    Optional<BreakGlassRow> findById(String request);

    /** Locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select b from BreakGlassRow b where b.request = :request")
    Optional<BreakGlassRow> lock(String request);

    @Query("""
            select b from BreakGlassRow b
            where b.reviewedAt is null and b.reviewAt <= qm_now() - 24 hour order by b.at""")
    List<BreakGlassRow> unreviewed(Limit limit);

    @Query("select b from BreakGlassRow b where b.reviewedAt is null and b.reviewAt is not null order by b.at")
    List<BreakGlassRow> toReview(Limit limit);

    /** Over, or a day old: time to look at it. */
    @Query("""
            select b.request from BreakGlassRow b join RequestRow r on r.id = b.request
            where b.reviewAt is null and (r.state in ('ended', 'failed') or b.at <= qm_now() - 24 hour)
            order by b.at""")
    List<String> due(Limit limit);

    @Modifying
    @Query("update BreakGlassRow b set b.reviewAt = qm_now() where b.request = :request and b.reviewAt is null")
    int ask(String request);

    @Modifying
    @Query("""
            update BreakGlassRow b
            set b.reviewedAt = qm_now(), b.reviewedBy = :by, b.inOrder = :inOrder, b.note = :note,
              b.reviewAt = coalesce(b.reviewAt, qm_now())
            where b.request = :request and b.reviewedAt is null""")
    void reviewed(String request, String by, boolean inOrder, String note);
}
