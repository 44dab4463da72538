package dev.quartermaster.bot.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @Test
    void theDefaultOrganisationIsListedWithHowFarItsPartsWereTried() throws IOException {
        copied();

        assertThat(run(Map.of(), folder.toString())).isZero();

        assertThat(printed())
                .contains(
                        "repository\n  repository (repository): kept here: used for real here; GitHub, GitLab: contract only")
                .contains("website\n  repository (repository): ")
                .contains("  page (website): used for real here")
                .contains(
                        "  home, on this machine where that is allowed (notebook): Jupyter Notebook 6.4, on Linux: used for"
                                + " real here")
                .contains("  home (kubernetes): objects on the simulated cluster")
                .endsWith(folder + ": nothing wrong, 22 golden paths.\n");
        printed.reset();
        assertThat(run(Map.of())).isZero();
        assertThat(printed()).contains("The default organisation: nothing wrong");
    }

    @Test
    void whatIsWrongIsSaidWithFileAndLine() throws IOException {
        copied();
        Path bucket = folder.resolve("golden-paths/bucket.yaml");
        Files.writeString(bucket, Files.readString(bucket).replace("provider: bucket", "provider: bukcet"));

        assertThat(run(Map.of("QUARTERMASTER_CONFIG", folder.toString()))).isOne();

        assertThat(printed())
                .containsPattern("golden-paths/bucket\\.yaml:[0-9]+: .*bukcet")
                .contains("1 problem. It would not be put in force.");
    }

    @Test
    void whatIsNoFolderIsSaidWithTheUsage() {
        assertThat(run(Map.of(), folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(printed()).contains("There is no folder").contains(CheckCommand.USAGE);
        assertThat(run(Map.of(), "--all")).isEqualTo(2);
        assertThat(run(Map.of(), "a", "b")).isEqualTo(2);
    }

    private void copied() throws IOException {
        for (var file : BundleFiles.ofJar().entrySet()) {
            Path copy = folder.resolve(file.getKey());
            Files.createDirectories(copy.getParent());
            Files.writeString(copy, file.getValue());
        }
    }

    private int run(Map<String, String> environment, String... typed) {
        return new CheckCommand(environment, new PrintStream(printed, true, StandardCharsets.UTF_8))
                .run(List.of(typed));
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
