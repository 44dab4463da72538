package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleFilesTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void aFolderIsReadWithItsFoldersAndWithoutHiddenFiles() throws IOException {
        write(folder, "people.yaml", "people: []");
        write(folder, "golden-paths/box.yaml", "kind: GoldenPath");
        write(folder, ".git/config", "secret");
        write(folder, ".people.yaml.swp", "secret");
        assertThat(BundleFiles.ofFolder(folder))
                .isEqualTo(Map.of("people.yaml", "people: []", "golden-paths/box.yaml", "kind: GoldenPath"));
    }

    @Test
    void aMountedConfigMapIsReadThroughItsLinks() throws IOException {
        write(folder, "..2026_11_20/people.yaml", "people: []");
        Files.createSymbolicLink(folder.resolve("..data"), Path.of("..2026_11_20"));
        Files.createSymbolicLink(folder.resolve("people.yaml"), Path.of("..data", "people.yaml"));
        assertThat(BundleFiles.ofFolder(folder)).isEqualTo(Map.of("people.yaml", "people: []"));
    }

    @Test
    void aLinkOutOfTheFolderIsRefused() throws IOException {
        write(elsewhere, "passwd", "root");
        Files.createSymbolicLink(folder.resolve("people.yaml"), elsewhere.resolve("passwd"));
        assertThatThrownBy(() -> BundleFiles.ofFolder(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("people.yaml is a link that leads out of");
    }

    @Test
    void whatIsTooMuchOrNoTextIsRefusedByName() throws IOException {
        Files.write(folder.resolve("people.yaml"), new byte[] {(byte) 0xc3, 0x28});
        assertThatThrownBy(() -> BundleFiles.ofFolder(folder)).hasMessage("people.yaml is not UTF-8 text");
        Files.write(folder.resolve("people.yaml"), new byte[BundleFiles.MAX_BYTES + 1]);
        assertThatThrownBy(() -> BundleFiles.ofFolder(folder))
                .hasMessage("people.yaml is larger than " + BundleFiles.MAX_BYTES + " bytes");
        Files.delete(folder.resolve("people.yaml"));
        for (int i = 0; i <= BundleFiles.MAX_FILES; i++) {
            write(folder, i + ".yaml", "");
        }
        assertThatThrownBy(() -> BundleFiles.ofFolder(folder)).hasMessageStartingWith("There are more than 500 files");
    }

    @Test
    void twoBundlesThatDifferAnywhereHaveDifferentHashes() throws IOException {
        Bundle bundle = DefaultOrganisation.load();
        assertThat(bundle.hash())
                .matches("[0-9a-f]{64}")
                .isEqualTo(DefaultOrganisation.load().hash());
        Map<String, String> changed = new TreeMap<>(bundle.files());
        changed.compute("prices.yaml", (file, text) -> text + "\n");
        assertThat(((Loaded.Ok) DefaultOrganisation.reader().read(changed))
                        .bundle()
                        .hash())
                .isNotEqualTo(bundle.hash());
    }

    private static void write(Path folder, String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
