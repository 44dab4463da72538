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
}
