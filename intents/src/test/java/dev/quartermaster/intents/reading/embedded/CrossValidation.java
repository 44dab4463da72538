package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.slots.Names;
import dev.quartermaster.prompts.Prompts;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Prints how well held-out utterances are told apart: what settings are chosen by, so that test sets stay unseen. */
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
                if (best.getKey().word().equals(example.label())) {
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
        System.out.println(Arrays.toString(arguments));
    }
}
