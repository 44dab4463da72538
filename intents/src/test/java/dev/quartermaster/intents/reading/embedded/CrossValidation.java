package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.prompts.Prompts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Prints how the product's own examples are read by models that had not learnt them, by verb, with what is taken for
 * what; and how much typing errors cost. What to choose settings by, so that test sets stay unseen. An argument is the
 * folder of a reader's cache, for the vectors.
 */
final class CrossValidation {

    private static final int SHOWN = 4;
    private static final int FOLDS = 5;

    private final List<Example> written;
    private final List<Example> examples;
    private final Spelling spelling;
    private final Names names = new Names(Sample.KNOWN);
    private final Embedder embedder = new Embedder();
    private final VectorCache vectors;

    private CrossValidation(Path cache) {
        this.vectors = new VectorCache(cache, embedder);
        this.written = new Learning(new Prompts().utterances(), List.of(), embedder, null).written(Sample.KNOWN);
        this.spelling = Spelling.of(written.stream().map(Example::text).toList());
        this.examples = Learning.masked(written, names, spelling);
    }

    public static void main(String[] arguments) {
        var validation = new CrossValidation(Path.of(arguments.length > 0 ? arguments[0] : "target/reader"));
        validation.unseen();
        validation.typingErrors();
    }

    private void unseen() {
        var started = System.nanoTime();
        var tried = Trained.lesson(examples, vectors(examples));
        System.out.printf(
                "%d examples of %d labels, learnt in %d s: %s, %s%n",
                examples.size(),
                tried.trained().labels().size(),
                (System.nanoTime() - started) / 1_000_000_000,
                tried.trained().fusion(),
                tried.trained().bars());
        var confused = new TreeMap<String, List<String>>();
        var verbs = new TreeMap<String, int[]>();
        var bins = new int[10][2];
        for (var n = 0; n < examples.size(); n++) {
            var scores = tried.unseen().get(n);
            var best = best(scores);
            var verb = Scores.word(examples.get(n).label());
            var hit = best.getKey().equals(verb);
            verbs.computeIfAbsent(verb, same -> new int[3])[hit ? 0 : 1]++;
            verbs.computeIfAbsent(best.getKey(), same -> new int[3])[2] += hit ? 0 : 1;
            var bin = bins[(int) Math.min(9, best.getValue() * 10)];
            bin[0]++;
            bin[1] += hit ? 1 : 0;
            if (!hit) {
                confused.computeIfAbsent(verb + " read as " + best.getKey(), same -> new ArrayList<>())
                        .add("%.2f %s".formatted(best.getValue(), written.get(n).text()));
            }
        }
        print(verbs);
        print(bins);
        confused.entrySet().stream()
                .sorted(Comparator.comparingInt(pair -> -pair.getValue().size()))
                .forEach(CrossValidation::print);
    }

    private static void print(Map<String, int[]> verbs) {
        var right = verbs.values().stream().mapToInt(counts -> counts[0]).sum();
        var wrong = verbs.values().stream().mapToInt(counts -> counts[1]).sum();
        System.out.printf("right by verb: %d of %d = %.1f %%%n", right, right + wrong, 100.0 * right / (right + wrong));
        verbs.forEach((verb, counts) -> System.out.printf(
                "%-12s %5d: recall %5.1f %%, precision %5.1f %%%n",
                verb,
                counts[0] + counts[1],
                100.0 * counts[0] / Math.max(1, counts[0] + counts[1]),
                100.0 * counts[0] / Math.max(1, counts[0] + counts[2])));
    }

    private static void print(int[][] bins) {
        for (var bin = 0; bin < bins.length; bin++) {
            System.out.printf(
                    "odds from %.1f: %5d, right %5.1f %%%n",
                    bin / 10.0, bins[bin][0], 100.0 * bins[bin][1] / Math.max(1, bins[bin][0]));
        }
    }

    private static void print(Map.Entry<String, List<String>> pair) {
        var worst = pair.getValue().stream()
                .sorted(Comparator.reverseOrder())
                .limit(SHOWN)
                .toList();
        System.out.println(pair.getKey() + ": " + pair.getValue().size() + " " + worst);
    }

    /** One fold: learnt from the rest, then read as it is and with one typing error a sentence. */
    private void typingErrors() {
        var kept = IntStream.range(0, examples.size())
                .filter(n -> n / 2 % FOLDS != 0)
                .mapToObj(examples::get)
                .toList();
        var trained = Trained.from(kept, vectors(kept));
        var held = IntStream.range(0, written.size())
                .filter(n -> n / 2 % FOLDS == 0)
                .mapToObj(written::get)
                .toList();
        var typing = new Typing(7);
        var mistyped = held.stream()
                .map(example -> new Example(example.label(), typing.mistyped(example.text())))
                .toList();
        System.out.printf(
                "as written: %.1f %% right by verb; with a typing error each: %.1f %%; the same, not mended: %.1f %%%n",
                right(trained, Learning.masked(held, names, spelling)),
                right(trained, Learning.masked(mistyped, names, spelling)),
                right(trained, Learning.masked(mistyped, names, new Spelling(Map.of()))));
    }

    private double right(Trained trained, List<Example> read) {
        var vectors = read.parallelStream()
                .map(example -> embedder.embed(example.text()))
                .toArray(float[][]::new);
        var right = IntStream.range(0, read.size())
                .filter(n -> best(trained.score(read.get(n).text(), vectors[n]))
                        .getKey()
                        .equals(Scores.word(read.get(n).label())))
                .count();
        return 100.0 * right / read.size();
    }

    private float[][] vectors(List<Example> of) {
        return vectors.vectors(of.stream().map(Example::text).toList());
    }

    private static Map.Entry<String, Double> best(Scores scores) {
        var words = new TreeMap<String, Double>();
        for (var label = 0; label < scores.odds().length; label++) {
            words.merge(Scores.word(scores.labels().get(label)), scores.odds()[label], Double::sum);
        }
        return words.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    }
}
