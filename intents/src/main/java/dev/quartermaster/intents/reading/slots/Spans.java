package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a pattern's groups stand in a text; patterns are tried on its lower case. */
final class Spans {

    private Spans() {}

    static Optional<Words> first(Pattern pattern, String text) {
        return all(pattern, text).findFirst();
    }

    /** The first group of each match that took part and says something, without a point or blank at its end. */
    static Stream<Words> all(Pattern pattern, String text) {
        return pattern.matcher(Finds.lower(text))
                .results()
                .flatMap(match -> Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                        .filter(group -> match.group(group) != null
                                && !match.group(group).isBlank())
                        .limit(1)
                        .map(group -> of(text, match.start(group), match.end(group))));
    }

    /** As {@link #first}, for a pattern that minds capitals. */
    static Optional<Words> named(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .flatMap(match -> Stream.iterate(1, group -> group <= match.groupCount(), group -> group + 1)
                        .filter(group -> match.group(group) != null)
                        .map(group -> of(text, match.start(group), match.end(group))))
                .findFirst();
    }

    static Words of(String text, int start, int end) {
        var last = end;
        while (last > start && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '.')) {
            last--;
        }
        return new Words(text.substring(start, last), start, last);
    }

    /** The words after what the pattern finds at their beginning. */
    static Words without(Pattern lead, Words words) {
        var match = lead.matcher(Finds.lower(words.text()));
        return match.lookingAt() && match.end() < words.text().length()
                ? new Words(words.text().substring(match.end()), words.start() + match.end(), words.end())
                : words;
    }
}
