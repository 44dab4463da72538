package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.prompts.Prompts;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns utterances and the golden paths' own sentences into something that scores. Takes seconds, or less from a cache. */
final class Learning {

    private final Prompts prompts;
    private final Embedder embedder;
    private final @Nullable Path cache;

    Learning(Prompts prompts, Embedder embedder, @Nullable Path cache) {
        this.prompts = prompts;
        this.embedder = embedder;
        this.cache = cache;
    }

    /** @param before what was learnt last: kept where only names changed */
    Learnt learn(Known known, @Nullable Learnt before) {
        var names = new Names(known);
        var written = written(known);
        var spelling = new Spelling(written.stream().map(Example::text).toList());
        var examples = written.stream()
                .map(example -> new Example(example.label(), spelling.mended(masked(example.text(), names))))
                .toList();
        var version = version(examples);
        if (before != null && before.version().equals(version)) {
            return new Learnt(known, names, spelling, before.trained(), version);
        }
        return new Learnt(known, names, spelling, Trained.from(examples, vectors(examples, version)), version);
    }

    private List<Example> written(Known known) {
        var examples = new ArrayList<Example>();
        prompts.utterances()
                .forEach((verb, said) -> said.forEach(sentence -> examples.add(new Example(verb, sentence))));
        known.catalogue().paths().values().stream()
                .sorted(Comparator.comparing(GoldenPath::name))
                .forEach(path -> {
                    var label = "launch/" + path.name();
                    path.says().forEach(sentence -> examples.add(new Example(label, sentence)));
                    examples.add(new Example(label, path.title()));
                    path.synonyms().forEach(synonym -> examples.add(new Example(label, "launch a " + synonym)));
                });
        return examples;
    }

    private static String masked(String text, Names names) {
        return Found.in(text, Instant.EPOCH, ZoneOffset.UTC, names).masked();
    }

    private float[][] vectors(List<Example> examples, String version) {
        var cached = cache == null ? null : VectorCache.read(cache, version, examples.size());
        if (cached != null) {
            return cached;
        }
        var vectors =
                examples.stream().map(example -> embedder.embed(example.text())).toArray(float[][]::new);
        if (cache != null) {
            VectorCache.write(cache, version, vectors);
        }
        return vectors;
    }

    private static String version(List<Example> examples) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(Embedder.VERSION.getBytes(StandardCharsets.UTF_8));
            for (var example : examples) {
                digest.update((example.label() + "\t" + example.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
