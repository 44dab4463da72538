package dev.quartermaster.actions.provider.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.actions.provider.IdleEvidence;
import dev.quartermaster.actions.provider.Leftover;
import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.Provider.Standing;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.Resize;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/** A real Jupyter server over its whole life; {@code LocalNotebookTest} in {@code bot} runs code in one. */
class NotebookProviderTest {
    private static final LeaseId LEASE = new LeaseId("lease-notebook22");
    private static final Instant SOON = Instant.now().plusSeconds(600);

    private Path home;
    private Path all;
    private NotebookProvider provider;
    private NotebookFolder folder;

    @BeforeEach
    void allowed() throws IOException {
        home = Files.createTempDirectory("home");
        all = Files.createTempDirectory("notebooks");
        OsUser.permit(all, OsUser.apart() ? "rwx--x--x" : "rwx------");
        LocalNotebooks notebooks = notebooks(true);
        if (notebooks.missing() != null) {
            System.err.println("""

                    ############################################################################
                    #  NO JUPYTER FOUND: notebooks of this machine are SKIPPED and UNTESTED    #
                    #  Install one (Debian: apt-get install jupyter-notebook)                  #
                    ############################################################################
                    """);
            Assumptions.abort("no jupyter on this machine: " + notebooks.missing());
        }
        provider = new NotebookProvider(notebooks);
        folder = NotebookFolder.of(all, order(SOON));
    }

    @AfterEach
    void nothingStays() throws IOException, InterruptedException {
        if (folder != null) {
            assertThat(folder.user().killed()).isTrue();
            assertThat(folder.removed()).isTrue();
        }
        FileSystemUtils.deleteRecursively(all);
        FileSystemUtils.deleteRecursively(home);
    }

    @Test
    void aServerTellsWhoUsesItOutlivesTheProgramIsStartedAgainIsStoppedAndLeavesNothing()
            throws IOException, InterruptedException {
        String url = running();
        NotebookServer first = folder.server().orElseThrow();
        assertThat(status(url + "api/kernels", "")).isEqualTo(403);
        assertThat(status(url + "api/kernels", first.token())).isEqualTo(200);
        assertThat(commandLine(first)).contains("jupyter").doesNotContain(first.token());
        assertThat(provider.credentials(order(SOON)).orElseThrow().lines()).containsEntry("Token", first.token());

        assertThat(provider.evidence(order(SOON))).isEqualTo(new IdleEvidence(0L, 0L, null, null));
        assertThat(posted(url + "api/kernels", first.token())).isEqualTo(201);
        // Nobody has asked it for anything, so it has not yet said that it is idle.
        assertThat(provider.evidence(order(SOON)).kernels()).isEqualTo(1);

        provider = new NotebookProvider(notebooks(true));
        assertThat(provider.observe(order(SOON))).isInstanceOf(Observed.Ready.class);
        assertThat(folder.server()).contains(first);

        Instant later = SOON.plusSeconds(3600);
        assertThat(provider.observe(order(later))).isInstanceOf(Observed.Making.class);
        assertThat(provider.converge(order(later), Wanted.RUNNING)).isInstanceOf(Observed.Ready.class);
        assertThat(folder.server()).contains(first);

        ProcessHandle.of(first.pid()).orElseThrow().destroyForcibly();
        until(() -> provider.observe(order(later)) instanceof Observed.Stopped);
        assertThat(provider.converge(order(later), Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
        until(() -> provider.converge(order(later), Wanted.RUNNING) instanceof Observed.Ready);
        NotebookServer second = folder.server().orElseThrow();
        assertThat(second.pid()).isNotEqualTo(first.pid());
        assertThat(second.token()).isEqualTo(first.token());
        assertThat(second.url()).isEqualTo(url);

        assertThat(provider.converge(order(later), Wanted.STOPPED)).isInstanceOf(Observed.Stopped.class);
        assertThat(folder.user().running()).isEmpty();
        assertThat(folder.home().resolve("work")).isDirectory();

        assertThat(provider.converge(order(later), Wanted.GONE)).isInstanceOf(Observed.Absent.class);
        assertThat(all).isEmptyDirectory();
    }

    /** From a cell, to be uncharged while the rest goes on. */
    @Test
    void aServerThatIsMadeToHangIsChargedAndAfterAMinuteEndedWithAllThatRunsThereAndStartedAgain()
            throws IOException, InterruptedException {
        running();
        NotebookServer first = folder.server().orElseThrow();
        signal("STOP", first);
        assertThat(provider.observe(order(SOON)))
                .isInstanceOfSatisfying(
                        Observed.Making.class,
                        making -> assertThat(making.held()).isTrue());
        assertThat(provider.converge(order(SOON), Wanted.RUNNING)).isInstanceOf(Observed.Making.class);
        assertThat(folder.server()).contains(first);

        Files.setLastModifiedTime(folder.silence(), FileTime.from(Instant.now().minusSeconds(61)));
        assertThat(provider.converge(order(SOON), Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("not answered for a minute"));
        assertThat(folder.user().running()).isEmpty();
        until(() -> provider.converge(order(SOON), Wanted.RUNNING) instanceof Observed.Ready);
        assertThat(folder.server().orElseThrow().pid()).isNotEqualTo(first.pid());
        assertThat(folder.silence()).doesNotExist();
    }

    @Test
    void anotherSizeNeedsANewOneAndTheImageIsNotUsed() {
        assertThat(provider.resize(order(SOON), order(SOON)))
                .isInstanceOfSatisfying(
                        Resize.Impossible.class,
                        impossible -> assertThat(impossible.words())
                                .contains("memory")
                                .contains("needs a new notebook"));
        assertThat(provider.fixed(order(SOON)).orElseThrow()).contains("Ask for a new one");
        assertThat(provider.type().standsIn()).contains("this machine's own Python only, whatever image was asked for");
    }

    private static void signal(String name, NotebookServer server) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(server.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    @Test
    void whatIsNoLongerAllowedIsStoppedAndWhatWasLeftIsTakenAwayWithoutFollowingALink()
            throws IOException, InterruptedException {
        running();
        Path outside = Files.createDirectory(home.resolve("outside"));
        Files.writeString(outside.resolve("kept"), "kept");
        Files.createSymbolicLink(folder.home().resolve("work/link"), outside);
        Files.createDirectory(all.resolve("something-else"));

        assertThat(provider.leftovers(lease -> Standing.OPEN)).isEmpty();
        assertThat(provider.leftovers(lease -> Standing.UNKNOWN))
                .extracting(Leftover::removed)
                .containsExactly(false);
        assertThat(folder.user().running()).isNotEmpty();

        provider = new NotebookProvider(notebooks(false));
        assertThat(provider.observe(order(SOON))).isInstanceOf(Observed.Broken.class);
        assertThat(provider.converge(order(SOON), Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("QUARTERMASTER_LOCAL_NOTEBOOKS"));
        assertThat(folder.user().running()).isEmpty();

        assertThat(provider.leftovers(lease -> Standing.OVER))
                .extracting(Leftover::lease, Leftover::removed)
                .containsExactly(tuple(LEASE, true));
        assertThat(folder.anything()).isFalse();
        assertThat(outside.resolve("kept")).hasContent("kept");
        assertThat(all.resolve("something-else")).isDirectory();
    }

    private String running() {
        until(() -> provider.converge(order(SOON), Wanted.RUNNING) instanceof Observed.Ready);
        return ((Observed.Ready) provider.observe(order(SOON))).ref();
    }

    private LocalNotebooks notebooks(boolean allowed) {
        return new LocalNotebooks(allowed, all.toString(), home);
    }

    private static Order order(Instant until) {
        return Orders.of("notebook22", "home", "notebook", Map.of("memory", "2Gi"))
                .until(until)
                .order();
    }

    private static String commandLine(NotebookServer server) throws IOException {
        return Files.readString(Path.of("/proc/" + server.pid() + "/cmdline"));
    }

    private static int status(String url, String token) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(url)), token);
    }

    private static int posted(String url, String token) throws IOException, InterruptedException {
        return sent(HttpRequest.newBuilder(URI.create(url)).POST(HttpRequest.BodyPublishers.ofString("{}")), token);
    }

    private static int sent(HttpRequest.Builder request, String token) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request.header("Authorization", "token " + token).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static void until(BooleanSupplier so) {
        long end = System.nanoTime() + 60_000_000_000L;
        while (!so.getAsBoolean()) {
            assertThat(System.nanoTime()).as("patience").isLessThan(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
