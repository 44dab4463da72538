package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * Run by the build: learns the default organisation's examples into the folder that is its argument, so that the first
 * start on a machine need not. Seconds where nothing changed, half a minute otherwise. Lessons that stand in the folders
 * named by further arguments, such as that of the reader's own tests, are taken over where they are newer; one that was
 * learnt from something else is not used.
 */
final class PretrainReader {

    private PretrainReader() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        for (String other : List.of(arguments).subList(1, arguments.length)) {
            takeOver(Path.of(other), folder);
        }
        switch (new BundleReader(PartTypeScan.found()).read(BundleFiles.ofJar())) {
            case Loaded.Ok(var bundle) ->
                new EmbeddedReader(new Prompts(), folder)
                        .prepare(new Reader.Known(bundle.catalogue(), bundle.people()));
            case Loaded.Broken(var problems) -> throw new IllegalStateException(problems.toString());
        }
        // The tokenizer's library leaves threads behind.
        System.exit(0);
    }

    private static void takeOver(Path from, Path to) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> lessons = Files.list(from)) {
            for (Path lesson : lessons.filter(Files::isRegularFile).toList()) {
                Path own = to.resolve(lesson.getFileName());
                if (!Files.exists(own)
                        || Files.getLastModifiedTime(own).compareTo(Files.getLastModifiedTime(lesson)) < 0) {
                    Files.copy(lesson, own, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
