package dev.quartermaster.intents.reading.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What only numbers the items of a list: "1.", "b)", "- ", "first … second …". It is no number and no name of anything. */
public final class ListMarkers {

    private static final Pattern BULLET = Pattern.compile("(?m)^[ \\t]{0,9}[-*•–][ \\t]{1,3}(?=\\S)");
    /** Each with what begins a list of its kind and what follows that. */
    private static final List<Pattern> NUMBERED = List.of(
            Pattern.compile("(?<![^\\s])\\(?(?:(?<one>1)|(?<two>2)|\\d{1,2})[.)](?=[ \\t]+\\S)"),
            Pattern.compile("(?<![^\\s])\\(?(?:(?<one>a)|(?<two>b)|[c-h])[)](?=[ \\t]+\\S)"),
            Pattern.compile(
                    "(?:(?<=^|[,.;:\\n]|[,.;:\\n] |\\band )(?:(?<one>first)|(?<two>second)|third|fourth|finally|last)(?:ly)?\\b[,:]?(?= [a-z]))"),
            Pattern.compile("\\bstep (?:(?<one>one|1)|(?<two>two|2)|three|four|five|[3-9])\\b[:,.)]?(?= \\S)"));

    private ListMarkers() {}

    /** The text with each of them made into blanks, and a new line before what it led to; as long as it was. */
    public static String blanked(String text) {
        var blanked = new StringBuilder(text);
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.length() != text.length()) {
            return text;
        }
        BULLET.matcher(lower).results().forEach(match -> blank(blanked, match.start(), match.end()));
        for (var kind : NUMBERED) {
            var all = kind.matcher(lower).results().toList();
            var first = all.stream().filter(match -> match.group("one") != null).findFirst();
            var second =
                    all.stream().filter(match -> match.group("two") != null).findFirst();
            if (first.isPresent()
                    && second.isPresent()
                    && first.get().start() < second.get().start()) {
                all.forEach(match -> blank(blanked, match.start(), match.end()));
            }
        }
        return blanked.toString();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (var at = start; at < end; at++) {
            text.setCharAt(at, at == start && start > 0 ? '\n' : ' ');
        }
    }
}
