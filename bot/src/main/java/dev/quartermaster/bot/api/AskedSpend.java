package dev.quartermaster.bot.api;

import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Whose spend of when a call asks for, from {@code team}, {@code from} and {@code to}. */
record AskedSpend(TeamId team, Period period) {
    /**
     * Defaults: the caller's team; from the month's first day, to tomorrow; {@code to} is exclusive.
     *
     * @throws ApiException 400, 404
     */
    static AskedSpend of(
            Person caller,
            Bundle bundle,
            LocalDate today,
            @Nullable String team,
            @Nullable String from,
            @Nullable String to) {
        TeamId asked = team == null || team.isBlank()
                ? bundle.people()
                        .teamOf(caller.id())
                        .map(Team::id)
                        .orElseThrow(() -> new ApiException(HttpStatus.BAD_REQUEST, "You are in no team: say ?team=."))
                : known(team, bundle);
        return new AskedSpend(asked, period(from, to, today));
    }

    static TeamId known(String team, Bundle bundle) {
        return bundle.people().teams().keySet().stream()
                .filter(each -> each.value().equals(team))
                .findFirst()
                .orElseThrow(() -> new ApiException(HttpStatus.NOT_FOUND, "There is no team of that name."));
    }

    private static Period period(@Nullable String from, @Nullable String to, LocalDate today) {
        try {
            LocalDate start = from == null || from.isBlank() ? today.withDayOfMonth(1) : LocalDate.parse(from);
            LocalDate end = to == null || to.isBlank() ? today.plusDays(1) : LocalDate.parse(to);
            return new Period(start, end);
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new ApiException(
                    HttpStatus.BAD_REQUEST,
                    "from and to are dates such as 2026-03-01, and to (exclusive) comes after from.");
        }
    }
}
