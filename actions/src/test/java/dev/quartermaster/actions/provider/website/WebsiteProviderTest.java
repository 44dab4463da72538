package dev.quartermaster.actions.provider.website;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.Observed;
import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.actions.provider.Orders;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.actions.provider.Provider.Wanted;
import dev.quartermaster.actions.provider.repository.GitFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebsiteProviderTest {
    private static final String URL = "https://quartermaster.example.com/site/lease-aaaaaaaaaa/acme/";

    @TempDir
    private Path folder;

    @Test
    void aRepositoryIsPublishedUntilItIsNotAndALateWorkerChangesNothing() throws IOException {
        repository();
        assertThat(on("embedded").observe(order("acme", 1))).isEqualTo(new Observed.Absent());
        assertThat(on("embedded").converge(order("acme", 2), Wanted.RUNNING))
                .isEqualTo(new Observed.Ready(URL, Map.of("url", URL)));

        assertThat(on("embedded").converge(order("acme", 1), Wanted.GONE)).isInstanceOf(Observed.Making.class);
        assertThat(on("embedded").observe(order("acme", 1))).isInstanceOf(Observed.Ready.class);

        assertThat(on("embedded").converge(order("acme", 3), Wanted.GONE)).isEqualTo(new Observed.Absent());
        assertThat(on("embedded").converge(order("acme", 4), Wanted.GONE)).isEqualTo(new Observed.Absent());
    }

    @Test
    void whatIsNotThereOrIsNoNameIsBroken() {
        for (String name : new String[] {"acme", "../acme", "Acme"}) {
            assertThat(on("embedded").converge(order(name, 1), Wanted.RUNNING)).isInstanceOf(Observed.Broken.class);
            assertThat(on("embedded").converge(order(name, 1), Wanted.GONE)).isEqualTo(new Observed.Absent());
        }
    }

    @Test
    void onAnotherHostItSaysWhatToDoInstead() throws IOException {
        repository();

        assertThat(on("github").converge(order("acme", 1), Wanted.RUNNING))
                .isInstanceOfSatisfying(
                        Observed.Broken.class,
                        broken -> assertThat(broken.words()).contains("/qm launch repository"));
        assertThat(on("github").converge(order("acme", 1), Wanted.GONE)).isEqualTo(new Observed.Absent());
    }

    private void repository() throws IOException {
        Path repository = Files.createDirectories(folder.resolve("lease-aaaaaaaaaa-acme.git"));
        Files.writeString(repository.resolve("HEAD"), "ref: refs/heads/main\n");
    }

    private WebsiteProvider on(String host) {
        return new WebsiteProvider(new GitFolders(folder, host), new OwnAddress("https://quartermaster.example.com"));
    }

    private static Order order(String name, long epoch) {
        return Orders.of("aaaaaaaaaa", "page", "website", Map.of("of", name))
                .epoch(epoch)
                .order();
    }
}
