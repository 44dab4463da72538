package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The length that says which thing is meant is not how much longer it is to last. */
class NamedByLengthTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "prolong my four day cluster",
                "please extend the 12 hour notebook",
                "keep my 1-week sandbox longer"
            })
    void withoutALengthOfItsOwnItIsAsked(String text) {
        assertThat(Readers.read(text))
                .as(text)
                .isInstanceOfSatisfying(
                        Reading.Ask.class, ask -> assertThat(ask.question()).isEqualTo("For how much longer?"));
    }

    @ParameterizedTest
    @CsvSource({
        "extend my four day cluster by six hours, four day, 6",
        "keep the 12 hour notebook for 3 more hours, 12 hour, 3",
        "prolong my 2d workspace 5h, 2d, 5"
    })
    void theOtherLengthIsTheOneItIsExtendedBy(String text, String name, int hours) {
        var extend = (Intent.Extend)
                ((Reading.Understood) Readers.read(text)).intents().getFirst();
        assertThat(extend.term()).isEqualTo(new Term.For(Duration.ofHours(hours)));
        assertThat(((Target.Described) extend.target()).words()).contains(name);
    }

    @Test
    void aLengthThatNamesNothingIsHowMuchLonger() {
        var extend = (Intent.Extend) ((Reading.Understood) Readers.read("extend my notebook by the 2 days we agreed"))
                .intents()
                .getFirst();
        assertThat(extend.term()).isEqualTo(new Term.For(Duration.ofDays(2)));
    }
}
