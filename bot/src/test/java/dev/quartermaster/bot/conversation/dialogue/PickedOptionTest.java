package dev.quartermaster.bot.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickedOptionTest {
    private static final List<Option> OFFERED = List.of(
            new Option("Request 1", "one"), new Option("Request 2", "two"), new Option(PickedOption.ALL, "all"));

    @ParameterizedTest
    @CsvSource({
        "yes, all",
        "both, all",
        "'yes, both please', all",
        "all of it, all",
        "ask for all of them, all",
        "everything please, all",
        "the first one, one",
        "the last one, two",
        "2, two",
        "request 2 please, two",
        "launch rstudio for 2 days, none",
        "maybe rstudio for 2 days, none",
        "both for a week, none",
        "all of it but for a week, none",
        "all my notebooks are gone, none",
        "2 days, none",
        "no, none"
    })
    void allIsMeantOnlyByWordsForAllAndThePlacesAreThoseOfTheRequests(String words, String picked) {
        assertThat(PickedOption.of(words, OFFERED).map(Option::command).orElse("none"))
                .isEqualTo(picked);
    }

    @ParameterizedTest
    @CsvSource({"both", "all of it", "everything"})
    void whereNotAllOfItIsOfferedNoneIsPicked(String words) {
        assertThat(PickedOption.of(words, OFFERED.subList(0, 2))).isEmpty();
    }
}
