package dev.quartermaster.intents.reading.evaluation;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression.During;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Whether two periods are the same days. A name such as {@code last_week} is the words it is made of. What was wanted may
 * be written with the day after its last ({@code 2026-02-01/2026-03-01} for February) where that makes it one whole day,
 * week from Monday, month, quarter or year.
 */
record PeriodMatch(Instant at, ZoneId zone) {

    private record Days(LocalDate first, LocalDate last) {
        boolean ends(Period after) {
            return first.plus(after).equals(last);
        }

        boolean endsWithTheNextDay() {
            var month = first.getDayOfMonth() == 1;
            return ends(Period.ofDays(1))
                    || ends(Period.ofDays(7)) && first.getDayOfWeek() == DayOfWeek.MONDAY
                    || month && ends(Period.ofMonths(1))
                    || month && ends(Period.ofMonths(3)) && first.getMonthValue() % 3 == 1
                    || first.getDayOfYear() == 1 && ends(Period.ofYears(1));
        }
    }

    boolean same(Object wanted, Object found) {
        var meant = days(wanted.toString());
        var read = days(found.toString());
        return meant.isEmpty() || read.isEmpty()
                ? wanted.toString().equals(found.toString())
                : meant.equals(read)
                        || meant.get().endsWithTheNextDay()
                                && read.get()
                                        .equals(new Days(
                                                meant.get().first(),
                                                meant.get().last().minusDays(1)));
    }

    private Optional<Days> days(String written) {
        try {
            return iso(written).or(() -> named(written));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Days> iso(String written) {
        if (written.matches("\\d{4}")) {
            return iso(written + "-01-01/" + written + "-12-31");
        }
        if (written.matches("\\d{4}-\\d{2}")) {
            var month = YearMonth.parse(written);
            return Optional.of(new Days(month.atDay(1), month.atEndOfMonth()));
        }
        if (written.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.of(new Days(LocalDate.parse(written), LocalDate.parse(written)));
        }
        if (written.matches("\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}")) {
            var ends = List.of(written.split("/"));
            return Optional.of(new Days(LocalDate.parse(ends.getFirst()), LocalDate.parse(ends.getLast())));
        }
        return Optional.empty();
    }

    private Optional<Days> named(String written) {
        return TimeGrammar.find(Sentence.of(written.replace('_', ' ')), at, zone).stream()
                .filter(During.class::isInstance)
                .findFirst()
                .flatMap(during -> iso(((During) during).iso()));
    }
}
