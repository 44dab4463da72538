package dev.quartermaster.actions.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.postgres.Database;
import dev.quartermaster.actions.postgres.RealPostgres;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.rulebook.ChangeDesk;
import dev.quartermaster.actions.rulebook.OpenOffice;
import dev.quartermaster.actions.rulebook.RuleChange;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Intent.Decide.Choice;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.rulebook.Edit;
import dev.quartermaster.intents.rulebook.RuleText;
import dev.quartermaster.intents.rulebook.Rulebook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** With real repositories, as plain git sees them. */
@RealPostgres
@ResourceLock("the two threads of trials")
class GitRecordTest {
    private static final PersonId ANA = new PersonId("ana");

    @TempDir
    Path home;

    @Test
    void aChangeOfRulesIsACommitOfWhoWroteItNamingWhoApproved(Database database) throws Exception {
        try (OpenOffice office = OpenOffice.at(database, home)) {
            RuleChange change = approved(office);
            Request request = office.submit("ana", notebook());

            assertThat(office.the(GitRecord.class).catchUp()).isTrue();
            assertThat(office.the(GitRecord.class).catchUp()).isTrue();

            List<RevCommit> log = log(home.resolve("record.git"));
            RevCommit change1 = log.stream()
                    .filter(commit ->
                            commit.getFullMessage().contains(change.id().value()))
                    .findFirst()
                    .orElseThrow();
            assertThat(change1.getAuthorIdent().getName()).isEqualTo("Ana Ferreira");
            assertThat(change1.getAuthorIdent().getEmailAddress()).isEqualTo("ana@example.com");
            assertThat(change1.getFooterLines("Approved-by")).containsExactly("omar");
            assertThat(change1.getFullMessage()).doesNotContain("my own words");
            assertThat(file(home.resolve("record.git"), "config/policies/compute.yaml"))
                    .isEqualTo(office.bundles().current().files().get("policies/compute.yaml"))
                    .contains("Recorded.");
            assertThat(file(home.resolve("record.git"), EntryQueries.file(request)))
                    .contains("\"compute-small: allow\"")
                    .doesNotContain("words of ana");
            assertThat(log.stream()
                            .map(commit ->
                                    commit.getFooterLines("Quartermaster-Entry").getFirst()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void itIsWrittenAnewWhereItIsGoneAndFollowsItsRemote(Database database, @TempDir Path elsewhere) throws Exception {
        Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setGitDir(elsewhere.toFile())
                .call()
                .close();
        String url = elsewhere.toUri().toString();
        try (OpenOffice office = OpenOffice.at(database, home, "QUARTERMASTER_RECORD_URL=" + url)) {
            office.submit("ana", notebook());
            assertThat(office.the(GitRecord.class).catchUp()).isTrue();
            List<String> before =
                    log(elsewhere).stream().map(RevCommit::getShortMessage).toList();
            delete(home.resolve("record.git"));

            office.submit("ana", notebook());
            assertThat(office.the(GitRecord.class).catchUp()).isTrue();

            assertThat(log(elsewhere).stream().map(RevCommit::getShortMessage).toList())
                    .hasSize(before.size() + 1)
                    .endsWith(before.toArray(String[]::new));
        }
    }

    @Test
    void aRemoteThatIsAwayHoldsNothingBackAndIsTriedAgain(Database database, @TempDir Path elsewhere) throws Exception {
        Path late = elsewhere.resolve("late.git");
        try (OpenOffice office = OpenOffice.at(database, home, "QUARTERMASTER_RECORD_URL=" + late.toUri())) {
            assertThat(office.the(GitRecord.class).catchUp()).isFalse();
            assertThat(office.submit("ana", notebook()).id().value()).startsWith("req-");

            Git.init()
                    .setBare(true)
                    .setInitialBranch("main")
                    .setGitDir(late.toFile())
                    .call()
                    .close();

            assertThat(office.the(GitRecord.class).catchUp()).isTrue();
            assertThat(log(late)).isNotEmpty();
        }
    }

    private static RuleChange approved(OpenOffice office) {
        ChangeDesk desk = office.the(ChangeDesk.class);
        RuleText rule = Rulebook.of(office.bundles().current().files())
                .rule("foreign-image")
                .orElseThrow();
        Edit edit = new Edit(rule, rule.text().replace("Images may", "Recorded. Images may"), Map.of());
        EventKey key = new EventKey(UUID.randomUUID().toString());
        RuleChange change =
                ((ChangeDesk.Answer.Done) desk.draft(ANA, edit, "my own words", "Of 0 none.", key)).change();
        desk.propose(change.id(), ANA);
        assertThat(desk.decide(change.id(), new PersonId("omar"), Choice.APPROVE, change.digest(), ""))
                .isInstanceOf(ChangeDesk.Answer.Done.class);
        assertThat(desk.deciders(change)).isNotEmpty();
        return change;
    }

    private static Intent notebook() {
        return new Intent.Launch(
                new PathName("data-science-experimentation"),
                new TreeMap<>(),
                new Term.For(Duration.ofHours(8)),
                "churn");
    }

    private static List<RevCommit> log(Path repository) throws IOException, GitAPIException {
        try (Git git = Git.open(repository.toFile())) {
            return StreamSupport.stream(git.log().all().call().spliterator(), false)
                    .toList();
        }
    }

    private static String file(Path repository, String name) throws Exception {
        try (RecordRepository record = RecordRepository.at(repository, null)) {
            return record.text(name).orElseThrow();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(each);
            }
        }
    }
}
