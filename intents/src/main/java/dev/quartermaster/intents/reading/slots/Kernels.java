package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The languages that a notebook or cluster is to have, as the word of an image: {@code with the R kernel}, {@code notebook
 * in julia}, {@code scala and r both}. Python alone is what there is anyway.
 */
final class Kernels {
    private static final List<String> ORDER = List.of("r", "python", "julia", "scala");
    private static final String ONE = "(?:r|python|julia|scala)";
    private static final String LIST = "(" + ONE + "(?:(?:\\s?[,/+&]\\s?|\\s)(?:(?:and|&|plus) )?" + ONE + "\\b){0,3})";
    private static final String BESIDE = "(?:notebooks?|notbook|nb|jupyter(?:lab)?|jup)";
    private static final Pattern KERNEL =
            Pattern.compile("\\b" + LIST + " (?:kernels?|images?)\\b|\\bkernels? ?(?:for |of |in |: ?|\\()" + LIST
                    + "\\b|\\b" + LIST + " " + BESIDE + "\\b|\\b(?:spark)(r)\\b");
    private static final Pattern BY = Pattern.compile(
            "\\b(?:with|w/|in|using|running)\\s?(?:both |the |an? )?" + LIST
                    + "(?=\\s*(?:[,.;!?)]|$)| (?:in it|on it|both|please|pls|plz|for|until|till|from|tonight|today|tomorrow|now|this|and \\d|\\d))");
    private static final Pattern ALONE =
            Pattern.compile("(?<=^|[,;(] |[,;(])" + LIST + "(?: both)?(?=\\s*(?:[,.;]|$))");
    private static final Pattern THING = Pattern.compile("\\b(?:" + BESIDE + "|kernel|spark|sparck|ray)\\b");
    private static final Pattern ONES = Pattern.compile("\\b" + ONE + "\\b");

    private Kernels() {}

    static void find(Finds finds, String lower) {
        finds.all(KERNEL, match -> named(finds, match, 1));
        if (THING.matcher(lower).find() || BY.matcher(lower).lookingAt()) {
            finds.all(BY, match -> named(finds, match, 1));
        }
        if (THING.matcher(lower).find()) {
            finds.all(ALONE, match -> named(finds, match, 2));
        }
    }

    /** @param least how many languages it takes to mean an image */
    private static void named(Finds finds, Matcher match, int least) {
        var said = languages(match);
        var python = said.equals(List.of("python"));
        finds.once(KnownSlot.IMAGE, python || said.size() < least ? null : name(said), match);
    }

    private static List<String> languages(Matcher match) {
        var said = IntStream.rangeClosed(1, match.groupCount())
                .mapToObj(match::group)
                .filter(Objects::nonNull)
                .flatMap(group -> ONES.matcher(group).results())
                .map(one -> one.group())
                .collect(Collectors.toSet());
        return ORDER.stream().filter(said::contains).toList();
    }

    /** {@code r python and scala}. */
    private static String name(List<String> languages) {
        var last = languages.getLast();
        return languages.size() == 1
                ? last
                : String.join(" ", languages.subList(0, languages.size() - 1)) + " and " + last;
    }
}
