package dev.quartermaster.actions.rulebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Changes of rules; moved on only from the state they were seen in. */
interface RuleChangeRepository extends Repository<RuleChangeRow, String> {
    void save(RuleChangeRow change);

    Optional<RuleChangeRow> findById(String id);

    Optional<RuleChangeRow> findByEventKey(String eventKey);

    @Query("select c from RuleChangeRow c where c.state = 'waiting' and c.lapsesAt <= :now order by c.lapsesAt")
    List<RuleChangeRow> overdue(Instant now, Limit limit);

    /** Until the transaction ends. */
    @Query(nativeQuery = true, value = """
            select cast(pg_advisory_xact_lock(hashtextextended('rule_change', 0)) as text)""")
    String lock();

    @Modifying
    @Transactional
    @Query("update RuleChangeRow c set c.state = 'waiting', c.lapsesAt = :lapsesAt"
            + " where c.id = :id and c.state = 'draft'")
    int propose(String id, Instant lapsesAt);

    @Modifying
    @Transactional
    @Query("""
            update RuleChangeRow c
            set c.state = :after, c.decidedBy = :by, c.decidedAt = qm_now(), c.remark = :remark, c.version = :version
            where c.id = :id and c.state = :before""")
    int over(String id, String before, String after, @Nullable String by, String remark, String version);
}
