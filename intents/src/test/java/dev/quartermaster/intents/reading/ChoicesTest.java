package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoicesTest {

    private static final List<String> ENVS = List.of("env-311", "env-318", "all");
    private static final List<String> LENGTHS = List.of("1 week", "30 days", "90 days");
    private static final List<String> PATHS = List.of("sql-querying", "ray-cluster", "data-science-experimentation");

    @Test
    void anOfferUnderAnAnswerIsTakenUpByAWordThatSaysSoAndNotByAnOk() {
        var offered = List.of(Choices.ASK_FOR_IT);
        assertThat(Choices.pick("ok do that", offered)).hasValue(0);
        assertThat(Choices.pick("yes please", offered)).hasValue(0);
        assertThat(Choices.pick("ok", offered)).isEmpty();
        assertThat(Choices.pick("ok thanks", offered)).isEmpty();
        assertThat(Choices.pick("ok do that?", offered)).isEmpty();
        assertThat(Choices.pick("ok stop it", offered)).isEmpty();
        assertThat(Choices.pick("ok stop it", List.of("Yes", "No"))).isEmpty();
        assertThat(Choices.pick("ok stop it", List.of("Yes, stop it", "No"))).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok cancel it",
                "ok forget it",
                "okay scrap it",
                "sure drop it",
                "yes, but only for 2 days",
                "yes. actually no",
                "yes, stop it - no wait",
                "Yes, until friday"
            })
    void whoRefusesOrChangesWhatIsOfferedPicksNothing(String said) {
        assertThat(Choices.pick(said, List.of("Yes", "Change it in a form", "No")))
                .isEmpty();
        assertThat(Choices.pick(said, List.of("Yes, stop it", "No"))).isEmpty();
        assertThat(Choices.pick(said, List.of(Choices.ASK_FOR_IT))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2                                              | 1
            the second one                                 | 1
            the second, env-318 i mean. leave the other alone | 1
            env-311                                        | 0
            the first please                               | 0
            all                                            | 2
            the last one                                   | 2
            """)
    void placeNumberAndTextPick(String text, int option) {
        assertThat(Choices.pick(text, ENVS)).hasValue(option);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the shortest is fine | 0
            a week               | 0
            one week please      | 0
            the longest          | 2
            30d                  | 1
            90 days then         | 2
            """)
    void amountsPick(String text, int option) {
        assertThat(Choices.pick(text, LENGTHS)).hasValue(option);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ray cluster      | 1
            ray-clutser      | 1
            the ray one      | 1
            sql              | 0
            experimentation  | 2
            """)
    void namesPickThoughMisspeltOrCut(String text, int option) {
        assertThat(Choices.pick(text, PATHS)).hasValue(option);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "what did we spend last week?",
                "actually give me a notebook with 8 cores and 64 GB until Friday please, for the churn study and nothing else",
                "none of these",
                "hm"
            })
    void newRequestPicksNothing(String text) {
        assertThat(Choices.pick(text, PATHS)).isEmpty();
    }

    @Test
    void yesPressesTheButtonThatSaysYes() {
        assertThat(Choices.pick("yes please", List.of("Yes, stop it", "No"))).hasValue(0);
        assertThat(Choices.pick("yep", List.of("Yes"))).hasValue(0);
        assertThat(Choices.pick("yes", PATHS)).isEmpty();
        assertThat(Choices.refused("no thanks")).isTrue();
    }
}
