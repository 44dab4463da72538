package dev.quartermaster.deploy.structure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Java files of every module, found from this module's folder. */
final class Sources {
    static final List<String> MODULES = List.of("prompts", "intents", "actions", "bot", "deploy", "deploy/bench");

    private Sources() {}

    static Path root() {
        return Path.of("").toAbsolutePath().getParent();
    }

    static List<Path> java(String folder) {
        return MODULES.stream()
                .map(module -> root().resolve(module).resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(Sources::below)
                .toList();
    }

    /**
     * Compiled main classes, read as files: this module has none of them on its class path. Without the bench, which
     * stands in the packages that it measures and needs the modules above them.
     */
    static List<Path> classes() {
        return MODULES.stream()
                .filter(module -> !module.equals("deploy/bench"))
                .map(module -> root().resolve(module).resolve("target/classes"))
                .filter(Files::isDirectory)
                .toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
