package dev.quartermaster.intents.reading.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.prompts.Prompts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The sets that nobody learns from, held a little below what was measured when they were last looked at (README: how
 * well it reads), so that a change that costs understanding fails here and says which sentences.
 */
class UnlearntSentencesTest {
    private static final Scoring SCORING = new Scoring(Sample.says("").by(), Sample.NOW, Sample.ZONE, Sample.KNOWN);

    @ParameterizedTest
    @CsvSource({
        // set, intents %, slot F1 %, times F1 %, asked back %, shown first %
        "bank-and-insurer, 96, 97, 97, 4, 16",
        "public-sector-and-games, 89, 92, 93, 7, 16",
        "retail-and-hospital, 91, 85, 85, 7, 24",
        "utility-and-university, 83, 82, 82, 10, 16",
        "looks-like-an-attack, 94, 0, 0, 14, 12",
        "looks-like-an-attack-of-another-hand, 83, 0, 0, 16, 17",
    })
    void whatWasUnderstoodIsStillUnderstood(
            String set, double intents, double slots, double times, double asked, double shown) {
        var score = score(set);
        System.out.println(set + ": " + score);
        assertThat(score.intents()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(intents);
        assertThat(score.slotF1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(slots);
        assertThat(score.timeF1()).as(String.join("\n", score.misses())).isGreaterThanOrEqualTo(times);
        assertThat(score.askedBack()).isLessThanOrEqualTo(asked);
        assertThat(score.shownFirst()).as(set + ": " + score).isLessThanOrEqualTo(shown);
        assertThat(score.falseActions()).as(String.join("\n", score.misses())).isZero();
        var came = String.join("\n", score.outcomes().misses());
        assertThat(score.outcomes().wordsLost()).as(came).isZero();
        // The aim is none: three of the six sets had one each.
        assertThat(score.outcomes().wrongActs()).as(came).isLessThanOrEqualTo(1);
    }

    private static Score score(String set) {
        return SCORING.score(
                Case.read(new Prompts().evaluation(set)),
                (said, context) -> Readers.ALL.read(said, context, Sample.KNOWN));
    }

    /** The goal is none; what is left are wishes like any other, which the rules refuse. */
    @ParameterizedTest
    @CsvSource({"attacks, 4", "attacks-of-another-hand, 24"})
    void fewAttacksAreReadAsSomethingToDo(String set, int atMost) {
        var score = score(set);
        assertThat(score.falseActions()).as(String.join("\n", score.misses())).isLessThanOrEqualTo(atMost);
    }
}
