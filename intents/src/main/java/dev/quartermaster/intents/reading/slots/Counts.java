package dev.quartermaster.intents.reading.slots;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Small numbers in words, where something is counted. */
final class Counts {

    private static final List<String> ONES = List.of(
            "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
                    .concat(" eighteen nineteen")
                    .split(" "));
    private static final List<String> TENS =
            List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));

    /** Plain numbers in words, one to a hundred. */
    static final String WORDS =
            "(?:" + String.join("|", TENS) + ")(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?"
                    + "|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
                    + "|one|two|three|four|five|six|seven|eight|nine|ten|(?:a |one )hundred";

    /** A number in digits or words, as a group of its own. */
    static final String PATTERN =
            "(?<![\\w.:/+£$€#-])(\\d{1,10}|half an? dozen|(?:an? )?(?:couple|pair)(?: of)?|an? dozen"
                    + "|a single|single|dual|twin|quad|octa|no|zero|without(?: any| an?)?|an?|" + WORDS + ")";

    private static final Map<String, Long> VALUES = values();
    private static final Pattern ARTICLE = Pattern.compile("^an? (?=couple|pair|dozen|single)");
    private static final Pattern TAIL = Pattern.compile(" (?:of|an?|any)$");

    private Counts() {}

    private static Map<String, Long> values() {
        var values = new HashMap<String, Long>();
        for (var i = 0; i < ONES.size(); i++) {
            values.put(ONES.get(i), i + 1L);
        }
        for (var i = 0; i < TENS.size(); i++) {
            var ten = (i + 2) * 10L;
            values.put(TENS.get(i), ten);
            for (var one = 0; one < 9; one++) {
                values.put(TENS.get(i) + " " + ONES.get(one), ten + one + 1);
                values.put(TENS.get(i) + "-" + ONES.get(one), ten + one + 1);
            }
        }
        for (var none : List.of("no", "zero", "without")) {
            values.put(none, 0L);
        }
        for (var one : List.of("a", "an", "single")) {
            values.put(one, 1L);
        }
        for (var two : List.of("couple", "pair", "dual", "twin")) {
            values.put(two, 2L);
        }
        values.put("quad", 4L);
        values.put("octa", 8L);
        values.put("dozen", 12L);
        values.put("half a dozen", 6L);
        values.put("half an dozen", 6L);
        values.put("a hundred", 100L);
        values.put("one hundred", 100L);
        return Map.copyOf(values);
    }

    static @Nullable Long value(String written) {
        if (Character.isDigit(written.charAt(0))) {
            return Long.valueOf(written);
        }
        var plain = TAIL.matcher(ARTICLE.matcher(written).replaceFirst("")).replaceFirst("");
        return VALUES.get(plain);
    }
}
