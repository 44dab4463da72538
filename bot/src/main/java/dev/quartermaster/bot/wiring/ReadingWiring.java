package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.bundle.BundleSource;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.bot.conversation.dialogue.ReaderChain;
import dev.quartermaster.bot.conversation.dialogue.ReadingOutsideTransactions;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.reading.Interpreter;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.embedded.EmbeddedReader;
import dev.quartermaster.intents.reading.model.EscalatingReader;
import dev.quartermaster.intents.reading.model.ModelReader;
import dev.quartermaster.intents.reading.slash.SlashReader;
import dev.quartermaster.prompts.Prompts;
import java.nio.file.Path;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The configuration's source, and the readers over it. */
@Configuration(proxyBeanMethods = false)
class ReadingWiring {
    @Bean
    BundleSource bundleSource(@Value("${quartermaster.config}") String folder) {
        return folder.isBlank() ? BundleFiles::ofJar : () -> BundleFiles.ofFolder(Path.of(folder));
    }

    @Bean
    EmbeddedReader embeddedReader(DataDirectory home) {
        return new EmbeddedReader(new Prompts(), home.resolve("reader"));
    }

    @Bean
    ReaderChain readings(EmbeddedReader embedded, ObjectProvider<ModelReader> model, Bundles bundles) {
        ModelReader asked = model.getIfAvailable();
        Reader sentences =
                asked == null ? embedded : new ReadingOutsideTransactions(new EscalatingReader(embedded, asked));
        Interpreter interpreter = new Interpreter(List.of(new SlashReader(), sentences));
        return (utterance, context) -> interpreter.read(utterance, context, known(bundles));
    }

    /** The program counts as ready only when it can read, so that nobody's first sentence waits for the lesson. */
    @Bean
    ApplicationListener<ApplicationStartedEvent> learnBeforeReady(EmbeddedReader embedded, Bundles bundles) {
        return started -> embedded.prepare(known(bundles));
    }

    private static Reader.Known known(Bundles bundles) {
        Bundle bundle = bundles.current();
        return new Reader.Known(
                bundle.catalogue(), bundle.people(), bundle.organisation().images());
    }
}
