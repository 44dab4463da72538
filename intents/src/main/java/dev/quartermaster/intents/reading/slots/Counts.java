package dev.quartermaster.intents.reading.slots;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Small numbers in words, where something is counted. */
final class Counts {

    private static final Map<String, Long> WORDS = Map.ofEntries(
            Map.entry("no", 0L),
            Map.entry("zero", 0L),
            Map.entry("without", 0L),
            Map.entry("a", 1L),
            Map.entry("an", 1L),
            Map.entry("one", 1L),
            Map.entry("single", 1L),
            Map.entry("two", 2L),
            Map.entry("couple", 2L),
            Map.entry("dual", 2L),
            Map.entry("pair", 2L),
            Map.entry("three", 3L),
            Map.entry("four", 4L),
            Map.entry("five", 5L),
            Map.entry("six", 6L),
            Map.entry("seven", 7L),
            Map.entry("eight", 8L),
            Map.entry("nine", 9L),
            Map.entry("ten", 10L),
            Map.entry("eleven", 11L),
            Map.entry("twelve", 12L),
            Map.entry("dozen", 12L),
            Map.entry("sixteen", 16L),
            Map.entry("twenty", 20L),
            Map.entry("thirty-two", 32L),
            Map.entry("sixty-four", 64L));

    /** A number in digits or words, as a group of its own. */
    static final String PATTERN =
            "(?<![\\w.:/+-])(\\d{1,10}|(?:a )?(?:couple|pair) of|a dozen|a single|no|zero|without(?:"
                    + " an?)?|an?|one|two|three"
                    + "|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|twenty|thirty-two|sixty-four|single|dual)";

    private Counts() {}

    static @Nullable Long value(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Long.valueOf(written);
        }
        var plain = written.replaceFirst("^a (?=couple|pair|dozen|single)", "").replaceFirst(" (?:of|an?)$", "");
        return WORDS.get(plain);
    }
}
