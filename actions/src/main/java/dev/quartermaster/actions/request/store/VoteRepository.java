package dev.quartermaster.actions.request.store;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Votes: written once, read with their requests. */
interface VoteRepository extends Repository<VoteRow, VoteRow.Key> {
    void save(VoteRow vote);

    @Query("select v from VoteRow v where v.key.request in :requests order by v.at")
    List<VoteRow> of(Collection<String> requests);
}
