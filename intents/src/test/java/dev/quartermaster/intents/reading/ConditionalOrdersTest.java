package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What hangs on something that nobody checked is shown, and never done. */
class ConditionalOrdersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            what am i running? if there's a ray in there stop it | STOP | ray
            is my spark still up? if so kill it | STOP | spark
            list my environments, and if the notebook is still there extend it by 2h | EXTEND | notebook
            kill my notebook unless somebody uses it | STOP | notebook
            """)
    void aConditionIsNotChecked(String text, Verb verb, String target) {
        var understood = (Reading.Understood) Readers.read(text, new Context.None());
        assertThat(understood.from())
                .filteredOn(Reading.From::confirm)
                .singleElement()
                .satisfies(from -> {
                    assertThat(from.candidate().verb()).isEqualTo(verb);
                    assertThat(from.candidate().slots().get(KnownSlot.TARGET).value())
                            .isEqualTo(target);
                });
    }

    @Test
    void politenessIsNoCondition() {
        var understood =
                (Reading.Understood) Readers.read("launch rstudio for 3 hours if possible", new Context.None());
        assertThat(understood.from())
                .singleElement()
                .satisfies(from -> assertThat(from.confirm()).isFalse());
    }
}
