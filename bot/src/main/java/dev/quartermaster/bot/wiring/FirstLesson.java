package dev.quartermaster.bot.wiring;

import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Run by the build: learns the default organisation's examples into the folder that is its argument, so that the first
 * start on a machine need not. Seconds where nothing changed, half a minute otherwise.
 */
final class FirstLesson {

    private FirstLesson() {}

    public static void main(String[] arguments) throws IOException {
        switch (new BundleReader().read(BundleFiles.ofJar())) {
            case Loaded.Ok(var bundle) ->
                new EmbeddedReader(new Prompts(), Path.of(arguments[0]))
                        .prepare(new Reader.Known(bundle.catalogue(), bundle.people()));
            case Loaded.Broken(var problems) -> throw new IllegalStateException(problems.toString());
        }
        // The tokenizer's library leaves threads behind.
        System.exit(0);
    }
}
