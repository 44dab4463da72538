package dev.quartermaster.actions.lease.store;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Parts of leases, in the order they are made. */
public interface PartRepository extends Repository<PartRow, PartRow.Key> {
    void save(PartRow wanted);

    @Query("select p from PartRow p where p.key.lease = :lease order by p.position")
    List<PartRow> of(String lease);

    /** Of all of these, those of one in the order they are made. */
    @Query("select p from PartRow p where p.key.lease in :leases order by p.key.lease, p.position")
    List<PartRow> of(Collection<String> leases);

    /** Locks the lease's parts until the transaction ends. */
    @Query(nativeQuery = true, value = "select name from lease_part where lease = :lease order by position for update")
    List<String> lock(String lease);

    @Query("select p.key.name from PartRow p where p.key.lease = :lease and p.state = 'waiting' order by p.position")
    List<String> waiting(String lease);

    @Query("select p.key.name from PartRow p where p.key.lease = :lease and p.late order by p.position")
    List<String> late(String lease);

    /** What a lease still waits for, in words or none; empty while it may go on waiting, for so many seconds in all. */
    @Query(nativeQuery = true, value = """
            select coalesce((select p.name || ': ' || p.words from lease_part p
                             where p.lease = l.id and p.state not in ('ready', 'waiting', 'gone') and p.words <> ''
                             order by p.position limit 1), '')
            from lease l
            where id = :lease and epoch = :epoch
              and coalesce(starts, opened) + make_interval(secs => :patience) <= (select qm_now())""")
    Optional<String> waitedFor(String lease, long epoch, double patience);

    /** @return 0: it does not wait any more */
    @Modifying
    @Query("""
            update PartRow p set p.state = 'wanted', p.late = :late, p.perHour = :perHour
            where p.key.lease = :lease and p.key.name = :name and p.state = 'waiting'""")
    int want(String lease, String name, boolean late, BigDecimal perHour);

    /** @return the rates they would have had */
    @Query(nativeQuery = true, value = """
            update lease_part set state = 'gone' where lease = :lease and state = 'waiting' returning per_hour""")
    List<BigDecimal> dropWaiting(String lease);

    /** Nothing where the claim of that epoch was lost. @param ref empty: as it was */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease_part
            set state = :state, words = :words, ref = case when :ref = '' then ref else :ref end
            where lease = :lease and name = :name
              and exists (select 1 from lease where id = :lease and epoch = :epoch)""")
    void note(String lease, String name, long epoch, String state, String ref, String words);

    /** What it gives, and whether it has done its work; nothing where the claim of that epoch was lost. */
    @Modifying
    @Transactional
    @Query(nativeQuery = true, value = """
            update lease_part set outputs = :outputs, done = :done
            where lease = :lease and name = :name
              and exists (select 1 from lease where id = :lease and epoch = :epoch)""")
    void gave(String lease, String name, long epoch, String outputs, boolean done);

    /** What is to be done of it, from what was. @param before empty: whatever it was */
    @Modifying
    @Transactional
    @Query("""
            update PartRow p set p.change = :change
            where p.key.lease = :lease and p.key.name = :name and (:before = '' or p.change = :before)""")
    int change(String lease, String name, String before, String change);

    @Modifying
    @Query("update PartRow p set p.change = '' where p.key.lease = :lease and p.change <> ''")
    void changed(String lease);

    /** Parts that were on their way to another size are to go back. */
    @Modifying
    @Query("update PartRow p set p.change = 'restart' where p.key.lease = :lease and p.change <> ''")
    void changeBack(String lease);

    @Modifying
    @Query("update PartRow p set p.late = false where p.key.lease = :lease and p.late")
    void joined(String lease);

    @Modifying
    @Query("update PartRow p set p.revealed = qm_now() where p.key.lease = :lease and p.key.name = :name")
    void reveal(String lease, String name);
}
