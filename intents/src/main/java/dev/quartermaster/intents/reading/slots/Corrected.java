package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which people's corrections of themselves are carried out: {@code 8 cores, sorry, 16} says 16 cores. As long
 * as what was written, so that every place in it is a place in that; what was taken back became spaces.
 *
 * @param text what is meant
 * @param written what was written
 */
record Corrected(String text, String written, List<Words> mended) {

    private static final Pattern WORTH_LOOKING = Pattern.compile(
            "\\b(?:no|sorry|scratch|mean|meant|actually|correction|make|rather|oops|instead|not|from|down|up|er+|too|enough|do|suffice)\\b|->|→");
    private static final String NUMBER = "(\\d{1,9}(?:\\.\\d{1,2})?|" + Counts.WORDS + "|one(?='?s\\b))";
    private static final String UNIT =
            "( ?-?(?:(?:v?cpus?|cores?)|(?:gpus?)|(?:gb|gib|gigs?|g|tb)|(?:workers?|executors?|nodes?)|(?:hours?|hrs?|h|days?|d|weeks?|wks?|months?|minutes?|mins?)|(?:a100s?|h100s?|t4s?|v100s?|l4s?))\\b(?!"
                    + " ?[-_]))?+";
    private static final String MARK =
            "(?:[\\s,.;:(–—-]+)(?:no,? wait|wait,? no|no,? sorry|no|sorry|scratch that|i mean|i meant"
                    + "|meant|actually|correction|make (?:that|it)|or rather|rather|err?|oops)[\\s,.:;–—-]+"
                    + "(?:(?:i (?:mean|meant)|make (?:it|that)|rather|sorry|actually|just|only|it should be|should be) ){0,20}";
    private static final Pattern TOOK_BACK =
            Pattern.compile("(?<![\\w.-])" + NUMBER + UNIT + MARK + NUMBER + "(?![\\w.]{0,3}\\d)" + UNIT);
    private static final Pattern NOT_THAT = Pattern.compile("(?<![\\w.-])" + NUMBER + UNIT
            + "[ ,]+(?:instead of|rather than|and not|not) (?:the |just )?" + NUMBER + UNIT);
    private static final Pattern FROM_TO = Pattern.compile(
            "(?<![\\w.-])(?:from )?" + NUMBER + UNIT + " ?(?:(?:(?:back|down|up) ){0,20}to|->|→) ?" + NUMBER + UNIT);
    private static final String DAY =
            "(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|tomorrow|today|noon|midday|\\d{1,2}(?::\\d\\d)?(?:am|pm)|\\d{1,2}(?:st|nd|rd|th)";
    /** A day after two numbers: they are hours of it, and neither corrects the other. */
    private static final Pattern HOURS = Pattern.compile(
            "^,? ?(?:on |next |this ){0,3}(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today)\\b");

    private static final Pattern DAY_BEFORE =
            Pattern.compile("(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today),? (?:from )?$");

    /** "4 hours won't do": said of what it is not to be. */
    private static final Pattern TOO_LITTLE = Pattern.compile("(?<![\\w.-])" + NUMBER + UNIT
            + " (?:(?:won['’]?t|will not|wouldn['’]?t|would not|doesn['’]?t|does not) (?:do|suffice|be enough|cut it)|(?:is|are)(?: not|n['’]?t) (?:enough|sufficient)"
            + "|(?:is|are) (?:far |way |a bit |much )?too (?:short|little|few|small|long|much|many|large|big))\\b");

    private static final String SIZE = "small|medium|large|big|little|tiny";
    private static final String KIND = "(?:a100|h100|v100|t4|l4)s?";
    private static final List<Pattern> SAME = List.of(
            Pattern.compile("\\b(?:" + DAY + ")\\b" + MARK + "(?:until |till |on )?(?=(?:" + DAY + ")\\b)"),
            Pattern.compile(
                    "(?<!\\btoo )\\b(?:" + SIZE + ")\\b(?: one)?" + MARK + "(?:an? |the )?(?=(?:" + SIZE + ")\\b)"),
            Pattern.compile("\\b" + KIND + MARK + "(?:an? |\\d+ ?x? ?)?(?=" + KIND + "\\b)"),
            Pattern.compile(
                    "\\b(?:instead of|rather than|not) (?:an? |the |too )?(?:" + SIZE + ")\\b(?: ones?| env\\w*)?"));

    static Corrected of(String written) {
        var lower = written.toLowerCase(Locale.ROOT);
        if (lower.length() != written.length() || !WORTH_LOOKING.matcher(lower).find()) {
            return new Corrected(written, written, List.of());
        }
        var mending = new StringBuilder(written);
        var mended = new ArrayList<Words>();
        numbers(TOOK_BACK, lower, written, mending, mended, true);
        numbers(NOT_THAT, lower, written, mending, mended, false);
        numbers(FROM_TO, lower, written, mending, mended, true);
        var little = TOO_LITTLE.matcher(lower);
        while (little.find()) {
            if (little.group(2) != null && !overlaps(little, mended)) {
                put("", little.start(), little.end(), written, mending, mended);
            }
        }
        for (var pattern : SAME) {
            var match = pattern.matcher(lower);
            while (match.find()) {
                put("", match.start(), match.end(), written, mending, mended);
            }
        }
        return new Corrected(mending.toString(), written, List.copyOf(mended));
    }

    /** Keeps the second number or the first one; a unit said with only one of them is that of both. */
    private static void numbers(
            Pattern pattern, String lower, String written, StringBuilder mending, List<Words> mended, boolean second) {
        var match = pattern.matcher(lower);
        var at = 0;
        while (match.find(at)) {
            at = match.start(1) + 1;
            var first = match.group(2);
            var last = match.group(4);
            var same = first == null || last == null || kind(first) == kind(last);
            if (!same
                    || pattern == FROM_TO
                            && (HOURS.matcher(lower.substring(match.end())).find()
                                    || DAY_BEFORE
                                            .matcher(lower.substring(Math.max(0, match.start() - 20), match.start()))
                                            .find())
                    || pattern == FROM_TO && first == null && last == null
                    || overlaps(match, mended)) {
                continue;
            }
            var unit = last != null ? last : first == null ? "" : first;
            put(
                    match.group(second ? 3 : 1) + (unit.startsWith(" ") || unit.isEmpty() ? "" : " ") + unit,
                    match.start(),
                    match.end(),
                    written,
                    mending,
                    mended);
            at = match.end();
        }
    }

    private static boolean overlaps(Matcher match, List<Words> mended) {
        return mended.stream().anyMatch(span -> span.start() < match.end() && match.start() < span.end());
    }

    private static int kind(String unit) {
        return switch (unit.strip().replace("-", "").charAt(0)) {
            case 'v', 'c' -> unit.strip().startsWith("v1") ? 1 : 0;
            case 'a', 't', 'l' -> unit.strip().startsWith("tb") ? 2 : 1;
            case 'g' -> unit.contains("pu") ? 1 : 2;
            case 'w' -> unit.contains("ork") ? 3 : 4;
            case 'e', 'n' -> 3;
            case 'h' -> unit.contains("100") ? 1 : 4;
            default -> 4;
        };
    }

    private static void put(
            String meant, int start, int end, String written, StringBuilder mending, List<Words> mended) {
        if (meant.length() <= end - start) {
            mending.replace(start, end, meant + " ".repeat(end - start - meant.length()));
            mended.add(new Words(written.substring(start, end), start, end));
        }
    }

    /** Words found in {@link #text()} as they were written, a correction whole. */
    Words asWritten(Words words) {
        var start = words.start();
        var end = words.end();
        for (var span : mended) {
            if (span.overlaps(words)) {
                start = Math.min(start, span.start());
                end = Math.max(end, span.end());
            }
        }
        return mended.isEmpty() ? words : new Words(written.substring(start, end), start, end);
    }
}
