package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeveralRequestsTest {

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            got weather data? if so give me read on it                                         | find grant
            stop the notebook and give me a bigger one                                         | stop launch
            keep the ray cluster going another 2 hours but you can drop the notebook           | extend stop
            please set up a repo, a bucket for the results and a website                       | launch launch launch
            stop my rstudio, grant me read on sales.returns for a week, and list what is left  | stop grant list
            what did growth spend last month, and which of their clusters are still up?        | spend list
            need read on sales.orders for 3 weeks, plus somewhere to query it in SQL           | grant launch
            my notebook keeps running out of memory. can it have 64 GB?                        | resize
            Could you please stop my cluster? The training finished early.                     | stop
            I need spark. big one.                                                             | launch
            don't kill my cluster yet!! need it till 9pm                                       | extend
            I need a notebook. Keep it until Friday.                                           | launch
            We are porting pipelines to dbt and would like a dev environment for it            | launch
            hi! hope you're well. any chance of a gpu box till tonight? cheers                 | launch
            what can you do? and who made you?                                                 | help
            """)
    void eachRequestIsReadOnceInOrder(String text, String verbs) {
        assertThat(verbs(Readers.read(text))).isEqualTo(verbs);
    }

    private static String verbs(Reading reading) {
        return reading.evidence().candidates().stream()
                .map(candidate -> candidate.verb().word())
                .collect(Collectors.joining(" "));
    }

    @Test
    void laterRequestTakesFromTheEarlierWhatItLeavesUnsaid() {
        var candidates = Readers.read(
                        "need read on sales.returns for 3 weeks, plus somewhere to query it in SQL for just as long")
                .evidence()
                .candidates();
        assertThat(candidates.get(1).slots().get(KnownSlot.PATH).value()).isEqualTo("sql-querying");
        assertThat(candidates.get(1).slots().get(KnownSlot.FOR).value()).isEqualTo("P21D");
    }

    @Test
    void whatStandsInBracketsIsOfWhatStandsBefore() {
        var candidates = Readers.read("rstudio (grant proposal, 2 days) and a bucket (raw data)")
                .evidence()
                .candidates();
        assertThat(candidates)
                .extracting(one -> one.slots().get(KnownSlot.PATH).value())
                .containsExactly("rstudio", "bucket");
        assertThat(candidates.getFirst().slots().get(KnownSlot.FOR).words()).isEqualTo("2 days");
        assertThat(candidates.getLast().slots()).doesNotContainKey(KnownSlot.FOR);
    }

    @Test
    void twoDatasetsAreTwoGrants() {
        var understood = (Reading.Understood) Readers.read("read on sales.orders and sales.returns for a week please");
        assertThat(understood.intents())
                .extracting(intent -> ((Intent.Grant) intent).dataset().value())
                .containsExactly("sales.orders", "sales.returns");
    }
}
