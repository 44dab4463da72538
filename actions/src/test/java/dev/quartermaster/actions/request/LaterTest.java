package dev.quartermaster.actions.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.FixedBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Agreed on now, handed over at the moment that was asked for. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LaterTest {
    private final OpenDesk open;
    private final RequestService desk;

    LaterTest(Database database) throws IOException {
        Map<String, String> files = new HashMap<>(BundleFiles.ofJar());
        files.computeIfPresent(
                "people.yaml",
                (name, text) -> text.replace(
                                "\ngroups:",
                                "  - {id: svc-scoring, name: Scoring, kind: service, owner: raj, role: service}\n\ngroups:")
                        .replace("[raj, lee]", "[raj, lee, svc-scoring]"));
        this.open = OpenDesk.with(database, FixedBundles.of(files));
        this.desk = open.desk();
    }

    @AfterAll
    void close() {
        open.close();
    }

    @BeforeEach
    void asUsual() {
        open.time().offset(Duration.ZERO);
    }

    @Test
    void moneyIsReservedInTheMonthItRuns() {
        Instant from = LocalDate.now(ZONE)
                .withDayOfMonth(10)
                .plusMonths(2)
                .atStartOfDay(ZONE)
                .toInstant();
        Request request = open.submit("ana", launch(null, Map.of(), from));

        assertThat(request.state()).isEqualTo(State.APPROVED);
        assertThat(open.jdbc()
                        .sql("select month from reservation where lease = :lease")
                        .param("lease", request.lease().value())
                        .query(LocalDate.class)
                        .list())
                .containsExactly(YearMonth.now(ZONE).plusMonths(2).atDay(1));
    }

    @Test
    void untilItStartsItCanBeWithdrawn() {
        Request request =
                open.submit("ana", launch(null, Map.of(), Instant.now().plus(3, ChronoUnit.DAYS)));
        assertThat(desk.withdraw(request.id(), new PersonId("raj"))).isInstanceOf(Answer.Declined.class);

        assertThat(desk.withdraw(request.id(), new PersonId("ana"))).isInstanceOf(Answer.Done.class);

        assertThat(open.find(request).state()).isEqualTo(State.WITHDRAWN);
        assertThat(open.handOver().leases.get(request.lease()).open()).isFalse();
        open.tell(outcomes -> outcomes.ended(request.id(), "Ended."));
        assertThat(open.notices(request)).containsExactly("APPROVED", "WITHDRAWN");
    }

    @Test
    void whatIsAgreedOnAheadGivesWayToWhatIsAskedForInstead() {
        Instant from = Instant.now().plus(3, ChronoUnit.DAYS);
        Request request = open.submit("ana", launch(null, Map.of("gpus", new Value.Whole(1)), from));
        open.yes(request, "kim");
        open.yes(request, "mia");

        Answer answer = desk.replace(
                request.id(),
                new PersonId("ana"),
                launch(null, Map.of(), from),
                new EventKey(UUID.randomUUID().toString()),
                OriginalWords.plainly("without the GPU"));

        Request instead = ((Answer.Done) answer).request();
        assertThat(instead.id()).isNotEqualTo(request.id());
        assertThat(open.find(request).state()).isEqualTo(State.WITHDRAWN);
        assertThat(open.handOver().leases.get(request.lease()).open()).isFalse();
        assertThat(desk.askedBy(new PersonId("ana"), 2)).contains(open.find(instead));
    }

    @Test
    void whatIsAgreedOnAheadIsNotGivenUpForAnother() {
        Instant from = Instant.now().plus(3, ChronoUnit.DAYS);
        Request request = open.submit("ana", launch(null, Map.of(), from));
        assertThat(request.state()).isEqualTo(State.APPROVED);

        Answer answer = desk.replace(
                request.id(),
                new PersonId("ana"),
                launch(null, Map.of("gpus", new Value.Whole(1)), from),
                new EventKey(UUID.randomUUID().toString()),
                OriginalWords.plainly("with a GPU"));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.words())
                                .contains("needs a yes first", "`/qm withdraw " + request.id() + "`", "stays agreed on")
                                .doesNotContain("waits"));
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
        assertThat(open.handOver().leases.get(request.lease()).open()).isTrue();
        assertThat(desk.askedBy(new PersonId("ana"), 1)).containsExactly(open.find(request));
    }

    @Test
    void onceItStartedItIsStoppedInstead() {
        Request request =
                open.submit("ana", launch(null, Map.of(), Instant.now().plus(3, ChronoUnit.DAYS)));
        open.time().offset(Duration.ofDays(4));

        assertThat(desk.withdraw(request.id(), new PersonId("ana"))).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void aStartThatHasPassedByTheTimeOfTheYesIsNow() {
        Request request = open.submit(
                "ana",
                launch(null, Map.of("gpus", new Value.Whole(1)), Instant.now().plus(1, ChronoUnit.HOURS)));
        assertThat(request.state()).isEqualTo(State.WAITING);
        open.time().offset(Duration.ofHours(2));

        assertThat(open.yes(request, "kim")).isInstanceOf(Answer.Done.class);
        assertThat(open.yes(request, "mia")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);
    }

    private static Intent.Launch launch(@Nullable String whom, Map<String, Value> values, @Nullable Instant from) {
        return new Intent.Launch(
                new PathName("data-science-experimentation"),
                new TreeMap<>(values),
                new Term.For(Duration.ofHours(8)),
                "churn",
                whom == null ? null : new PersonId(whom),
                from);
    }

    private static final java.time.ZoneId ZONE = java.time.ZoneId.of("Europe/London");
}
