package dev.quartermaster.intents.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of time as files, forms and readings have them. */
class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "12h, PT12H",
        "12 hours, PT12H",
        "12 hrs, PT12H",
        "1 Hour, PT1H",
        "90 min, PT90M",
        "90 minutes, PT90M",
        "3 days, PT72H",
        "2 weeks, PT336H",
        "2W, PT336H"
    })
    void peopleTypeAUnitInFull(String typed, String iso) {
        assertThat(Value.Span.typed(typed)).isEqualTo(Value.Span.iso(iso).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12 months", "12 mays", "1.5 days", "soon", "12 hours or so", "", "P3D"})
    void whatIsNoLengthIsSaidAsItWasTyped(String typed) {
        assertThatThrownBy(() -> Value.Span.typed(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("\"" + typed + "\" is not a length of time such as 90m, 8h, 3d or 2w");
    }

    @Test
    void filesHaveOneFormOnly() {
        assertThatThrownBy(() -> Value.Span.of("12 hours")).hasMessageStartingWith("\"12 hours\" is not a length");
    }

    @Test
    void boundsAreIncluded() {
        assertThat(hours("1h")).isEqualTo(Duration.ofHours(1));
        assertThat(hours("2d")).isEqualTo(Duration.ofDays(2));
        assertThatThrownBy(() -> hours("59m")).hasMessage("\"59m\" is not a time from 1h to 2d such as 4h");
        assertThatThrownBy(() -> hours("49h")).hasMessage("\"49h\" is not a time from 1h to 2d such as 4h");
    }

    private static Duration hours(String text) {
        return Value.Span.within(text, Duration.ofHours(1), Duration.ofDays(2), "4h")
                .length();
    }

    @Test
    void aReadingsTextIsALengthOnlyInItsOwnForm() {
        assertThat(Value.Span.iso("3d")).isEmpty();
        assertThat(Value.Span.iso("PT72H").map(Value.Span::words)).contains("3 days");
    }
}
