package dev.quartermaster.intents.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.Approvals.Quiet;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ApprovalsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Quiet NIGHT = Approvals.STANDARD.quiet();

    @Test
    void remindersAreDueAfterTwiceAsLongEachTime() {
        Instant since = Instant.parse("2026-11-24T10:00:00Z");

        assertThat(Approvals.STANDARD.remindersDue(since, since.plus(Duration.ofMinutes(14))))
                .isZero();
        assertThat(Approvals.STANDARD.remindersDue(since, since.plus(Duration.ofMinutes(15))))
                .isEqualTo(1);
        assertThat(Approvals.STANDARD.remindersDue(since, since.plus(Duration.ofMinutes(59))))
                .isEqualTo(2);
        assertThat(Approvals.STANDARD.remindersDue(since, since.plus(Duration.ofMinutes(60))))
                .isEqualTo(3);
        assertThat(Approvals.STANDARD.remindersDue(since, since.plus(Duration.ofDays(36_500))))
                .isLessThan(31);
    }

    @Test
    void theNightEndsInTheMorningOfTheSameOrTheNextDay() {
        assertThat(NIGHT.awake(Instant.parse("2026-11-24T19:59:59Z"), LONDON)).isEqualTo("2026-11-24T19:59:59Z");
        assertThat(NIGHT.awake(Instant.parse("2026-11-24T20:00:00Z"), LONDON)).isEqualTo("2026-11-25T07:00:00Z");
        assertThat(NIGHT.awake(Instant.parse("2026-11-25T06:59:59Z"), LONDON)).isEqualTo("2026-11-25T07:00:00Z");
        assertThat(NIGHT.awake(Instant.parse("2026-11-25T07:00:00Z"), LONDON)).isEqualTo("2026-11-25T07:00:00Z");
    }

    @Test
    void theNightIsTheOneOfThePlace() {
        assertThat(NIGHT.at(Instant.parse("2026-11-24T12:00:00Z"), ZoneId.of("Asia/Tokyo")))
                .isTrue();
        assertThat(NIGHT.awake(Instant.parse("2026-03-28T23:00:00Z"), LONDON))
                .as("the night the clocks go forward")
                .isEqualTo("2026-03-29T06:00:00Z");
    }

    @Test
    void quietHoursMayLieWithinADayOrNowhere() {
        Quiet lunch = new Quiet(LocalTime.of(12, 0), LocalTime.of(13, 0));
        Quiet never = new Quiet(LocalTime.of(12, 0), LocalTime.of(12, 0));

        assertThat(lunch.awake(Instant.parse("2026-11-24T12:30:00Z"), LONDON)).isEqualTo("2026-11-24T13:00:00Z");
        assertThat(lunch.at(Instant.parse("2026-11-24T13:00:00Z"), LONDON)).isFalse();
        assertThat(never.at(Instant.parse("2026-11-24T12:00:00Z"), LONDON)).isFalse();
    }
}
