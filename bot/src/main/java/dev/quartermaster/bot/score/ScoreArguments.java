package dev.quartermaster.bot.score;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was typed after {@code score}.
 *
 * @param files empty: the program's own sets
 * @param at what "tomorrow" hangs on
 * @param misses whether every miss is printed
 */
record ScoreArguments(List<Path> files, Optional<String> as, Instant at, Optional<ZoneId> zone, boolean misses) {
    static final String USAGE = """
            usage: score [--misses] [--as EMAIL] [--at INSTANT] [--zone ZONE] [FILE...]
              FILE      one JSON object a line: text, intent, slots, and also, or, context, by where there are any;
                        the program's own sets when left out, at 2026-03-11T10:30 in London
              --misses  print every sentence that was misread
              --as      who asks; the first person of people.yaml when left out
              --at      what "tomorrow" hangs on, such as 2026-03-11T10:30:00Z; now when left out
              --zone    the asker's time zone; the organisation's when left out""";

    private static final Instant OWN_AT = Instant.parse("2026-03-11T10:30:00Z");
    private static final ZoneId OWN_ZONE = ZoneId.of("Europe/London");

    /** @throws IllegalArgumentException saying what is wrong */
    static ScoreArguments of(List<String> typed) {
        var files = new ArrayList<Path>();
        Optional<String> as = Optional.empty();
        Instant at = Instant.now();
        Optional<ZoneId> zone = Optional.empty();
        var misses = false;
        for (var rest = typed.iterator(); rest.hasNext(); ) {
            var word = rest.next();
            switch (word) {
                case "--misses" -> misses = true;
                case "--as" -> as = Optional.of(value(word, rest.hasNext() ? rest.next() : ""));
                case "--at" -> at = instant(value(word, rest.hasNext() ? rest.next() : ""));
                case "--zone" -> zone = Optional.of(zone(value(word, rest.hasNext() ? rest.next() : "")));
                default -> {
                    if (word.startsWith("--")) {
                        throw new IllegalArgumentException("There is no option " + word + ".");
                    }
                    files.add(Path.of(word));
                }
            }
        }
        if (files.isEmpty()) {
            return new ScoreArguments(List.of(), as, OWN_AT, Optional.of(OWN_ZONE), misses);
        }
        return new ScoreArguments(List.copyOf(files), as, at, zone, misses);
    }

    private static String value(String option, String value) {
        if (value.isBlank() || value.startsWith("--")) {
            throw new IllegalArgumentException(option + " wants a value.");
        }
        return value;
    }

    private static Instant instant(String written) {
        try {
            return OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("--at wants an instant such as 2026-03-11T10:30:00Z.");
        }
    }

    private static ZoneId zone(String written) {
        try {
            return ZoneId.of(written);
        } catch (DateTimeException none) {
            throw new IllegalArgumentException("--zone wants a time zone such as Europe/London.");
        }
    }
}
