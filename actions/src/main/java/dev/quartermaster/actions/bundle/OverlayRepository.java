package dev.quartermaster.actions.bundle;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Texts over the folder's; a file has at most one in force. */
interface OverlayRepository extends Repository<OverlayRow, OverlayRow.Key> {
    void save(OverlayRow laid);

    @Query("select o from OverlayRow o where o.retiredAt is null order by o.key.file")
    List<OverlayRow> inForce();

    /** @return 0: another replica was quicker */
    @Modifying
    @Query("""
            update OverlayRow o set o.retiredAt = qm_now(), o.why = :why
            where o.key.change = :change and o.key.file = :file and o.retiredAt is null""")
    int retire(String change, String file, String why);

    @Modifying
    @Query("""
            update OverlayRow o set o.retiredAt = qm_now(), o.why = 'a later change'
            where o.key.file = :file and o.retiredAt is null""")
    void retireOn(String file);
}
