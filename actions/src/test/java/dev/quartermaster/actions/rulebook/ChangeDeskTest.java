package dev.quartermaster.actions.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.audit.Audit;
import dev.quartermaster.actions.audit.Fact;
import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.rulebook.ChangeDesk.Answer;
import dev.quartermaster.actions.rulebook.RuleChange.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Rehearsal.Change;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.rulebook.Edit;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

@Order(1)
@RealPostgres
@ResourceLock("the two threads of trials")
class ChangeDeskTest {
    private static final PersonId ANA = new PersonId("ana");
    private static final PersonId OMAR = new PersonId("omar");
    private static final PersonId PAT = new PersonId("pat");

    @TempDir
    Path home;

    private OpenOffice office;
    private ChangeDesk desk;

    @BeforeEach
    void open(Database database) throws Exception {
        office = OpenOffice.at(database, home);
        desk = office.the(ChangeDesk.class);
    }

    @AfterEach
    void close() {
        office.jdbc()
                .sql("update bundle_overlay set retired_at = now() where retired_at is null")
                .update();
        office.close();
    }

    @Test
    void anApprovedChangeIsInForceForEveryReplicaWithoutARestart(Database database) throws Exception {
        try (OpenOffice other = OpenOffice.with(database, home, office.files())) {
            String before = other.bundles().current().hash();
            RuleChange change = proposed(ANA, words("Notebooks of interest."));

            RuleChange after = done(desk.decide(change.id(), OMAR, Choice.APPROVE, change.digest(), "good"));

            assertThat(after.state()).isEqualTo(State.APPROVED);
            assertThat(text(other)).isEqualTo(text(office)).contains("Notebooks of interest.");
            assertThat(other.bundles().current().hash())
                    .isEqualTo(after.version())
                    .isNotEqualTo(before);
            assertThat(facts(change)).containsExactly("drafted", "proposed", "approved");
            assertThat(office.the(Audit.class).verify(change.id().value())).isEmpty();
        }
    }

    @Test
    void nobodyDecidesOnTheirOwnChangeNorOneThatIsNotTheirs() {
        RuleChange change = proposed(OMAR, words("Own."));

        assertThat(desk.decide(change.id(), OMAR, Choice.APPROVE, change.digest(), ""))
                .isInstanceOf(Answer.Declined.class);
        assertThat(desk.decide(change.id(), ANA, Choice.APPROVE, change.digest(), ""))
                .isInstanceOf(Answer.Declined.class);
        assertThat(desk.decide(change.id(), PAT, Choice.APPROVE, "0".repeat(32), ""))
                .isInstanceOf(Answer.Declined.class);
        assertThat(desk.find(change.id()).orElseThrow().state()).isEqualTo(State.WAITING);
        assertThat(facts(change))
                .containsExactly(
                        "drafted", "proposed", "self-decision-refused", "decision-refused", "stale-decision-refused");
        assertThat(done(desk.decide(change.id(), PAT, Choice.DENY, change.digest(), "no"))
                        .state())
                .isEqualTo(State.DENIED);
    }

    @Test
    void whoLostTheRightBetweenCardAndClickDoesNotDecide() {
        RuleChange change = proposed(ANA, words("Later."));
        office.files()
                .compute(
                        "people.yaml",
                        (file, text) -> text.replace("members: [omar, pat, kim]", "members: [pat, kim]")
                                .replace("manager: omar", "manager: pat"));
        office.files()
                .compute(
                        "people.yaml",
                        (file, text) -> text.replace(
                                "  - {id: omar, name: Omar Haddad, emails: [omar@example.com], role: lead}",
                                "  - {id: omar, name: Omar Haddad, emails: [omar@example.com], role: analyst}"));

        assertThat(desk.decide(change.id(), OMAR, Choice.APPROVE, change.digest(), ""))
                .isInstanceOf(Answer.Declined.class);
        assertThat(desk.find(change.id()).orElseThrow().state()).isEqualTo(State.WAITING);
    }

    @Test
    void whereOnlyTheProposerOwnsTheFileItIsSaidWhomToAsk() {
        office.files().compute("policies/interns.yaml", (file, text) -> text.replace("owner: platform", "owner: ana"));
        assertThat(owned(office)).isEqualTo("ana");
        RuleChange draft =
                done(desk.draft(ANA, edit("intern-gpus", "Interns work without GPUs.", "No."), "r", "f", key()));

        assertThat(desk.propose(draft.id(), ANA))
                .isInstanceOfSatisfying(
                        Answer.Declined.class,
                        declined -> assertThat(declined.words()).contains("Ask Kim Sato or Omar Haddad or Pat Moreau"));
    }

    @Test
    void ofTwoChangesOfOneFileTheSecondIsOutOfDate() {
        RuleChange first = proposed(ANA, words("First."));
        RuleChange second = proposed(ANA, words("Second."));
        done(desk.decide(first.id(), OMAR, Choice.APPROVE, first.digest(), ""));

        assertThat(desk.decide(second.id(), OMAR, Choice.APPROVE, second.digest(), ""))
                .isInstanceOfSatisfying(
                        Answer.Stale.class,
                        stale -> assertThat(stale.words()).contains("policies/compute.yaml changed since"));
        assertThat(text(office)).contains("First.");
    }

    @Test
    void manyClicksAtOnceAreOneDecision() throws Exception {
        RuleChange change = proposed(ANA, words("Once."));
        try (ExecutorService people = Executors.newFixedThreadPool(8)) {
            List<Callable<Answer>> clicks = new ArrayList<>();
            for (int click = 0; click < 16; click++) {
                PersonId by = click % 2 == 0 ? OMAR : PAT;
                Choice choice = click % 4 < 2 ? Choice.APPROVE : Choice.DENY;
                clicks.add(() -> desk.decide(change.id(), by, choice, change.digest(), ""));
            }
            int decided = 0;
            for (Future<Answer> answer : people.invokeAll(clicks)) {
                decided += answer.get() instanceof Answer.Done ? 1 : 0;
            }
            assertThat(decided).isOne();
        }
        assertThat(facts(change).stream().filter(what -> what.equals("approved") || what.equals("denied")))
                .hasSize(1);
    }

    @Test
    void aFileThatChangesInItsFolderIsTheFoldersAgain() throws Exception {
        RuleChange change = proposed(ANA, words("Here."));
        done(desk.decide(change.id(), OMAR, Choice.APPROVE, change.digest(), ""));
        assertThat(text(office)).contains("Here.");

        office.files().compute("policies/compute.yaml", (file, text) -> text.replace("It may cost", "It might cost"));

        assertThat(text(office)).contains("It might cost").doesNotContain("Here.");
        assertThat(office.jdbc()
                        .sql("select why from bundle_overlay where change = ?")
                        .param(change.id().value())
                        .query(String.class)
                        .single())
                .isEqualTo("the folder's file changed");
    }

    @Test
    void theSameFormDeliveredAgainIsTheSameDraft() {
        EventKey key = key();
        RuleChange first = done(desk.draft(ANA, words("Same."), "r", "f", key));

        assertThat(done(desk.draft(ANA, words("Same."), "r", "f", key)).id()).isEqualTo(first.id());
    }

    @Test
    void otherRulesAreTriedOnWhatWasAskedWithTheMoneyOfThen() {
        Intent dear = notebook(Duration.ofHours(200));
        Intent cheap = notebook(Duration.ofHours(8));
        office.submit("ana", dear);
        office.submit("ana", cheap);
        office.submit("raj", cheap);
        Map<String, String> files = new TreeMap<>(office.bundles().current().files());
        files.computeIfPresent(
                "policies/compute.yaml",
                (file, text) -> text.substring(0, text.indexOf("tests:"))
                                .replace("price.estimate > money(20)", "price.estimate > money(100)")
                                .replace("price.estimate <= money(20)", "price.estimate <= money(100)")
                        + "tests: []\n");
        for (String file : List.of("policies/budget.yaml", "policies/data.yaml", "policies/interns.yaml")) {
            files.computeIfPresent(file, (name, text) -> text.substring(0, text.indexOf("\ntests:")) + "\ntests: []\n");
        }

        Trial.Figures figures = office.the(Trial.class)
                .of(((CandidateBundle.Fine) CandidateBundle.of(office.bundles().current(), files)).bundle());

        assertThat(figures.result().count(Change.NOW_ALLOWED)).isEqualTo(1);
        assertThat(figures.result().words())
                .contains("1 would go through at once")
                .contains("fewer card");
        assertThat(figures.unsaid().getFirst()).contains("people, paths and prices of today");
    }

    private static Intent notebook(Duration length) {
        return new Intent.Launch(
                new PathName("data-science-experimentation"), new TreeMap<>(), new Term.For(length), "churn");
    }

    private Edit words(String because) {
        return edit("foreign-image", "Images may come from", because + " Images may come from");
    }

    private Edit edit(String id, String old, String fresh) {
        RuleText rule = Rulebook.of(office.bundles().current().files()).rule(id).orElseThrow();
        return new Edit(rule, rule.text().replace(old, fresh), Map.of());
    }

    private RuleChange proposed(PersonId by, Edit edit) {
        RuleChange draft = done(desk.draft(by, edit, "because I say so", "Of 0 requests none.", key()));
        return done(desk.propose(draft.id(), by));
    }

    private static RuleChange done(Answer answer) {
        assertThat(answer).isInstanceOf(Answer.Done.class);
        return ((Answer.Done) answer).change();
    }

    private List<String> facts(RuleChange change) {
        return office.the(Audit.class).of(change.id().value()).stream()
                .map(Fact::what)
                .toList();
    }

    private static String text(OpenOffice office) {
        return read(office).get("policies/compute.yaml");
    }

    private static String owned(OpenOffice office) {
        return Rulebook.of(read(office)).sheet("interns").orElseThrow().owner();
    }

    private static Map<String, String> read(OpenOffice office) {
        try {
            office.bundles().read();
        } catch (PeopleSource.Broken broken) {
            throw new AssertionError(broken);
        }
        return office.bundles().current().files();
    }

    private static EventKey key() {
        return new EventKey(UUID.randomUUID().toString());
    }
}
