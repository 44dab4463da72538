package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.reading.slash.CommandText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Another size in words that say it in no number of their own, read by the reader that runs. */
class SizesInWordsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            give my notebook 4 more cores       | resize --target notebook --cpu +4
            2 more workers                      | resize last --workers +2
            add 2 gpus                          | resize last --gpus +2
            half the memory                     | resize last --memory x0.5
            twice the memory for my notebook    | resize --target notebook --memory x2
            """)
    void whatCountsFromWhatRunsIsReadAsHowMuchMoreOrLess(String said, String command) {
        assertThat(CommandText.of(intent(said))).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"put it back to how it was", "put my notebook back to how it was", "undo the resize"})
    void theSizeBeforeIsAnotherSizeWithoutNumbers(String said) {
        assertThat(intent(said))
                .isInstanceOfSatisfying(
                        Intent.Resize.class,
                        resize -> assertThat(resize.parameters()).isEmpty());
    }

    @Test
    void whatIsTakenBackOrResumedIsNoOtherSize() {
        assertThat(intent("take it back")).isInstanceOf(Intent.Withdraw.class);
        assertThat(intent("resume my notebook")).isInstanceOf(Intent.Resume.class);
        assertThat(CommandText.of(intent("put the cluster back to its original 4 workers")))
                .endsWith("--workers 4");
    }

    private static Intent intent(String said) {
        var reading = Readers.read(said);
        assertThat(reading).as(said).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood) reading).intents().getFirst();
    }
}
