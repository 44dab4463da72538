package dev.quartermaster.intents.reading.away;

import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.time.TimeExpression;
import dev.quartermaster.intents.reading.time.TimeGrammar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code until Monday, omar covers}; {@code for two weeks covered by Pat Okafor}; {@code until 17:00}. A day without a
 * time is the day they are back: who is away until Monday decides again on Monday.
 */
public record AwayWords(People people, Instant at, ZoneId zone) {
    private static final Set<String> FILLERS = Set.of(
            "cover", "covers", "covered", "covering", "by", "with", "is", "and", "me", "will", "for", "away", "im");
    private static final Pattern WHOLE_DAY = Pattern.compile("(?i)\\b(end of|through|thru|incl\\w*)\\b");
    private static final String WHEN =
            "Until when? As in `/qm away until Monday, omar covers` or `/qm away for two weeks`.";

    /** What was meant. */
    public sealed interface Meant {
        /** @param cover null: nobody was named */
        record Away(Instant until, @Nullable PersonId cover) implements Meant {}

        /** A question back, in words. */
        record Unclear(String words) implements Meant {}
    }

    public Meant read(String said) {
        List<TimeExpression> times = TimeGrammar.find(Sentence.of(said), at, zone);
        if (times.isEmpty()) {
            return new Meant.Unclear(WHEN);
        }
        if (times.stream().anyMatch(this::later)) {
            return new Meant.Unclear("Being away starts when you say it. Say it again that day, until when.");
        }
        Optional<Instant> until =
                times.stream().flatMap(time -> end(time, said).stream()).reduce((first, last) -> last);
        return until.isEmpty() ? new Meant.Unclear(WHEN) : covered(until.get(), without(said, times));
    }

    private Meant covered(Instant until, String rest) {
        String name = String.join(
                " ",
                Arrays.stream(CaseFolding.lower(rest).split("[^\\p{L}\\p{M}\\p{N}\\p{Cf}.@_-]+"))
                        .map(word -> word.replaceAll("^[.@]+|[.]+$", ""))
                        .filter(word -> !word.isEmpty() && !FILLERS.contains(word))
                        .toList());
        if (name.isEmpty()) {
            return new Meant.Away(until, null);
        }
        List<PersonId> found = named(name);
        return switch (found.size()) {
            case 0 -> new Meant.Unclear("I know nobody called \"" + name + "\". Name a colleague as in `omar covers`.");
            case 1 -> new Meant.Away(until, found.getFirst());
            default ->
                new Meant.Unclear("Which one covers: "
                        + String.join(
                                " or ", found.stream().map(PersonId::value).toList()) + "?");
        };
    }

    /** By id or e-mail or the whole name first; by a part of the name only where that is nobody. */
    private List<PersonId> named(String name) {
        List<PersonId> exactly = matching(person -> person.id().value().equals(name)
                || CaseFolding.lower(person.name()).equals(name)
                || person.has(name));
        return !exactly.isEmpty()
                ? exactly
                : matching(person ->
                        List.of(CaseFolding.lower(person.name()).split(" ")).contains(name));
    }

    private List<PersonId> matching(java.util.function.Predicate<Person> which) {
        return people.persons().values().stream()
                .filter(which)
                .map(Person::id)
                .sorted()
                .toList();
    }

    private Optional<Instant> end(TimeExpression time, String said) {
        return switch (time) {
            case TimeExpression.Lasting lasting -> Optional.of(lasting.endFrom(at, zone));
            case TimeExpression.Until until -> Optional.of(end(until, said));
            case TimeExpression.By by -> Optional.of(end(by.asEnd(), said));
            case TimeExpression.During during ->
                Optional.of(during.last().plusDays(1).atStartOfDay(zone).toInstant());
            case TimeExpression.From from -> Optional.empty();
        };
    }

    private Instant end(TimeExpression.Until until, String said) {
        LocalDate today = at.atZone(zone).toLocalDate();
        boolean back = until.time() == null
                && until.day().isAfter(today)
                && !WHOLE_DAY.matcher(said).find();
        return back ? until.day().atStartOfDay(zone).toInstant() : until.instant(zone);
    }

    private boolean later(TimeExpression time) {
        return switch (time) {
            case TimeExpression.From from -> from.instant(zone).isAfter(at);
            case TimeExpression.During during ->
                during.first().isAfter(at.atZone(zone).toLocalDate());
            case TimeExpression.Lasting lasting -> false;
            case TimeExpression.Until until -> false;
            case TimeExpression.By by -> false;
        };
    }

    private static String without(String said, List<TimeExpression> times) {
        StringBuilder rest = new StringBuilder(said);
        for (TimeExpression time : times) {
            for (int index = time.words().start(); index < time.words().end(); index++) {
                rest.setCharAt(index, ' ');
            }
        }
        return rest.toString().replaceAll("(?i)\\b(until|till|til|through|thru|from now|inclusive|incl)\\b", " ");
    }
}
