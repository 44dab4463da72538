package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.prompts.Prompts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Prints how well held-out utterances are told apart: what to choose settings by, so that test sets stay unseen. */
final class CrossValidation {

    private static final int FOLDS = 5;

    private CrossValidation() {}

    public static void main(String[] arguments) {
        var names = new Names(Sample.KNOWN);
        var examples = new ArrayList<Example>();
        new Prompts()
                .utterances()
                .forEach((verb, said) -> said.forEach(sentence -> examples.add(new Example(
                        verb, Found.in(sentence, Sample.NOW, Sample.ZONE, names).masked()))));
        Collections.shuffle(examples, new Random(7));
        var embedder = new Embedder();
        var vectors =
                examples.stream().map(example -> embedder.embed(example.text())).toArray(float[][]::new);
        var right = 0;
        var odds = new ArrayList<double[]>();
        var confusions = new TreeMap<String, List<String>>();
        var started = System.nanoTime();
        for (var fold = 0; fold < FOLDS; fold++) {
            var learnt = new ArrayList<Example>();
            var learntVectors = new ArrayList<float[]>();
            for (var i = 0; i < examples.size(); i++) {
                if (i % FOLDS != fold) {
                    learnt.add(examples.get(i));
                    learntVectors.add(vectors[i]);
                }
            }
            var trained = Trained.from(learnt, learntVectors.toArray(float[][]::new));
            for (var i = fold; i < examples.size(); i += FOLDS) {
                var example = examples.get(i);
                var scores = trained.score(example.text(), vectors[i]);
                var best = scores.verbs().entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow();
                var hit = best.getKey().word().equals(example.label());
                odds.add(new double[] {
                    best.getValue(), hit ? 1 : 0, example.label().equals("outofscope") ? 1 : 0
                });
                if (hit) {
                    right++;
                } else {
                    confusions
                            .computeIfAbsent(
                                    example.label() + " -> " + best.getKey().word(), key -> new ArrayList<>())
                            .add("%.2f %s".formatted(best.getValue(), example.text()));
                }
            }
        }
        confusions.forEach((pair, sentences) -> System.out.println(pair + " " + sentences));
        System.out.printf(
                "right %d of %d = %.1f %%, %d ms%n",
                right, examples.size(), 100.0 * right / examples.size(), (System.nanoTime() - started) / 1_000_000);
        thresholds(odds);
    }

    private static void thresholds(List<double[]> odds) {
        for (var least = 0.2; least < 0.7; least += 0.1) {
            var bar = least;
            var answered = odds.stream().filter(each -> each[0] >= bar).toList();
            var right = answered.stream().filter(each -> each[1] == 1).count();
            var falseActions = answered.stream()
                    .filter(each -> each[1] == 0 && each[2] == 1)
                    .count();
            System.out.printf(
                    "from %.1f: answered %.1f %%, right %.1f %%, out of scope taken for something %d%n",
                    bar, 100.0 * answered.size() / odds.size(), 100.0 * right / answered.size(), falseActions);
        }
    }
}
