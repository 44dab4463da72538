package dev.quartermaster.actions.provider.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepositoryProviderTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path clones;

    @Test
    void aNewRepositoryCanBeClonedAndPushedTo() throws Exception {
        String url = ready(provider().converge(order("data-science", 1), Wanted.RUNNING));

        try (Git clone = Git.cloneRepository()
                .setURI(place(url).toUri().toString())
                .setDirectory(clones.resolve("one").toFile())
                .call()) {
            assertThat(clones.resolve("one"))
                    .isDirectoryContaining(file -> file.endsWith("README.md"))
                    .isDirectoryContaining(file -> file.endsWith(".gitignore"))
                    .isDirectoryContaining(file -> file.endsWith("environment.yaml"));
            assertThat(clones.resolve("one/notebooks/start.ipynb")).isNotEmptyFile();
            assertThat(clones.resolve("one/src/data.py")).isNotEmptyFile();
            var first = clone.log().call().iterator().next();
            assertThat(first.getAuthorIdent().getName()).isEqualTo("Quartermaster");
            assertThat(first.getFullMessage()).contains("lease-aaaaaaaaaa");
            Files.writeString(clones.resolve("one/work.txt"), "mine");
            clone.add().addFilepattern("work.txt").call();
            clone.commit().setMessage("Work").setSign(false).call();
            clone.push().call();
        }
        assertThat(commits(url)).isEqualTo(2);
    }

    @Test
    void oneOfALeaseThatIsNotOpenIsFoundAndLeftAlone() throws Exception {
        var order = order("data-science", 1);
        String url = ready(provider().converge(order, Wanted.RUNNING));
        assertThat(provider().leftovers(lease -> Standing.OPEN)).isEmpty();

        assertThat(provider().leftovers(lease -> Standing.UNKNOWN))
                .singleElement()
                .satisfies(left -> {
                    assertThat(left.lease()).isEqualTo(order.lease());
                    assertThat(left.what())
                            .startsWith("the repository lease-aaaaaaaaaa-")
                            .endsWith(".git");
                    assertThat(left.removed()).isFalse();
                });
        assertThat(place(url)).isDirectory();
        provider().converge(order, Wanted.GONE);
        assertThat(provider().leftovers(lease -> Standing.OVER)).isEmpty();
    }

    @Test
    void makingItAgainKeepsWhatIsThere() throws Exception {
        String url = ready(provider().converge(order("data-science", 1), Wanted.RUNNING));
        StoredConfig config = Git.open(place(url).toFile()).getRepository().getConfig();
        config.setString("quartermaster", null, "touched", "yes");
        config.save();

        assertThat(ready(provider().converge(order("data-science", 2), Wanted.RUNNING)))
                .isEqualTo(url);
        assertThat(place(url).resolve("config")).content().contains("touched");
    }

    @Test
    void whatACrashLeftHalfMadeIsMadeAnew() throws Exception {
        Path half = folder.resolve(".making-lease-aaaaaaaaaa-repository.git/objects");
        Files.createDirectories(half);
        Files.writeString(half.resolve("junk"), "junk");

        assertThat(provider().observe(order("data-science", 1))).isInstanceOf(Observed.Absent.class);
        assertThat(commits(ready(provider().converge(order("data-science", 1), Wanted.RUNNING))))
                .isEqualTo(1);
    }

    @Test
    void theEndKeepsTheWork() {
        provider().converge(order("data-science", 1), Wanted.RUNNING);

        assertThat(provider().converge(order("data-science", 2), Wanted.GONE)).isInstanceOf(Observed.Absent.class);
        assertThat(provider().converge(order("data-science", 3), Wanted.GONE)).isInstanceOf(Observed.Absent.class);

        assertThat(folder.resolve("ended/lease-aaaaaaaaaa-repository.git/HEAD")).exists();
    }

    @Test
    void aWorkerThatWasOvertakenChangesNothing() {
        provider().converge(order("data-science", 5), Wanted.RUNNING);

        provider().converge(order("data-science", 4), Wanted.GONE);
        assertThat(provider().observe(order("data-science", 5))).isInstanceOf(Observed.Ready.class);

        provider().converge(order("data-science", 6), Wanted.GONE);
        provider().converge(order("data-science", 5), Wanted.RUNNING);
        assertThat(provider().observe(order("data-science", 6))).isInstanceOf(Observed.Absent.class);
    }

    @Test
    void aTemplateThatIsNotThereNeedsAPerson() {
        assertThat(provider().converge(order("../../etc", 1), Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
        assertThat(provider().converge(order("nothing", 1), Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
    }

    @Test
    void itIsFoundByTheNamePeopleGaveIt() {
        Order order = called("uplift-models");

        assertThat(provider().converge(order, Wanted.RUNNING))
                .isEqualTo(new Observed.Ready(
                        "http://localhost:8080/git/lease-aaaaaaaaaa/uplift-models.git",
                        Map.of("url", "http://localhost:8080/git/lease-aaaaaaaaaa/uplift-models.git")));

        assertThat(provider().converge(called("../../etc"), Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
        assertThat(provider().converge(called("Uplift"), Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "python", "data-science"})
    void everyTemplateOfTheGoldenPathIsThere(String template) throws Exception {
        assertThat(commits(ready(provider().converge(order(template, 1), Wanted.RUNNING))))
                .isEqualTo(1);
    }

    @Test
    void theLastTokenShownOpensItUntilItsEndAndItsHashAloneIsKept() throws Exception {
        Order order = order("plain", 1);
        provider().converge(order, Wanted.RUNNING);
        GitFolders hosted = new GitFolders(folder, "embedded");
        String address = "lease-aaaaaaaaaa/repository.git";
        assertThat(hosted.find(address).orElseThrow().opensWith("")).isFalse();

        String first = token(order);
        String second = token(order);

        assertThat(hosted.find(address).orElseThrow().opensWith(first)).isFalse();
        assertThat(hosted.find(address).orElseThrow().opensWith(second)).isTrue();
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).map(RepositoryProviderTest::text))
                    .hasSizeGreaterThan(5)
                    .noneMatch(text -> text.contains(second));
        }

        assertThat(provider().farewell(order)).isEmpty();
        provider().converge(order("plain", 2), Wanted.GONE);
        GitFolder kept = hosted.find(address).orElseThrow();
        assertThat(kept.ended()).isTrue();
        assertThat(kept.opensWith(second)).isFalse();
        assertThat(kept.folder().resolve("quartermaster-token")).doesNotExist();
        assertThat(provider().credentials(order)).isEmpty();
        assertThat(provider().farewell(order))
                .contains("stays with the team growth")
                .contains("http://localhost:8080/git/" + address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lease-aaaaaaaaaa",
                "lease-aaaaaaaaaa/",
                "lease-aaaaaaaaaa/repository",
                "lease-aaaaaaaaaa/other.git",
                "lease-aaaaaaaaaa/../lease-aaaaaaaaaa-repository.git",
                "lease-aaaaaaaaaa/repository.git/",
                "lease-aaaaaaaaaa/repository.git/config",
                "lease-aaaaaaaaaa/repository.git\n",
                "lease-aaaaaaaaaa//repository.git",
                "/lease-aaaaaaaaaa/repository.git",
                "ended/lease-aaaaaaaaaa-repository.git",
                "lease-aaaaaaaaaa-repository.git",
                "lease-aaaaaaaaaa/linked.git"
            })
    void noOtherAddressFindsAnything(String address) throws IOException {
        provider().converge(order("plain", 1), Wanted.RUNNING);
        Files.createSymbolicLink(
                folder.resolve("lease-aaaaaaaaaa-linked.git"), folder.resolve("lease-aaaaaaaaaa-repository.git"));

        assertThat(new GitFolders(folder, "embedded").find(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost:8080", "ftp://here", "http://", "https://user@here", "http://a b"})
    void anAddressThatIsNoneStartsNothing(String url) {
        assertThatThrownBy(() -> GitHostConfiguration.address("QUARTERMASTER_GIT_URL", url))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("QUARTERMASTER_GIT_URL");
        assertThat(GitHostConfiguration.address("QUARTERMASTER_GIT_URL", "https://qm.example.com/"))
                .isEqualTo("https://qm.example.com");
    }

    private String token(Order order) {
        return provider().credentials(order).orElseThrow().lines().get("Password");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Order called(String name) {
        return Orders.of("aaaaaaaaaa", "repository", "repository", Map.of("template", "plain", "called", name))
                .order();
    }

    /** What its address stands for. */
    private Path place(String url) {
        return folder.resolve(url.replace("http://localhost:8080/git/", "").replace("/", "-"));
    }

    private RepositoryProvider provider() {
        return new RepositoryProvider(new EmbeddedGitHost(GitStore.at(folder), "http://localhost:8080/git/"));
    }

    private static Order order(String template, long epoch) {
        return Orders.of("aaaaaaaaaa", "repository", "repository", Map.of("template", template))
                .epoch(epoch)
                .order();
    }

    private static String ready(Observed observed) {
        return ((Observed.Ready) observed).ref();
    }

    private int commits(String url) throws IOException {
        try (Git git = Git.open(place(url).toFile())) {
            int count = 0;
            for (var each :
                    git.log().add(git.getRepository().resolve(Constants.HEAD)).call()) {
                count += each.getParentCount() >= 0 ? 1 : 0;
            }
            return count;
        } catch (org.eclipse.jgit.api.errors.GitAPIException trouble) {
            throw new IOException(trouble);
        }
    }
}
