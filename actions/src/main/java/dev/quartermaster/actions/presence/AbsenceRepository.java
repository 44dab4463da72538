package dev.quartermaster.actions.presence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Absences. One that is over by {@code qm_now()} counts as none, whether or not anybody cleared it. */
interface AbsenceRepository extends Repository<AbsenceRow, String> {
    @Query("select a from AbsenceRow a where a.person = :person and a.until > qm_now()")
    Optional<AbsenceRow> of(String person);

    @Query("select a from AbsenceRow a where a.until > qm_now() order by a.person")
    List<AbsenceRow> now();

    /** In place of what they said before. */
    @Modifying
    @Query(nativeQuery = true, value = """
            insert into absence (person, cover, until, since) values (:person, :cover, :until, (select qm_now()))
            on conflict (person) do update
              set cover = excluded.cover, until = excluded.until, since = excluded.since""")
    void put(String person, @Nullable String cover, Instant until);

    @Modifying
    @Query("delete from AbsenceRow a where a.person = :person")
    void delete(String person);
}
