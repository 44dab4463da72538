package dev.quartermaster.bot.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said at start about an address nobody reaches, one that leaks passwords, and a folder others may not see. */
class GitServerConfigurationTest {
    @Test
    void whatWouldMakeACloneFailIsSaidAtStart() {
        assertThat(warnings("http://localhost:8080", true, false)).isEmpty();
        assertThat(warnings("https://qm.example.com", false, false)).isEmpty();
        assertThat(warnings("http://localhost:8080", false, false))
                .singleElement()
                .asString()
                .contains("QUARTERMASTER_URL");
        assertThat(warnings("http://qm.example.com", false, false))
                .singleElement()
                .asString()
                .contains("TLS");
        assertThat(warnings("https://qm.example.com", false, true))
                .singleElement()
                .asString()
                .contains("shared volume")
                .contains("QUARTERMASTER_GIT_HOST");
    }

    private static List<String> warnings(String url, boolean workspace, boolean shared) {
        return GitServerConfiguration.warnings(Path.of("home"), URI.create(url), workspace, shared);
    }
}
