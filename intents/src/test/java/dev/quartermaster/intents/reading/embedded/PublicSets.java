package dev.quartermaster.intents.reading.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads every {@code *.tsv} of a folder (split, label, text), learns from its {@code train} as the product learns from
 * utterances, and reports on its {@code test}, once. Sentences of no label are those labelled {@code oos}, in splits
 * {@code oostrain}, {@code oosval}, {@code oostest}. What there is to choose, the product chooses from held-out training
 * examples; bars for sentences of no label come from the validation part, or a tenth of the training part.
 */
final class PublicSets {

    private static final Set<String> TRAINING = Set.of("train", "oostrain");
    private static final Set<String> VALIDATION = Set.of("val", "valid", "oosval");
    private static final String NO_LABEL = "oos";
    private static final int SHOTS = 10;
    private static final int DRAWS = 3;
    /** With fewer examples a label than this all around, ten of them are not few. */
    private static final int MANY = 50;

    private record Row(String split, Example example, float[] vector) {
        boolean labelled() {
            return !example.label().equals(Trained.NOTHING);
        }
    }

    private PublicSets() {}

    /** @param arguments the folder, and optionally one for the vectors, which take minutes */
    public static void main(String[] arguments) throws IOException {
        var cache = arguments.length > 1 ? Path.of(arguments[1]) : null;
        var embedder = new Embedder();
        try (Stream<Path> files = Files.list(Path.of(arguments[0]))) {
            for (var file : files.filter(each -> each.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                var name = file.getFileName().toString();
                set(name, rows(file, new VectorCache(cache == null ? null : cache.resolve(name), embedder)));
            }
        }
    }

    private static List<Row> rows(Path file, VectorCache cache) throws IOException {
        var lines = Files.readAllLines(file).stream()
                .map(line -> line.split("\t", 3))
                .filter(fields -> fields.length == 3)
                .toList();
        var vectors = cache.vectors(lines.stream().map(fields -> fields[2]).toList());
        var rows = new ArrayList<Row>();
        for (var n = 0; n < vectors.length; n++) {
            var fields = lines.get(n);
            var label = fields[1].equals(NO_LABEL) ? Trained.NOTHING : fields[1];
            rows.add(new Row(fields[0], new Example(label, fields[2]), vectors[n]));
        }
        return rows;
    }

    private static void set(String name, List<Row> rows) {
        var test = rows.stream()
                .filter(row -> !TRAINING.contains(row.split()) && !VALIDATION.contains(row.split()))
                .toList();
        var all = part(rows, TRAINING);
        var given = part(rows, VALIDATION);
        var tenth = given.isEmpty() && test.stream().anyMatch(row -> !row.labelled());
        var training = tenth ? every(all, n -> n % 10 > 0) : all;
        var validation = tenth ? every(all, n -> n % 10 == 0) : given;
        var started = System.nanoTime();
        var trained = learnt(training);
        System.out.printf(
                "%n%s: %d training and %d test sentences of %d labels, learnt in %d s, %s%n",
                name,
                training.size(),
                test.size(),
                trained.labels().size(),
                (System.nanoTime() - started) / 1_000_000_000,
                trained.fusion());
        var read = Read.all(trained, test);
        System.out.printf(
                "in scope, no bar: %.2f %%%n", 100 * Outcome.of(read, 2).accuracy());
        if (test.stream().anyMatch(row -> !row.labelled())) {
            var held = Read.all(trained, validation);
            if (validation.stream().anyMatch(row -> !row.labelled())) {
                report("most right in all", most(held), read);
            }
            for (var lost : new double[] {0.01, 0.02, 0.03}) {
                report("costs %.0f points".formatted(100 * lost), costing(lost, held), read);
            }
        }
        few(training, test);
    }

    private static List<Row> part(List<Row> rows, Set<String> splits) {
        return rows.stream().filter(row -> splits.contains(row.split())).toList();
    }

    private static Trained learnt(List<Row> rows) {
        return Trained.from(
                rows.stream().map(Row::example).toList(),
                rows.stream().map(Row::vector).toArray(float[][]::new));
    }

    private static List<Row> every(List<Row> rows, IntPredicate wanted) {
        return IntStream.range(0, rows.size())
                .filter(wanted)
                .mapToObj(rows::get)
                .toList();
    }

    private static void report(String chosen, double bar, List<Read> read) {
        var outcome = Outcome.of(read, bar);
        System.out.printf(
                "bar %.4f (%s): in scope %.2f %%, of no label: recall %.2f %%, precision %.2f %%, F1 %.2f%n",
                bar,
                chosen,
                100 * outcome.accuracy(),
                100 * outcome.recall(),
                100 * outcome.precision(),
                100 * outcome.f1());
    }

    /** The bar at which what is right in scope and what is caught beyond it add up to most. */
    private static double most(List<Read> held) {
        return held.stream()
                .map(Read::beyond)
                .distinct()
                .max(Comparator.comparingDouble(bar -> {
                    var outcome = Outcome.of(held, bar);
                    return outcome.accuracy() + outcome.recall();
                }))
                .orElse(1.0);
    }

    /** The lowest bar that costs no more of what is right in scope. */
    private static double costing(double lost, List<Read> held) {
        var least = Outcome.of(held, 2).accuracy() - lost;
        return held.stream()
                .map(Read::beyond)
                .distinct()
                .sorted()
                .filter(bar -> Outcome.of(held, bar).accuracy() >= least)
                .findFirst()
                .orElse(1.0);
    }

    /** Ten examples a label, drawn by a fixed seed; the mean of some draws. */
    private static void few(List<Row> training, List<Row> test) {
        var byLabel = new HashMap<String, List<Row>>();
        training.stream()
                .filter(Row::labelled)
                .forEach(row -> byLabel.computeIfAbsent(row.example().label(), label -> new ArrayList<>())
                        .add(row));
        if (byLabel.size() < MANY) {
            return;
        }
        var sum = 0.0;
        for (var draw = 0; draw < DRAWS; draw++) {
            var random = new Random(draw);
            var drawn = new ArrayList<Row>();
            byLabel.keySet().stream().sorted().forEach(label -> {
                var shuffled = new ArrayList<>(byLabel.get(label));
                Collections.shuffle(shuffled, random);
                drawn.addAll(shuffled.subList(0, Math.min(SHOTS, shuffled.size())));
            });
            sum += Outcome.of(Read.all(learnt(drawn), test), 2).accuracy();
        }
        System.out.printf("ten examples a label: %.2f %% (mean of %d draws)%n", 100 * sum / DRAWS, DRAWS);
    }

    /** How one sentence was read, whatever the bar. @param right whether the best label is its own */
    private record Read(boolean labelled, boolean right, double beyond) {

        static List<Read> all(Trained trained, List<Row> rows) {
            var nothing = trained.labels().indexOf(Trained.NOTHING);
            return rows.parallelStream()
                    .map(row -> {
                        var scores = trained.score(row.example().text(), row.vector());
                        var best = best(scores.odds(), nothing);
                        var beyond = nothing >= 0 ? scores.beyond() : 1 - scores.odds()[best];
                        var right =
                                trained.labels().get(best).equals(row.example().label());
                        return new Read(row.labelled(), right, beyond);
                    })
                    .toList();
        }

        private static int best(double[] odds, int except) {
            var best = -1;
            for (var label = 0; label < odds.length; label++) {
                best = label != except && (best < 0 || odds[label] > odds[best]) ? label : best;
            }
            return best;
        }
    }

    /** @param right of those in scope @param caught of those of no label @param taken of those in scope, for of no label */
    private record Outcome(int scope, int right, int foreign, int caught, int taken) {

        static Outcome of(List<Read> all, double bar) {
            var counts = new int[5];
            for (var read : all) {
                var beyond = bar <= 1 && read.beyond() >= bar;
                counts[read.labelled() ? 0 : 2]++;
                counts[1] += read.labelled() && !beyond && read.right() ? 1 : 0;
                counts[read.labelled() ? 4 : 3] += beyond ? 1 : 0;
            }
            return new Outcome(counts[0], counts[1], counts[2], counts[3], counts[4]);
        }

        double accuracy() {
            return (double) right / Math.max(1, scope);
        }

        double recall() {
            return (double) caught / Math.max(1, foreign);
        }

        double precision() {
            return (double) caught / Math.max(1, caught + taken);
        }

        double f1() {
            return 2 * precision() * recall() / Math.max(1e-9, precision() + recall());
        }
    }
}
