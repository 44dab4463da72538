package dev.quartermaster.actions.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.organisation.FixedBundles;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.RequestService.Answer;
import dev.quartermaster.actions.request.timer.OpenDesk;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Verdict;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Asking for somebody one answers for: it is judged as theirs, becomes theirs, and neither of the two decides. */
@RealPostgres
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnBehalfTest {
    private final OpenDesk open;
    private final RequestService desk;

    OnBehalfTest(Database database) throws IOException {
        Map<String, String> files = new HashMap<>(BundleFiles.ofJar());
        files.computeIfPresent(
                "people.yaml",
                (name, text) -> text.replace(
                                "\ngroups:",
                                "  - {id: svc-scoring, name: Scoring, kind: service, owner: raj, role: service}\n\ngroups:")
                        .replace("[raj, lee]", "[raj, lee, svc-scoring]")
                        .replace("owner: lee, deputy: pat", "owner: lee"));
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
    void aManagerAsksForANewcomerWhoOwnsItThen() {
        Request request = open.submit("mia", launch("iris", Map.of(), null));

        assertThat(request.state()).isEqualTo(State.APPROVED);
        assertThat(request.summary()).isEqualTo("Data science experimentation for iris, 8 hours");
        assertThat(open.handOver().leases.get(request.lease()).owner()).isEqualTo(new PersonId("iris"));
        assertThat(desk.visibleTo(new PersonId("iris"), 100)).contains(open.find(request));
        assertThat(desk.visibleTo(new PersonId("mia"), 100)).contains(open.find(request));
    }

    @Test
    void whatAnInternMayNotHaveNobodyAsksForThem() {
        Request request = open.submit("mia", launch("iris", Map.of("gpus", new Value.Whole(1)), null));

        assertThat(request.state()).isEqualTo(State.REFUSED);
        assertThat(rule(request)).isEqualTo("intern-gpus");
    }

    @Test
    void aSponsorAsksForTheirIntern() {
        assertThat(open.submit("ana", launch("iris", Map.of(), null)).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void nobodyElseAsksForSomebody() {
        for (String stranger : List.of("raj", "lee", "kim")) {
            Request request = open.submit(stranger, launch("ana", Map.of(), null));
            assertThat(request.state()).isEqualTo(State.REFUSED);
            assertThat(rule(request)).isEqualTo("on-behalf");
        }
        assertThat(rule(open.submit("ana", read("sales.orders", "mia")))).isEqualTo("on-behalf");
    }

    @Test
    void aLeadAsksForAServiceAccountAndItsOwnerToo() {
        for (String who : List.of("kim", "raj")) {
            Request request = open.submit(who, launch("svc-scoring", Map.of(), null));
            assertThat(request.state()).isEqualTo(State.APPROVED);
            assertThat(request.team().value()).isEqualTo("risk");
        }
        assertThat(rule(open.submit("ana", launch("svc-scoring", Map.of(), null))))
                .isEqualTo("on-behalf");
    }

    @Test
    void neitherOfTheTwoDecides() {
        Request request = open.submit("dan", read("sales.orders", null));
        assertThat(open.yes(request, "dan")).isInstanceOf(Answer.Declined.class);

        Request other = open.submit("lee", read("customer.accounts", "raj"));
        assertThat(other.state()).isEqualTo(State.WAITING);
        assertThat(open.yes(other, "lee")).isInstanceOf(Answer.Declined.class);
        assertThat(open.yes(other, "raj")).isInstanceOf(Answer.Declined.class);
        assertThat(desk.waitingFor(new PersonId("lee"))).doesNotContain(open.find(other));
        assertThat(open.yes(other, "pat")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(other).state()).isEqualTo(State.APPROVED);
    }

    @Test
    void aYesThatOnlyTheAskerCouldGiveIsRefusedAtOnce() {
        Request request = open.submit("lee", launch("raj", Map.of("gpus", new Value.Whole(8)), null));

        assertThat(request.state()).isEqualTo(State.REFUSED);
        assertThat(rule(request)).isEqualTo("nobody-could-approve");
    }

    /** Who asks for their intern has agreed to what the intern opens; somebody else who asks has not. */
    @Test
    void aSponsorAsksForDataForTheirInternAndItsOwnerDecides() {
        Request request = open.submit("ana", read("sales.orders", "iris"));

        assertThat(request.state()).isEqualTo(State.WAITING);
        assertThat(request.stages()).hasSize(1);
        assertThat(open.yes(request, "ana")).isInstanceOf(Answer.Declined.class);
        assertThat(open.yes(request, "dan")).isInstanceOf(Answer.Done.class);
        assertThat(open.find(request).state()).isEqualTo(State.APPROVED);

        Request byManager = open.submit("mia", read("sales.orders", "iris"));
        assertThat(byManager.stages()).hasSize(2);
    }

    @Test
    void bothOfThemMayEndIt() {
        Request request = open.submit("ana", launch("iris", Map.of(), null));
        assertThat(desk.stop(request.lease(), new PersonId("raj"))).isInstanceOf(Answer.Declined.class);
        assertThat(desk.stop(request.lease(), new PersonId("ana"))).isInstanceOf(Answer.Done.class);
    }

    @Test
    void itsTeamPays() {
        Request request = open.submit("kim", launch("svc-scoring", Map.of(), null));
        assertThat(open.jdbc()
                        .sql("select team || ' ' || person from account where lease = :lease")
                        .param("lease", request.lease().value())
                        .query(String.class)
                        .single())
                .isEqualTo("risk svc-scoring");
    }

    private static Intent read(String dataset, @Nullable String whom) {
        return new Intent.Grant(
                new DatasetName(dataset),
                Access.READ,
                new Term.For(Duration.ofDays(7)),
                "study",
                whom == null ? null : new PersonId(whom));
    }

    private static String rule(Request request) {
        return ((Verdict.Refused) request.judgement().verdict())
                .reasons()
                .getFirst()
                .rule();
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
}
