package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Place;
import dev.quartermaster.intents.reading.Reader;
import dev.quartermaster.intents.reading.Utterance;
import dev.quartermaster.prompts.Prompts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A few hundred of the sentences people wrote, in a fixed random order, and a reader that has learnt. */
@State(Scope.Thread)
public class RealSentences {

    private static final int EVERY = 20;

    @Param("../config")
    public String config;

    @Param("target/reader")
    public String cache;

    private final List<Utterance> utterances = new ArrayList<>();
    private EmbeddedReader reader;
    private Embedder embedder;
    private Reader.Known known;
    private int next;

    @Setup
    public void learn() throws IOException {
        var prompts = new Prompts();
        var all = new ArrayList<String>();
        prompts.utterances().values().forEach(all::addAll);
        for (var n = 0; n < all.size(); n += EVERY) {
            utterances.add(says(all.get(n)));
        }
        Collections.shuffle(utterances, new Random(1));
        known = switch (new BundleReader(PartTypeScan.found()).read(BundleFiles.ofFolder(Path.of(config)))) {
            case Loaded.Ok(var bundle) -> new Reader.Known(bundle.catalogue(), bundle.people());
            case Loaded.Broken(var problems) -> throw new IllegalStateException(problems.toString());
        };
        embedder = new Embedder();
        reader = new EmbeddedReader(prompts, Path.of(cache));
        reader.prepare(known);
    }

    private static Utterance says(String text) {
        var at = Instant.parse("2026-03-11T10:30:00Z");
        return new Utterance(
                new EventKey("e"), new PersonId("ana"), new Place("D1", null), text, at, ZoneId.of("Europe/London"));
    }

    private Utterance next() {
        next = (next + 1) % utterances.size();
        return utterances.get(next);
    }

    Object read() {
        return reader.read(next(), new Context.None(), known);
    }

    Object embed() {
        return embedder.embed(next().text());
    }
}
