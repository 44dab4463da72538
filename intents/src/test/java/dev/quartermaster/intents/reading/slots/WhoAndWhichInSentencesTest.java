package dev.quartermaster.intents.reading.slots;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Readers;
import dev.quartermaster.intents.reading.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** People by their surname, and data in the clear: both said beside the name that the catalogue has. */
class WhoAndWhichInSentencesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            please arrange that Mr Patel may read sales.returns until 20 March | raj
            grant Ms Novak read on sales.returns for 4 days                    | iris
            Dr. Okafor needs rstudio for 3 hours                               | lee
            """)
    void aTitleAndASurnameAreAPerson(String text, String who) {
        var candidate = Readers.read(text).evidence().candidates().getFirst();
        assertThat(candidate.slots().get(KnownSlot.GRANTEE).value()).isEqualTo(who);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "please arrange that Mr Quigley may read sales.returns until 20 March",
                "notebook for Mrs Dalloway, 3h",
                "grant Dr Nobody read on sales.returns for 4 days"
            })
    void nobodyWeKnowIsNotTheAsker(String text) {
        assertThat(Readers.read(text) instanceof Reading.Understood understood
                        && !understood.from().stream().allMatch(Reading.From::confirm))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            grant me read on the clear text customer accounts for a day    | customer_clear.accounts
            grant me the customer accounts in the clear for a day          | customer_clear.accounts
            grant me the customer accounts, unmasked, for 2 days           | customer_clear.accounts
            grant me the customer accounts, no clear text, for 2 days      | customer.accounts
            """)
    void clearTextIsADatasetOfItsOwn(String text, String dataset) {
        var candidate = Readers.read(text).evidence().candidates().getFirst();
        assertThat(candidate.slots().get(KnownSlot.DATASET).value()).isEqualTo(dataset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ray 12x8c for 3h, tide tables         | 12 | 8
            ray 10w x 4c 5h, tide tables          | 10 | 4
            spark 6w 4h, tide tables              | 6  |
            """)
    void soManyWorkersInShort(String text, long workers, Long cores) {
        var slots = Readers.read(text).evidence().candidates().getFirst().slots();
        assertThat(slots.get(KnownSlot.WORKERS).value()).isEqualTo(workers);
        assertThat(slots.get(KnownSlot.PURPOSE).value()).isEqualTo("tide tables");
        assertThat(slots.get(KnownSlot.FOR).words()).matches("(?:for )?\\dh");
        if (cores != null) {
            assertThat(slots.get(KnownSlot.CPU).value()).isEqualTo(cores);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            launch rstudio for 4 huors                | PT4H
            launch rstudio for 3 dyas                 | PT72H
            launch rstudio for 2 weks                 | P14D
            launch rstudio until friday 1600          | 2026-03-13T16:00
            extend my rstudio to thursday 0800        | 2026-03-12T08:00
            """)
    void timesInAHurry(String text, String value) {
        var slots = Readers.read(text).evidence().candidates().getFirst().slots();
        var time = slots.containsKey(KnownSlot.FOR) ? KnownSlot.FOR : KnownSlot.UNTIL;
        assertThat(slots.get(time).value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            schedule tides.py from https://git.example.com/growth/tides.git mon-fri 7am | 0 7 * * 1-5
            run tides.py of https://git.example.com/growth/tides.git tuesday to thursday at 6:30 | 30 6 * * 2-4
            """)
    void daysInARowAreAScheduleOfWhatRuns(String text, String line) {
        var slots = Readers.read(text).evidence().candidates().getFirst().slots();
        assertThat(slots.get(KnownSlot.SCHEDULE).value()).isEqualTo(line);
        assertThat(slots).doesNotContainKeys(KnownSlot.FROM, KnownSlot.UNTIL);
    }
}
