package dev.quartermaster.intents.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words for a time that people mean different things by are shown with what was made of them. */
class GuessedTimesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            launch rstudio until April                      | until Wednesday 1 April, end of day
            launch rstudio until the weekend                | until Friday 13 March, end of day
            launch rstudio until 12/03                      | until Thursday 12 March, end of day
            launch rstudio tomorrow afternoon for 3 hours   | from Thursday 12 March, 12:00
            launch rstudio for 2-3 days                     | the longer of the two
            launch rstudio for a week or two                | the longer of the two
            extend my rstudio from 6 to 8 hours             | that much longer than now
            launch rstudio 12.30 - 1.15                     | 13:15
            launch rstudio tuesday 7 - thursday 9           | from Tuesday 17 March, 07:00
            launch vscode monday 2 - wednesday 4            | from Monday 16 March, 14:00
            extend rstudio until 10 march                   | until Wednesday 10 March 2027
            extend my notebook until the 5th of february    | until Friday 5 February 2027
            launch rstudio mon-fri 7am                      | from Monday 16 March
            launch rstudio from monday to thursday at 9:30  | from Monday 16 March
            launch rstudio over lunch tomorrow              | from Thursday 12 March, 12:00
            """)
    void aGuessIsShown(String text, String meant) {
        var from = ((Reading.Understood) Readers.read(text)).from();
        assertThat(from).hasSize(1).allMatch(Reading.From::confirm);
        assertThat(from.getFirst().why()).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({
        "I need a spark cluster with 4 workers until 31/3 please",
        "I need a spark cluster with 4 workers mon - wed 6pm please",
        "I need a spark cluster with 4 workers tuesday 7am - thursday 9am please",
        "I need a spark cluster with 4 workers until the end of April please"
    })
    void whatCanOnlyMeanOneThingIsDone(String text) {
        assertThat(((Reading.Understood) Readers.read(text)).from()).hasSize(1).noneMatch(Reading.From::confirm);
    }
}
