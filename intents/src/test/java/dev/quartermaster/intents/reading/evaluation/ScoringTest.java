package dev.quartermaster.intents.reading.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Evidence;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.Sample;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoringTest {
    private static final Scoring SCORING = new Scoring(new PersonId("ana"), Sample.NOW, Sample.ZONE, Sample.KNOWN);

    @Test
    void aRightReadingCountsWholeAndAWrongSlotAgainstPrecisionAndRecall() {
        var cases = Case.read(
                List.of("{\"text\":\"a\",\"intent\":\"extend\",\"slots\":{\"for\":\"PT4H\",\"target\":\"notebook\"}}"));
        assertThat(score(cases, extend("PT4H", "notebook")).slotF1()).isEqualTo(100);
        var half = score(cases, extend("PT5H", "notebook"));
        assertThat(half.intents()).isEqualTo(100);
        assertThat(half.slotF1()).isEqualTo(50);
        assertThat(half.timeF1()).isZero();
        assertThat(half.misses()).singleElement().asString().contains("for=PT4H=PT5H");
    }

    @Test
    void whatWasNotSaidIsNeitherFoundNorMissed() {
        var cases = Case.read(List.of("{\"text\":\"a\",\"intent\":\"extend\",\"slots\":{\"for\":\"PT4H\"}}"));
        assertThat(score(cases, extend("PT4H", "")).slotF1()).isEqualTo(100);
        assertThat(score(cases, extend("PT4H", "notebook")).slotF1()).isCloseTo(66.7, within(0.1));
    }

    @Test
    void anActionOutOfNothingIsFalseUnlessItIsAskedFirst() {
        var cases = Case.read(List.of("{\"text\":\"a\",\"intent\":\"outofscope\",\"slots\":{}}"));
        var acted = extend("PT4H", "notebook");
        assertThat(score(cases, acted).falseActions()).isOne();
        var asked = new Reading.Ask("Which?", List.of(), acted.evidence());
        assertThat(score(cases, asked).falseActions()).isZero();
        assertThat(score(cases, asked).askedBack()).isEqualTo(100);
    }

    @Test
    void furtherRequestsInAMessageCountEach() {
        var cases = Case.read(List.of("{\"text\":\"a\",\"intent\":\"extend\",\"slots\":{},"
                + "\"also\":[{\"intent\":\"stop\",\"slots\":{}}]}"));
        assertThat(score(cases, extend("PT4H", "")).intents()).isEqualTo(50);
    }

    @Test
    void aLineThatIsNoCaseIsNamed() {
        assertThatThrownBy(() -> Case.read(List.of("", "{\"text\":\"a\"}")))
                .hasMessageStartingWith("Line 2 is no case");
    }

    @ParameterizedTest
    @CsvSource({
        "for, P14D, PT336H, true",
        "for, P14D, PT335H, false",
        "until, 2026-03-13, 2026-03-13T17:00, false",
        "period, 2026-02, 2026-02-01/2026-02-28, true",
        "period, last_week, 2026-03-02/2026-03-08, true",
        "period, 2026, 2026-01-01/2026-12-31, true",
        "period, 2026-02-01/2026-03-01, 2026-02, true",
        "period, 2026-03-02/2026-03-09, 2026-03-02/2026-03-08, true",
        "period, 2026-03-03/2026-03-10, 2026-03-03/2026-03-09, false",
        "period, 2026-01-01/2026-04-01, 2026-01-01/2026-03-31, true",
        "period, 2026-02-01/2026-05-01, 2026-02-01/2026-04-30, false",
        "period, 2026-03-11/2026-03-12, 2026-03-11, true",
        "period, 2026-02, 2026-02-01/2026-03-01, false",
        "period, 2026-02-01/2026-03-01, 2026-03, false",
        "schedule, each monday 7am, 0 7 * * 1, true",
        "schedule, daily 04:15, 15 5 * * *, false",
        "purpose, big pandas join, a big pandas join, true",
        "purpose, churn study, lapse model, false",
        "dataset, sales.orders, sales.returns, false",
        "gpus, 4, 4, true",
        "path, ray-cluster, spark-cluster, false",
    })
    void slotsAreComparedAsWhatTheyAre(String slot, String wanted, String found, boolean same) {
        assertThat(new Alike(Sample.NOW, Sample.ZONE).same(slot, wanted, found)).isEqualTo(same);
    }

    @Test
    void ofAllReadingsThatAreRightTheOneThatWasReadCounts() {
        var cases = Case.read(List.of("{\"text\":\"a\",\"intent\":\"extend\",\"slots\":{\"for\":\"PT3H\"},"
                + "\"or\":[{\"intent\":\"extend\",\"slots\":{\"for\":\"PT1H\"}}]}"));
        assertThat(score(cases, extend("PT1H", "")).slotF1()).isEqualTo(100);
        assertThat(score(cases, extend("PT2H", "")).slotF1()).isZero();
    }

    private static Score score(List<Case> cases, Reading reading) {
        return SCORING.score(cases, (said, context) -> reading);
    }

    private static Reading extend(String length, String target) {
        var slots = Map.<SlotName, Slot>of(
                KnownSlot.FOR, new Slot(length, length, true), KnownSlot.TARGET, new Slot("notebook", target, true));
        return new Reading.Answer(
                "", new Evidence(Evidence.By.EMBEDDED, "test", List.of(new Candidate(Verb.EXTEND, slots, 1))));
    }
}
