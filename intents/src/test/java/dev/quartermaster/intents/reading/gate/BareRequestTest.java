package dev.quartermaster.intents.reading.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import dev.quartermaster.intents.reading.slash.CommandText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A message without a verb asks where what it names is what is wanted, and tells something where it is not. */
class BareRequestTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nb 2h | launch data-science-experimentation --duration 2h
            sql seat through the end of May | launch sql-querying --until 2026-05-31
            viz env from the 23rd to the 27th festival ticketing | launch data-viz --until 2026-03-27 --from 2026-03-23 --purpose "festival ticketing"
            dbt sandbox 16 gb 3d claims mart rebuild | launch data-engineering --memory 16Gi --duration 3d --purpose "claims mart rebuild"
            product catalogue read till 1 may | grant product.catalogue read --until 2026-05-01
            write access sales.returns 4h, wrong depot codes to be fixed | grant sales.returns write --duration 4h --purpose "wrong depot codes to be fixed"
            """)
    void whatIsNamedWithItsMeasureIsDone(String text, String command) {
        var reading = (Reading.Understood) Readers.read(text, new Context.None());
        assertThat(reading.from()).hasSize(1).noneMatch(Reading.From::confirm);
        assertThat(CommandText.of(reading.from().getFirst().candidate())).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spark 3 workers idle since noon",
                "notebook 5h uptime",
                "gpu box 3 days old",
                "rstudio: 4h, no luck",
                "notebook 3 hours and nothing loads",
                "spark outage tomorrow 9 to 11",
                "maintenance of the ray cluster, saturday 6h",
                "demo of the new notebook tomorrow 10 to 12",
                "training on rstudio, tuesday 9-11",
                "RStudio training Friday 10 to 12",
                "Jupyter meeting tomorrow 9 to 11",
                "spark talks 3pm to 4pm",
                "docs for the vscode env, large print",
                "invoice for 3 notebooks, 2 days",
                "budget for a spark cluster, 2 days",
                "notebook friday 5pm deadline",
                "spark cluster, 3 workers too many",
                "my notebook, 16gb, full",
                "returns 5d damaged crates"
            })
    void whatIsOnlyToldIsShown(String text) {
        var reading = Readers.read(text, new Context.None());
        if (reading instanceof Reading.Understood understood) {
            assertThat(understood.from()).allMatch(Reading.From::confirm);
        } else {
            assertThat(reading).isNotInstanceOf(Reading.NotOurs.class);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dear all, I hereby ask for reading rights on sales.returns until 10 April | grant sales.returns read --until 2026-04-10
            I respectfully request a notebook with 16 GB for three days | launch data-science-experimentation --memory 16Gi --duration 3d
            I would ask that read access to sales.orders be granted to me for a week | grant sales.orders read --duration 7d
            I should be most grateful for an RStudio for one day | launch rstudio --duration 1d
            what I need is a bucket for a month | launch bucket --duration 30d
            I need to be able to see customer.transactions until the 27th | grant customer.transactions read --until 2026-03-27
            """)
    void aRequestInALetterIsOne(String text, String command) {
        var reading = (Reading.Understood) Readers.read(text, new Context.None());
        assertThat(reading.from()).hasSize(1).noneMatch(Reading.From::confirm);
        assertThat(CommandText.of(reading.from().getFirst().candidate())).isEqualTo(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Lee asked for a notebook for 3 days",
                "I would ask Lee for a notebook",
                "the team asked that a notebook be made for 3 days",
                "a manager is required to approve a spark cluster for 3 days",
                "a data engineer is needed for 3 days",
                "a bucket is required at the beach for 2 days",
                "A notebook is needed by the exam board for 3 days",
                "one gpu is wanted by raj for 3 days",
                "launch a spark cluster for 1 day like the one with 30 workers",
                "I would ask for a notebook if I knew how long it takes"
            })
    void whatOthersAskOrMightIsNone(String text) {
        var reading = Readers.read(text, new Context.None());
        if (reading instanceof Reading.Understood understood) {
            assertThat(understood.from()).allMatch(Reading.From::confirm);
        } else {
            assertThat(reading).isInstanceOfAny(Reading.Ask.class, Reading.Answer.class, Reading.NotOurs.class);
        }
    }
}
