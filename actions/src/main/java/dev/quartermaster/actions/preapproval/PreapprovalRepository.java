package dev.quartermaster.actions.preapproval;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Yeses beforehand. */
interface PreapprovalRepository extends Repository<PreapprovalRow, String> {
    void save(PreapprovalRow asked);

    Optional<PreapprovalRow> findById(String id);

    Optional<PreapprovalRow> findByEventKey(String eventKey);

    /** Locked until the transaction ends. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select p from PreapprovalRow p where p.id = :id")
    Optional<PreapprovalRow> lock(String id);

    @Query(
            "select p from PreapprovalRow p where p.team = :team and p.state = 'agreed' and p.until > :now order by p.id")
    List<PreapprovalRow> agreed(String team, Instant now);

    @Query("select p from PreapprovalRow p where p.state in ('waiting', 'agreed') and p.until > :now"
            + " order by p.until, p.id")
    List<PreapprovalRow> open(Instant now);

    @Modifying
    @Query("update PreapprovalRow p set p.state = :state, p.yeses = :yeses where p.id = :id")
    void move(String id, String state, String[] yeses);
}
