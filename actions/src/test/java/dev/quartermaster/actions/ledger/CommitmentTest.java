package dev.quartermaster.actions.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.ledger.Meter.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitmentTest {
    private static final Instant NOW = Instant.parse("2026-11-18T12:00:00Z");

    /** Of 48 EUR at 1 an hour half an hour was used: last week has none of the rest, tomorrow a day of it. */
    @Test
    void whatIsPromisedStandsInTheDaysInWhichItWillBeUsed() {
        assertThat(within("47.5", "1", null, "2026-11-09", "2026-11-16")).isZero();
        assertThat(within("47.5", "1", null, "2026-11-18", "2026-11-19")).isEqualByComparingTo("12");
        assertThat(within("47.5", "1", null, "2026-11-19", "2026-11-20")).isEqualByComparingTo("24");
        assertThat(within("47.5", "1", null, "2026-11-01", "2026-12-01")).isEqualByComparingTo("47.5");
        assertThat(within("47.5", "1", null, "2026-11-23", "2026-11-30")).isZero();
    }

    /** It stood still for a day, and its end is where it was: what it did not use then it never will. */
    @Test
    void nothingThatEndsIsCarriedOn() {
        Instant end = NOW.plusSeconds(6 * 3600);

        assertThat(within("47.5", "1", end, "2026-11-01", "2026-12-01")).isEqualByComparingTo("6");
        assertThat(within("47.5", "1", NOW.minusSeconds(1), "2026-11-01", "2026-12-01"))
                .isZero();
    }

    /** 0.2739 EUR are promised as 0.28: what is reserved and what is to come are the same figure. */
    @Test
    void whatRoundingUpAddedIsToComeAsWell() {
        Instant end = NOW.plusSeconds(8 * 3600);

        assertThat(within("0.28", "0.0342375", end, "2026-11-01", "2026-12-01")).isEqualByComparingTo("0.28");
    }

    @Test
    void daysAddUpToTheWholeToTheLastDigit() {
        BigDecimal days = BigDecimal.ZERO;
        for (LocalDate day = LocalDate.of(2026, 11, 1); day.getMonthValue() == 11; day = day.plusDays(1)) {
            days = days.add(within(
                    "33.333333", "0.37", null, day.toString(), day.plusDays(1).toString()));
        }
        assertThat(days).isEqualByComparingTo(within("33.333333", "0.37", null, "2026-11-01", "2026-12-01"));
    }

    private static BigDecimal within(String left, String perHour, @Nullable Instant until, String from, String to) {
        return new Commitment(YearMonth.of(2026, 11), new BigDecimal(left), new BigDecimal(perHour), until)
                .within(new Window(start(from), start(to), NOW), ZoneOffset.UTC);
    }

    private static Instant start(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
