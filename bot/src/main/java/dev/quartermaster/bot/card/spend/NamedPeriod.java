package dev.quartermaster.bot.card.spend;

import dev.quartermaster.intents.intent.Period;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Days that are chosen by their name; weeks begin on Monday. */
public enum NamedPeriod {
    THIS_MONTH,
    LAST_MONTH,
    THIS_WEEK,
    LAST_WEEK,
    THIS_QUARTER,
    LAST_QUARTER;

    String label() {
        String words = name().replace('_', ' ');
        return words.charAt(0) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    String value() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<NamedPeriod> of(String value) {
        return Stream.of(values()).filter(each -> each.value().equals(value)).findFirst();
    }

    public Period on(LocalDate today) {
        LocalDate month = today.withDayOfMonth(1);
        LocalDate week = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate quarter = today.with(IsoFields.DAY_OF_QUARTER, 1);
        return switch (this) {
            case THIS_MONTH -> new Period(month, month.plusMonths(1));
            case LAST_MONTH -> new Period(month.minusMonths(1), month);
            case THIS_WEEK -> new Period(week, week.plusWeeks(1));
            case LAST_WEEK -> new Period(week.minusWeeks(1), week);
            case THIS_QUARTER -> new Period(quarter, quarter.plusMonths(3));
            case LAST_QUARTER -> new Period(quarter.minusMonths(3), quarter);
        };
    }
}
