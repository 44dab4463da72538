package dev.quartermaster.intents.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchedulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "every weekday at 9 | 0 9 * * 1-5",
                "Every  Weekday at 9 | 0 9 * * 1-5",
                "hourly | 0 * * * *",
                "nightly | 0 2 * * *",
                "nightly at 9 | 0 9 * * *",
                "6am daily | 0 6 * * *",
                "mondays 7:30 | 30 7 * * 1",
                "each morning at half past six | 30 6 * * *",
                "every 15 minutes | */15 * * * *",
                "every 6 hours | 0 */6 * * *",
                "first of the month at 8 | 0 8 1 * *",
                "30 7 * * 1,3 | 30 7 * * 1,3",
            })
    void whatIsTypedIsALine(String words, String line) {
        assertThat(SpokenSchedule.read(words)).contains(new Cron(line));
    }

    /** Nothing that was said is left out: who said more, or what no line says, hears what can be said. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whenever there is time",
                "every weekday at 9 except holidays",
                "every other day",
                "every 90 minutes",
                "every 45 minutes",
                "every 0 minutes",
                "every weekday at 27",
                "every day at 9:75",
                "0 9 * * 1-5; rm -rf /",
                "0 9 * * 1-5\nsuspend: true",
                "60 9 * * *",
                "0 9 * * 7",
                "*/90 * * * *",
                "0 9 31 2 *",
                "0 9 * *",
                "@daily",
                "0 9 * * MON",
            })
    void whatIsNoScheduleIsNone(String words) {
        assertThat(SpokenSchedule.read(words)).isEmpty();
    }

    @Test
    void aLineThatNeverComesSaysSo() {
        assertThatThrownBy(() -> new Cron("0 9 31 2 *")).hasMessageContaining("never comes");
        assertThatThrownBy(() -> new Cron("0 24 * * *")).hasMessageContaining("0 to 23");
    }

    @Test
    void theNextRunsAreThoseOfTheZoneAndEndBeforeTheEnd() {
        var friday = ZonedDateTime.parse("2026-11-20T09:00:00+00:00[Europe/London]");
        assertThat(new Cron("0 9 * * 1-5").next(friday, friday.plusDays(14), 3))
                .containsExactly(friday.plusDays(3), friday.plusDays(4), friday.plusDays(5));
        assertThat(new Cron("0 9 * * 1-5").next(friday, friday.plusDays(4), 3)).containsExactly(friday.plusDays(3));
        assertThat(new Cron("0 9 * * 1-5").next(friday, friday.minusDays(4), 3)).isEmpty();
        assertThat(new Cron("0 9 1 * 1").next(friday, friday.plusDays(14), 9))
                .extracting(at -> at.getMonthValue() + "-" + at.getDayOfMonth())
                .containsExactly("11-23", "11-30", "12-1");
    }

    /** On 29 March 2026 the clocks of London go from 1:00 to 2:00; a time between comes the day after. */
    @Test
    void aTimeThatTheClocksLeaveOutDoesNotCome() {
        var before = ZonedDateTime.parse("2026-03-28T12:00:00+00:00[Europe/London]");
        assertThat(new Cron("30 1 * * *").next(before, before.plusDays(5), 1))
                .isEqualTo(List.of(ZonedDateTime.parse("2026-03-30T01:30:00+01:00[Europe/London]")));
    }

    @Test
    void howOftenItComesIsCounted() {
        assertThat(new Cron("0 * * * *").perHour()).isEqualTo(1);
        assertThat(new Cron("*/15 * * * *").perHour()).isEqualTo(4);
        assertThat(new Cron("0 9 * * 1-5").perHour()).isCloseTo(5.0 / 168, within(0.0001));
        assertThat(new Cron("0 9 1 * *").perHour()).isCloseTo(48.0 / 1461 / 24, within(0.0001));
    }
}
