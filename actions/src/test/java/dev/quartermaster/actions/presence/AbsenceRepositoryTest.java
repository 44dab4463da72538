package dev.quartermaster.actions.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.attempt.Passing;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.postgres.Repositories;
import dev.quartermaster.intents.people.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** That a repository's calls see what others wrote meanwhile, and are seen, holds for all of them; here it is tried. */
@RealPostgres
class AbsenceRepositoryTest {
    private static final Instant MONDAY = Instant.now().plus(Duration.ofDays(3)).truncatedTo(ChronoUnit.SECONDS);

    private final Database database;
    private final Repositories repositories;
    private final AbsenceRepository absences;

    AbsenceRepositoryTest(Database database, Repositories repositories) {
        this.database = database;
        this.repositories = repositories;
        this.absences = repositories.the(AbsenceRepository.class);
    }

    @BeforeEach
    void empty() {
        database.jdbc().sql("truncate absence").update();
    }

    @Test
    void aRowIsReadAsItIsByNowThoughThisTransactionHasReadItBefore() {
        repositories.inTransaction(() -> absences.put("ana", "raj", MONDAY));

        repositories.inTransaction(() -> {
            assertThat(cover()).contains("raj");
            database.jdbc().sql("update absence set cover = 'mia'").update();
            assertThat(cover()).contains("mia");
        });
    }

    @Test
    void anUpdateIsSeenByTheNextReadOfItsTransaction() {
        repositories.inTransaction(() -> {
            absences.put("ana", "raj", MONDAY);
            assertThat(cover()).contains("raj");
            absences.put("ana", null, MONDAY);
            assertThat(absences.of("ana")).map(AbsenceRow::absence).contains(absence());
            absences.delete("ana");
            assertThat(absences.now()).isEmpty();
        });
    }

    @Test
    void whatIsOverByTheDatabasesTimeIsNone() {
        repositories.inTransaction(() -> absences.put("ana", null, Instant.now().minusSeconds(60)));

        assertThat(absences.of("ana")).isEmpty();
        assertThat(absences.now()).isEmpty();
    }

    @Test
    void aServerThatShutsDownPassesBy() {
        assertThatThrownBy(() -> repositories.inTransaction(() -> {
                    int ours = repositories
                            .the(JdbcClient.class)
                            .sql("select pg_backend_pid()")
                            .query(Integer.class)
                            .single();
                    database.jdbc()
                            .sql("select pg_terminate_backend(?)")
                            .param(ours)
                            .query(Boolean.class)
                            .single();
                    absences.now();
                }))
                .matches(Passing::is);
    }

    private static Absence absence() {
        return new Absence(new PersonId("ana"), null, MONDAY);
    }

    private Optional<String> cover() {
        return absences.of("ana").map(row -> row.cover);
    }
}
