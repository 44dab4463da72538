package dev.quartermaster.intents.reading.slash;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.reading.Reader.Known;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a slip in a command from a sentence that begins like one: {@code launch ray-clutser} and {@code grant sales} name
 * something nobody knows, {@code launch notebook} and {@code spend report} are how people speak. Worst case of a wrong
 * guess: one question too many, with the right names as buttons.
 */
final class Slips {
    /** One letter wrong of five. */
    private static final double TEAM = 0.7;

    private static final Set<String> SPEAKING = Set.of(
            "a",
            "access",
            "again",
            "all",
            "another",
            "anything",
            "breakdown",
            "cost",
            "costs",
            "data",
            "details",
            "everything",
            "figures",
            "her",
            "him",
            "history",
            "it",
            "itemised",
            "itemized",
            "me",
            "now",
            "on",
            "one",
            "ones",
            "overview",
            "permission",
            "permissions",
            "please",
            "pls",
            "read",
            "report",
            "reports",
            "rights",
            "so",
            "something",
            "summary",
            "table",
            "team",
            "that",
            "them",
            "these",
            "this",
            "those",
            "to",
            "total",
            "us",
            "usage",
            "write",
            "you");

    private Slips() {}

    /** @param pieces after the verb, which do not all fit. @param named whether the fault is a name nobody knows */
    static boolean is(Verb verb, List<String> pieces, boolean named, Known known) {
        if (!named || pieces.isEmpty()) {
            return false;
        }
        String word = pieces.getFirst().toLowerCase(Locale.ROOT);
        boolean alone = pieces.size() == 1
                || pieces.size() == 2
                        && verb == Verb.GRANT
                        && List.of("read", "write").contains(pieces.get(1));
        return alone && (word.matches(".*[-._].*") || !SPEAKING.contains(word) && !spoken(verb, word, known));
    }

    /** Words the golden paths are asked for with, and words about time, are a sentence's. */
    private static boolean spoken(Verb verb, String word, Known known) {
        return switch (verb) {
            case LAUNCH ->
                known.catalogue().paths().values().stream()
                        .anyMatch(path -> words(path).contains(word));
            case SPEND ->
                word.matches("today|yesterday|january|february|march|april|may|june|july|august|september"
                        + "|october|november|december|q[1-4]|20\\d\\d.*");
            case GRANT -> false;
            case LIST ->
                known.people().teams().keySet().stream()
                        .noneMatch(team -> Nearest.likeness(word, team.value()) >= TEAM);
            default -> true;
        };
    }

    private static Set<String> words(GoldenPath path) {
        return Stream.of(
                        Stream.of(path.name().value(), path.title(), path.about()),
                        path.synonyms().stream(),
                        path.says().stream())
                .flatMap(each -> each)
                .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
                .collect(Collectors.toSet());
    }
}
