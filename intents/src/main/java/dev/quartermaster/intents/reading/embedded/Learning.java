package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns utterances and the golden paths' own sentences into something that scores. Takes some ten seconds for thousands
 * of sentences never seen, less where only few are new, and a fraction of a second where nothing is.
 */
final class Learning {

    private static final Logger LOG = LoggerFactory.getLogger(Learning.class);

    /** What is learnt depends on these as much as on the examples: no release takes over another's weights. */
    private static final List<Class<?>> LEARNS = List.of(
            Ngrams.class,
            Kinds.class,
            Softmax.class,
            Descent.class,
            NgramModel.class,
            Models.class,
            Nearby.class,
            Lesson.class,
            Trained.class,
            Fusion.class,
            Beyond.class,
            Bars.class,
            Distrust.class,
            Findings.class,
            LessonFile.class,
            Learning.class);

    /** So many examples stand for all when it is asked whether they would still be masked as they were. */
    private static final int SAMPLED = 40;

    /** Learnt as nothing of ours, and once more apart from all that is honest. */
    private static final String ATTACK = Trained.NOTHING + "/" + Distrust.ATTACK;

    private final Map<String, List<String>> utterances;
    private final List<String> attacks;
    private final Embedder embedder;
    private final VectorCache vectors;
    private final LessonFile file;

    /**
     * @param utterances by verb, in the order they are learnt
     * @param attacks what is nothing of ours and aimed at us
     * @param cache a folder; null: nothing is kept
     */
    Learning(Map<String, List<String>> utterances, List<String> attacks, Embedder embedder, @Nullable Path cache) {
        this.utterances = utterances;
        this.attacks = attacks;
        this.embedder = embedder;
        this.vectors = new VectorCache(cache, embedder);
        this.file = new LessonFile(cache);
    }

    /** @param before what was learnt last: kept where only names changed */
    Learnt learn(Known known, @Nullable Learnt before) {
        var names = new Names(known);
        var written = written(known);
        var version = version(written);
        if (before != null && before.version().equals(version.toString())) {
            return before.knowing(known, names);
        }
        var kept = file.read(version).orElseGet(() -> learned(written, names, version));
        return new Learnt(
                known,
                names,
                new Spelling(kept.words()),
                kept.trained(),
                kept.distrust(),
                new SentenceScorer(embedder, kept.trained(), kept.distrust()),
                version.toString(),
                kept.findings());
    }

    /** Whether what was learnt last is what would be learnt now. */
    boolean same(Known known, Learnt before) {
        return version(written(known)).toString().equals(before.version());
    }

    private LessonFile.Kept learned(List<Example> written, Names names, Digest version) {
        var started = System.nanoTime();
        var spelling = Spelling.of(written.stream().map(Example::text).toList());
        var examples = masked(written, names, spelling);
        var lesson = digest(LEARNS, examples);
        var kept = file.read(lesson).orElseGet(() -> learned(written, examples, spelling));
        file.write(version, lesson, kept);
        LOG.info(
                "The reader has learnt {} examples in {} s",
                examples.size(),
                (System.nanoTime() - started) / 1_000_000_000);
        return kept;
    }

    private LessonFile.Kept learned(List<Example> written, List<Example> examples, Spelling spelling) {
        var embedded = vectors.vectors(examples.stream().map(Example::text).toList());
        var attacks = new boolean[examples.size()];
        var verbs = new ArrayList<Example>(examples.size());
        for (var n = 0; n < attacks.length; n++) {
            attacks[n] = examples.get(n).label().equals(ATTACK);
            verbs.add(attacks[n] ? new Example(Trained.NOTHING, examples.get(n).text()) : examples.get(n));
        }
        var tried = Trained.lesson(verbs, embedded);
        var distrust = Distrust.from(examples, attacks, embedded);
        return new LessonFile.Kept(tried.trained(), distrust, spelling.ours(), Findings.of(written, tried.unseen()));
    }

    /** As they are learnt: without the names in them, and without typing errors. */
    static List<Example> masked(List<Example> written, Names names, Spelling spelling) {
        return written.parallelStream()
                .map(example -> new Example(example.label(), spelling.mended(masked(example.text(), names))))
                .toList();
    }

    /** All examples, as people wrote them. */
    List<Example> written(Known known) {
        var examples = new ArrayList<Example>();
        utterances.forEach((verb, said) -> said.forEach(sentence -> examples.add(new Example(verb, sentence))));
        attacks.forEach(sentence -> examples.add(new Example(ATTACK, sentence)));
        paths(known).forEach(path -> {
            var label = "launch/" + path.name();
            path.says().forEach(sentence -> examples.add(new Example(label, sentence)));
            examples.add(new Example(label, path.title()));
            path.synonyms().forEach(synonym -> examples.add(new Example(label, "launch a " + synonym)));
        });
        return examples;
    }

    private static List<GoldenPath> paths(Known known) {
        return known.catalogue().paths().values().stream()
                .sorted(Comparator.comparing(GoldenPath::name))
                .toList();
    }

    private static String masked(String text, Names names) {
        return Found.in(text, Instant.EPOCH, ZoneOffset.UTC, names).masked();
    }

    /**
     * By what goes in and not by what is made of it: masking thousands of sentences would take longer than reading the
     * weights. People and datasets are left out: examples and sentences lose their names alike, and a new colleague
     * must not cost everybody a lesson. That the code still masks as it did is seen from a sample, masked with nobody's
     * names: with theirs, a new colleague called Will would be a lesson.
     */
    private static Digest version(List<Example> written) {
        var names = new Names(new Known(new Catalogue(Map.of(), Map.of()), new People(Map.of(), Map.of(), Map.of())));
        var all = new ArrayList<>(written);
        for (var n = 0; n < SAMPLED && !written.isEmpty(); n++) {
            var example = written.get((int) ((long) n * written.size() / SAMPLED));
            all.add(new Example(example.label(), masked(example.text(), names)));
        }
        return digest(LEARNS, all);
    }

    private static Digest digest(List<Class<?>> code, List<Example> examples) {
        var parts = new ArrayList<String>();
        parts.add(Embedder.VERSION);
        code.forEach(each -> parts.add(compiled(each)));
        examples.forEach(example -> parts.addAll(List.of(example.label(), example.text())));
        return Digest.of(parts);
    }

    private static String compiled(Class<?> each) {
        try (var in = each.getResourceAsStream(each.getSimpleName() + ".class")) {
            return in == null ? each.getName() : new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
