package dev.quartermaster.actions.request;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Requests, read. */
interface RequestRows extends Repository<RequestRow, String> {
    Optional<RequestRow> findById(String id);

    Optional<RequestRow> findByEventKey(String eventKey);

    List<RequestRow> findByAskerOrderByAskedAtDesc(String asker, Limit limit);

    List<RequestRow> findByAskerAndStateOrderByAskedAtDesc(String asker, String state, Limit limit);

    List<RequestRow> findByTeamAndStateOrderByAskedAtDesc(String team, String state, Limit limit);

    List<RequestRow> findByStateOrderByAskedAtDesc(String state, Limit limit);

    /** Newest first: theirs, their teams', those they decided on; everything for {@code all}. */
    @Query("""
            select r from RequestRow r
            where :everything = true or r.asker = :person or r.beneficiary = :person or r.team in :teams
               or exists (select 1 from ClickRow c where c.key.request = r.id and c.key.person = :person)
            order by r.askedAt desc""")
    List<RequestRow> concerning(String person, Collection<String> teams, boolean everything, Limit limit);
}
