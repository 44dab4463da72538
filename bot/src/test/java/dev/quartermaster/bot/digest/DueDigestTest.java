package dev.quartermaster.bot.digest;

import static dev.quartermaster.bot.digest.DueDigest.Kind.DAILY;
import static dev.quartermaster.bot.digest.DueDigest.Kind.WEEKLY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.people.Approvals;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueDigestTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    @Test
    void digestsAreDueFromTheirHourOn() {
        assertThat(at("2026-11-24T08:59:59Z", LONDON)).isEmpty();
        assertThat(at("2026-11-24T09:00:00Z", LONDON)).containsExactly(DAILY);
        assertThat(at("2026-11-24T19:59:59Z", LONDON)).containsExactly(DAILY);
    }

    @Test
    void theWeeklyOneIsDueOnMondays() {
        assertThat(at("2026-11-23T09:00:00Z", LONDON)).containsExactly(DAILY, WEEKLY);
    }

    @Test
    void nobodyGetsOneAtNightOrOnAWeekend() {
        assertThat(at("2026-11-24T20:00:00Z", LONDON)).isEmpty();
        assertThat(at("2026-11-21T10:00:00Z", LONDON)).isEmpty();
        assertThat(at("2026-11-22T10:00:00Z", LONDON)).isEmpty();
    }

    @Test
    void theDayIsTheOneOfWhoReadsIt() {
        assertThat(at("2026-11-22T23:30:00Z", ZoneId.of("Pacific/Auckland"))).containsExactly(DAILY, WEEKLY);
    }

    private static Set<DueDigest.Kind> at(String moment, ZoneId zone) {
        return DueDigest.at(Instant.parse(moment), zone, Approvals.STANDARD);
    }
}
