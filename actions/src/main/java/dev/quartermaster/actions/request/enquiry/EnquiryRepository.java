package dev.quartermaster.actions.request.enquiry;

import java.time.Instant;
import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Questions about requests, each with at most one answer. */
interface EnquiryRepository extends Repository<EnquiryRow, EnquiryRow.Key> {
    void save(EnquiryRow asked);

    @Query("select e from EnquiryRow e where e.key.request = :request order by e.key.number")
    List<EnquiryRow> of(String request);

    @Query("""
            select e from EnquiryRow e
            where e.answeredAt is null and e.key.request in
                (select r.id from RequestRow r where r.asker = :asker and r.state = 'waiting')
            order by e.at, e.key.request, e.key.number""")
    List<EnquiryRow> unanswered(String asker);

    /** @return 0: there is no such question, or it has its answer */
    @Modifying
    @Query("""
            update EnquiryRow e set e.answer = :hash, e.answeredAt = :at
            where e.key.request = :request and e.key.number = :number and e.answeredAt is null""")
    int answer(String request, int number, String hash, Instant at);
}
