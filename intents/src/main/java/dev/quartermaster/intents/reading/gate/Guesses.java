package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.time.TimeExpression;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times in words that people mean different things by: "until April", "over lunch", "12/03". */
final class Guesses {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    private static final Pattern YEAR = Pattern.compile("(?i)\\byears?\\b|\\b20\\d\\d\\b|[/.-]\\d{1,2}[/.-]\\d\\d\\b");

    private Guesses() {}

    /** What was made of such words, in one sentence; empty where none of them is used. */
    static Optional<String> of(Found found, Candidate one) {
        return found.times().stream()
                .map(time -> of(time, one, found.today()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> of(TimeExpression time, Candidate one, LocalDate today) {
        return switch (time) {
            case TimeExpression.Until until
            when (until.guessed() || farOff(until, today)) && holds(one, KnownSlot.UNTIL, until.iso()) ->
                Optional.of(said(until, "until " + moment(until.day(), until.time(), "end of day", today)));
            case TimeExpression.From from
            when from.guessed() && holds(one, KnownSlot.FROM, from.iso()) ->
                Optional.of(said(from, "from " + moment(from.day(), from.time(), "in the morning", today)));
            case TimeExpression.Until until -> Optional.empty();
            case TimeExpression.From from -> Optional.empty();
            case TimeExpression.Lasting lasting
            when lasting.guessed() && holds(one, KnownSlot.FOR, lasting.iso()) ->
                Optional.of("I take “" + lasting.words().text() + "” as the longer of the two.");
            case TimeExpression.Lasting lasting -> Optional.empty();
            case TimeExpression.By by -> Optional.empty();
            case TimeExpression.During during -> Optional.empty();
        };
    }

    /** Another year that nobody named: the day that is meant may have passed already. */
    private static boolean farOff(TimeExpression.Until until, LocalDate today) {
        return until.day().getYear() > today.getYear()
                && until.day().isAfter(today.plusMonths(6))
                && !YEAR.matcher(until.words().text()).find();
    }

    private static boolean holds(Candidate one, KnownSlot name, String iso) {
        return one.slots().containsKey(name) && iso.equals(one.slots().get(name).value());
    }

    private static String said(TimeExpression time, String meant) {
        return "I take “" + time.words().text() + "” as " + meant + ".";
    }

    private static String moment(LocalDate day, @Nullable LocalTime time, String allDay, LocalDate today) {
        var named = day.format(day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR);
        return named + ", " + (time == null ? allDay : time.format(TIME));
    }
}
