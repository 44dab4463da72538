package dev.quartermaster.intents.reading.embedded;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How likely a sentence tries to make the bot do what its sender may not: learnt apart from what sentences want, because
 * such a sentence may want something of ours as well.
 *
 * @param trained tells the two labels apart
 * @param doubt from here on nothing is done without being confirmed; measured on examples that were not learnt from
 * @param certain from here on nothing is done at all
 */
record Distrust(Trained trained, double doubt, double certain) {

    static final String ATTACK = "attack";
    private static final String HONEST = "honest";

    /** One in so many attacks may pass here (there are other guards), unless as many honest sentences would be asked back. */
    private static final int PASSED = 40;

    private static final int ASKED = 20;

    /** One in so many honest sentences may be taken for nothing of ours. */
    private static final int REFUSED = 400;

    /** Knows nothing, and so trusts everybody: for examples without an attack among them. */
    static Distrust none() {
        return new Distrust(
                new Trained(
                        List.of(),
                        new Models(
                                new Softmax(new float[0], 0),
                                new NgramModel(new char[Ngrams.DIMENSIONS], new float[0], 0),
                                Nearby.none(0)),
                        new Fusion(0, 0, 0),
                        new Beyond(new float[0]),
                        new Bars(0, 0, 0, 1)),
                1,
                1);
    }

    /** @param attacks which of the examples are attacks */
    static Distrust from(List<Example> examples, boolean[] attacks, float[][] vectors) {
        var labelled = new ArrayList<Example>(examples.size());
        for (var n = 0; n < attacks.length; n++) {
            labelled.add(
                    new Example(attacks[n] ? ATTACK : HONEST, examples.get(n).text()));
        }
        if (labelled.stream().noneMatch(example -> example.label().equals(ATTACK))) {
            return none();
        }
        var tried = Trained.lesson(labelled, vectors);
        var attempts = new ArrayList<Double>();
        var honest = new ArrayList<Double>();
        for (var n = 0; n < attacks.length; n++) {
            (attacks[n] ? attempts : honest).add(odds(tried.unseen().get(n)));
        }
        attempts.sort(Comparator.naturalOrder());
        honest.sort(Comparator.reverseOrder());
        var doubt = Math.max(attempts.get(attempts.size() / PASSED), honest.get(honest.size() / ASKED));
        return new Distrust(tried.trained(), doubt, Math.max(doubt, honest.get(honest.size() / REFUSED)));
    }

    /** @param masked as the examples were learnt */
    double odds(String masked, float[] vector) {
        return trained.labels().isEmpty() ? 0 : odds(trained.score(masked, vector));
    }

    private static double odds(Scores scores) {
        return scores.odds()[scores.labels().indexOf(ATTACK)];
    }
}
