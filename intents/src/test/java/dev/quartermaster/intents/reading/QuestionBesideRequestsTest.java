package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where one of several requests lacks something, it is asked about and the others are shown, none of them done. */
class QuestionBesideRequestsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "spin up rstudio for 2 days, then prolong my cluster | rstudio",
                "prolong my cluster and also launch rstudio for two days | rstudio",
                "I need rstudio until Friday. Also keep my notebook longer | rstudio",
                "read on sales.orders for 3 days please and extend the sandbox | sales.orders",
                "extend my sandbox, and grant me read on sales.orders for three days | sales.orders"
            })
    void theOtherIsShownBesideTheQuestion(String text, String named) {
        assertThat(Readers.read(text)).as(text).isInstanceOfSatisfying(Reading.Ask.class, ask -> {
            assertThat(ask.question()).isEqualTo("For how much longer?");
            assertThat(ask.last().orElseThrow().verb()).isEqualTo(Verb.EXTEND);
            assertThat(ask.besides()).singleElement().isInstanceOfSatisfying(Reading.Understood.class, besides -> {
                assertThat(besides.from()).allMatch(Reading.From::confirm);
                assertThat(besides.intents().toString()).contains(named);
            });
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "make that five hours | true",
                "sorry, 8 gpus | true",
                "rather until Friday | true",
                "no, for lee | true",
                "the same for lee | false",
                "another one with 8 gpus | false",
                "one for lee as well | false"
            })
    void aCorrectionIsAChangeAndOneMoreIsNone(String text, boolean changes) {
        var first = Readers.read("launch a ray cluster with 4 gpus for 2 days");
        var context = new Context.Last(first.last().orElseThrow(), List.of(), true);
        var reading = Readers.read(text, context);
        var changed = reading instanceof Reading.Understood understood
                && understood.intents().getFirst() instanceof Intent.Launch
                && understood.from().getFirst().changes();
        assertThat(changed).as("%s -> %s", text, reading).isEqualTo(changes);
    }

    @Test
    void whatIsShownBesideAnEndThatStaysNamesWhatItLeavesOut() {
        var rstudio = Map.<SlotName, Slot>of(KnownSlot.PATH, new Slot("rstudio", "rstudio", true));
        var extend = Map.<SlotName, Slot>of(
                KnownSlot.TARGET,
                new Slot("notebook", "notebook", true),
                KnownSlot.FOR,
                new Slot(Duration.ofHours(2), "2 hours", true));
        var evidence = new Evidence(
                Evidence.By.EMBEDDED,
                "test",
                List.of(new Candidate(Verb.EXTEND, extend, 1), new Candidate(Verb.LAUNCH, rstudio, 1)));
        Reader reader = (utterance, context, known) -> Optional.of(new Reader.Outcome.Found(evidence));
        var text = "end my notebook 2 hours sooner and launch rstudio with 64 GB";

        var reading = new Interpreter(List.of(reader)).read(Sample.says(text), new Context.None(), Sample.KNOWN);

        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Ask.class,
                        ask -> assertThat(ask.besides())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Reading.Understood.class,
                                        besides -> assertThat(besides.from()
                                                        .getFirst()
                                                        .notes())
                                                .anyMatch(note ->
                                                        note.startsWith("Left out: ") && note.contains("64 GB"))));
    }
}
