package dev.quartermaster.intents.reading.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Sample;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {

    private static final Names NAMES = new Names(Sample.KNOWN);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a notebook through the end of May       | a notebook until friday
            a notebook till 4                       | a notebook until friday
            rag env, 9 till 6                       | rag env, from monday until friday
            spark for 20 minutes                    | spark for two hours
            keep spark another 3d                   | keep spark another two hours
            2 more weeks on the ray                 | two more hours on the ray
            what did we spend last month            | what did we spend last month
            read on berth_calls_v2 until 20 March   | read on some_name until friday
            stop the 4 hour notebook                | stop the notebook
            stop my 4 hour notebook                 | stop my notebook
            give raj sales.orders                   | give colleague the dataset
            """)
    void whatOnlyNamesIsTheSameForTheClassifierWhateverItNames(String said, String masked) {
        assertThat(Found.in(said, Sample.NOW, Sample.ZONE, NAMES).masked()).isEqualTo(masked);
    }
}
