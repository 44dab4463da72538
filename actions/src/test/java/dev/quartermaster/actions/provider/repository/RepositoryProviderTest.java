package dev.quartermaster.actions.provider.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Wanted;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepositoryProviderTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path clones;

    @Test
    void aNewRepositoryCanBeClonedAndPushedTo() throws Exception {
        String url = ready(provider().converge(order("data-science", 1), Wanted.RUNNING));

        try (Git clone = Git.cloneRepository()
                .setURI(url)
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
    void makingItAgainKeepsWhatIsThere() throws Exception {
        String url = ready(provider().converge(order("data-science", 1), Wanted.RUNNING));
        StoredConfig config =
                Git.open(Path.of(URI.create(url)).toFile()).getRepository().getConfig();
        config.setString("quartermaster", null, "touched", "yes");
        config.save();

        assertThat(ready(provider().converge(order("data-science", 2), Wanted.RUNNING)))
                .isEqualTo(url);
        assertThat(Path.of(URI.create(url)).resolve("config")).content().contains("touched");
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

    private RepositoryProvider provider() {
        return new RepositoryProvider(folder);
    }

    private static Order order(String template, long epoch) {
        return Orders.of("aaaaaaaaaa", "repository", "repository", Map.of("template", template))
                .epoch(epoch)
                .order();
    }

    private static String ready(Observed observed) {
        return ((Observed.Ready) observed).ref();
    }

    private static int commits(String url) throws IOException {
        try (Git git = Git.open(Path.of(URI.create(url)).toFile())) {
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
