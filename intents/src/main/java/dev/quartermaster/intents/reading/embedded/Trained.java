package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * What was learnt from examples, and how to score a sentence with it. Immutable, safe to share.
 *
 * @param labels in the order of all odds
 * @param bars measured on the same examples, each read by models that had not seen it
 */
record Trained(List<String> labels, Models models, Fusion fusion, Beyond beyond, Bars bars) {

    /** The label of what is nothing of ours; sets without one have no bar for it. */
    static final String NOTHING = "outofscope";

    /** Of two labels, either has so many examples that the nearest say little. */
    private static final int FEW = 2;

    private static final Set<String> NO_ACTION = Set.of(NOTHING, "smalltalk");

    Trained {
        labels = List.copyOf(labels);
    }

    static Trained from(List<Example> examples, float[][] vectors) {
        return lesson(examples, vectors).trained();
    }

    /** @param unseen how each example scores with models that had not learnt it */
    record Tried(Trained trained, List<Scores> unseen) {}

    static Tried lesson(List<Example> examples, float[][] vectors) {
        var labels = examples.stream().map(Example::label).distinct().toList();
        var numbers = numbers(examples, labels);
        var texts = examples.stream().map(Example::text).toList();
        var learned = new Lesson(labels.size(), numbers, texts, vectors, labels.size() > FEW).learned();
        var fusion = Fusion.fitted(learned.unseen(), numbers);
        var odds = learned.unseen().stream().map(fusion::odds).toList();
        var beyond = Beyond.fitted(learned.unseen(), odds, numbers, labels.indexOf(NOTHING));
        var unmeasured = new Trained(labels, learned.models(), fusion, beyond, new Bars(0, 0, 0, 1));
        var unseen = learned.unseen().stream().map(unmeasured::scores).toList();
        var bars = Bars.of(held(examples, unseen));
        return new Tried(new Trained(labels, learned.models(), fusion, beyond, bars), unseen);
    }

    private static int[] numbers(List<Example> examples, List<String> labels) {
        var numbers = new HashMap<String, Integer>();
        labels.forEach(label -> numbers.put(label, numbers.size()));
        return examples.stream()
                .mapToInt(example -> numbers.get(example.label()))
                .toArray();
    }

    private static List<Bars.Held> held(List<Example> examples, List<Scores> unseen) {
        var held = new ArrayList<Bars.Held>();
        for (var n = 0; n < unseen.size(); n++) {
            var byWord = new HashMap<String, Double>();
            var scores = unseen.get(n);
            for (var i = 0; i < scores.odds().length; i++) {
                byWord.merge(Scores.word(scores.labels().get(i)), scores.odds()[i], Double::sum);
            }
            var best = byWord.entrySet().stream()
                    .sorted((one, other) -> Double.compare(other.getValue(), one.getValue()))
                    .limit(2)
                    .toList();
            var word = Scores.word(examples.get(n).label());
            held.add(new Bars.Held(
                    best.getFirst().getValue(),
                    best.getFirst().getValue() - best.getLast().getValue(),
                    scores.beyond(),
                    best.getFirst().getKey().equals(word),
                    !word.equals(NOTHING),
                    !NO_ACTION.contains(best.getFirst().getKey())));
        }
        return held;
    }

    Scores score(String text, float[] vector) {
        return scores(models.read(Ngrams.of(text), vector));
    }

    private Scores scores(Signals signals) {
        var odds = fusion.odds(signals);
        return new Scores(labels, odds, signals.nearest(), beyond.odds(signals, odds, labels.indexOf(NOTHING)));
    }
}
