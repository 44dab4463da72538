package dev.quartermaster.deploy.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the Dockerfile says, held to the jar that was built: no image is made here, because no registry can be reached. */
class ImageTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final Pattern COPIED = Pattern.compile("COPY --from=layers /work/layers/(\\S+)/ \\./");

    @TempDir
    private static Path folder;

    private static List<String> lines;
    private static String java;

    @BeforeAll
    static void unpack() throws Exception {
        lines = Files.readAllLines(ROOT.resolve("deploy/image/Dockerfile"));
        java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.createSymbolicLink(folder.resolve("quartermaster.jar"), ROOT.resolve("bot/target/quartermaster.jar"));
        var said = Stream.of(one("RUN java ").split(" ")).toList();
        assertThat(run(said)).isZero();
    }

    @Test
    void eachLayerOfTheJarIsCopiedThatWhichChangesLeastFirst() throws IOException {
        try (var jar = new JarFile(folder.resolve("quartermaster.jar").toFile())) {
            var index = new String(
                    jar.getInputStream(jar.getEntry("BOOT-INF/layers.idx")).readAllBytes());
            var layers = Pattern.compile("^- \"(.+)\":", Pattern.MULTILINE)
                    .matcher(index)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            assertThat(copied()).isEqualTo(layers);
        }
    }

    @Test
    void everythingOnTheClassPathIsInTheImage() throws IOException {
        var program = Stream.of(one("ENTRYPOINT ").split("\"")).filter(word -> word.endsWith(".jar"));
        var name = program.findFirst().orElseThrow();
        try (var jar =
                new JarFile(folder.resolve("layers/application").resolve(name).toFile())) {
            var path =
                    jar.getManifest().getMainAttributes().getValue("Class-Path").split(" ");
            assertThat(path)
                    .hasSizeGreaterThan(100)
                    .allMatch(entry -> copied().stream()
                            .anyMatch(layer -> Files.exists(
                                    folder.resolve("layers").resolve(layer).resolve(entry))));
        }
    }

    @Test
    void javaKnowsTheOptionsItIsStartedWith() throws Exception {
        var options = new ArrayList<String>();
        Pattern.compile("\"(-XX[^\"]+)\"")
                .matcher(one("ENTRYPOINT "))
                .results()
                .forEach(each -> options.add(each.group(1)));
        assertThat(options).isNotEmpty();
        options.addFirst("java");
        options.add("-version");
        assertThat(run(options)).isZero();
    }

    @Test
    void itRunsAsTheNumberThatTheChartNamesAndWritesWhereTheChartLetsIt() throws IOException {
        var deployment = Files.readString(ROOT.resolve("deploy/chart/quartermaster/templates/deployment.yaml"));
        var user = one("USER ").split(":");
        assertThat(user[0]).matches("[1-9][0-9]+");
        assertThat(deployment).contains("runAsUser: " + user[0] + "\n", "runAsGroup: " + user[1] + "\n");
        var home = one("ENV QUARTERMASTER_HOME=");
        assertThat(deployment)
                .contains("{name: QUARTERMASTER_HOME, value: " + home + "}")
                .contains("{name: home, mountPath: " + home + "}")
                .contains("{name: tmp, mountPath: /tmp}");
    }

    private static List<String> copied() {
        return lines.stream()
                .map(COPIED::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group(1))
                .toList();
    }

    /** What stands behind the only line that begins so. */
    private static String one(String begin) {
        var found = lines.stream().filter(line -> line.startsWith(begin)).toList();
        assertThat(found).as(begin).hasSize(1);
        return found.getFirst().substring(begin.length());
    }

    private static int run(List<String> words) throws IOException, InterruptedException {
        var command = new ArrayList<>(words);
        if (command.getFirst().equals("java")) {
            command.removeFirst();
        }
        command.addFirst(java);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
