package dev.quartermaster.deploy.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A stranger finds the room for a line of code by folder names and one sentence a package. */
class PackagesTest {
    private static final Pattern SAYS_WHAT_IT_IS =
            Pattern.compile("/\\*\\*.*\\S.*\\*/\\s*@NullMarked\\s+package ", Pattern.DOTALL);
    private static final Set<String> SAY_NOTHING =
            Set.of("util", "utils", "common", "helper", "manager", "impl", "misc");

    @Test
    void everyPackageSaysWhatItIsAndIsNullMarked() throws IOException {
        List<Path> silent = new ArrayList<>();
        for (Path folder : folders()) {
            Path info = folder.resolve("package-info.java");
            if (!Files.exists(info)
                    || !SAYS_WHAT_IT_IS.matcher(Files.readString(info)).find()) {
                silent.add(Sources.root().relativize(folder));
            }
        }
        assertThat(silent).isEmpty();
    }

    @Test
    void noPackageHasANameThatSaysNothing() {
        assertThat(folders())
                .noneMatch(folder -> SAY_NOTHING.contains(folder.getFileName().toString()));
    }

    /** One class, one word, one meaning. */
    @Test
    void noNameStandsTwiceInAModule() {
        Map<String, List<String>> places = new TreeMap<>();
        Sources.java("src/main/java").forEach(file -> {
            String module = Sources.root().relativize(file).getName(0).toString();
            String name = file.getFileName().toString();
            if (!name.equals("package-info.java")) {
                places.computeIfAbsent(module + " " + name, each -> new ArrayList<>())
                        .add(file.getParent().getFileName().toString());
            }
        });
        assertThat(places).hasSizeGreaterThan(500);
        assertThat(places.entrySet().stream().filter(each -> each.getValue().size() > 1))
                .isEmpty();
    }

    private static Set<Path> folders() {
        Set<Path> folders = new TreeSet<>();
        Sources.java("src/main/java").forEach(file -> folders.add(file.getParent()));
        assertThat(folders).hasSizeGreaterThan(10);
        return folders;
    }
}
