package dev.quartermaster.actions.request;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Decisions, read. */
interface ClickRows extends Repository<ClickRow, ClickRow.Key> {
    @Query("select c from ClickRow c where c.key.request in :requests order by c.at")
    List<ClickRow> of(Collection<String> requests);
}
