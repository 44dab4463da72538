package dev.quartermaster.intents.catalogue;

import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A job that somebody else's scheduler knows and that may be run from here: one of {@code jobs.yaml}, and no other.
 *
 * @param path what is asked for when it is run: its name, its owner, one part
 * @param deputy decides when the owner may not
 * @param says what people call it besides its name and title
 */
public record Job(GoldenPath path, @Nullable PersonId deputy, List<String> says) {
    public Job {
        says = List.copyOf(says);
    }

    public PathName name() {
        return path.name();
    }

    /** Whether these words are one of its names: {@code the nightly churn job} is {@code nightly-churn}. */
    boolean called(String words) {
        String said = plain(words);
        return Stream.concat(Stream.of(name().value(), path.title()), says.stream())
                .anyMatch(each -> plain(each).equals(said));
    }

    private static String plain(String words) {
        return words.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .strip()
                .replaceFirst("^(?:the|our|my) ", "")
                .replaceFirst(" (?:job|dag|pipeline|workflow)$", "");
    }
}
