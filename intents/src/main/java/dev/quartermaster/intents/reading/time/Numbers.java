package dev.quartermaster.intents.reading.time;

import dev.quartermaster.intents.reading.text.Sentence;
import dev.quartermaster.intents.reading.text.Token.Kind;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Numbers in digits and in words below a thousand: {@code 3}, {@code twenty four}, {@code half a}, {@code a couple of}. */
final class Numbers {

    private static final Map<String, Integer> SMALL = Map.ofEntries(
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("eleven", 11),
            Map.entry("twelve", 12),
            Map.entry("thirteen", 13),
            Map.entry("fourteen", 14),
            Map.entry("fifteen", 15),
            Map.entry("sixteen", 16),
            Map.entry("seventeen", 17),
            Map.entry("eighteen", 18),
            Map.entry("nineteen", 19));
    private static final Map<String, Integer> TENS = Map.of(
            "twenty", 20, "thirty", 30, "forty", 40, "fifty", 50, "sixty", 60, "seventy", 70, "eighty", 80, "ninety",
            90);

    private Numbers() {}

    /** A number as said before a unit. {@code a} counts as one, {@code a few} as three. */
    static @Nullable TimeMatch<Double> at(Sentence said, int index) {
        if (said.is(index, "half", "½")) {
            var article = said.is(index + 1, "a", "an", "the") ? 1 : 0;
            return said.is(index + 1 + article, "dozen")
                    ? new TimeMatch<>(6.0, index + 2 + article)
                    : new TimeMatch<>(0.5, index + 1 + article);
        }
        if (said.is(index, "a", "an", "another", "one")
                && (said.is(index + 1, "couple", "few", "dozen", "half", "hundred")
                        || said.is(index + 1, "quarter") && said.is(index + 2, "of"))) {
            return at(said, index + 1);
        }
        if (said.is(index, "a", "one") && said.is(index + 1, "good", "solid", "whole", "full")) {
            return new TimeMatch<>(1.0, index + 2);
        }
        if (said.is(index, "another")) {
            var counted = at(said, index + 1);
            return counted != null ? counted : new TimeMatch<>(1.0, index + 1);
        }
        if (said.is(index, "a", "an")) {
            return new TimeMatch<>(1.0, index + 1);
        }
        if (said.is(index, "couple", "few", "dozen", "fortnight's")) {
            var value = said.is(index, "couple") ? 2.0 : said.is(index, "few") ? 3.0 : 12.0;
            var next = said.is(index + 1, "of") ? index + 2 : index + 1;
            return new TimeMatch<>(value, said.is(next, "more") ? next + 1 : next);
        }
        if (said.is(index, "quarter") && said.is(index + 1, "of") && said.is(index + 2, "an", "a")) {
            return new TimeMatch<>(0.25, index + 3);
        }
        if (said.is(index, "three") && said.is(index + 1, "quarters", "quarter") && said.is(index + 2, "of")) {
            return new TimeMatch<>(0.75, said.is(index + 3, "an", "a") ? index + 4 : index + 3);
        }
        var whole = plain(said, index);
        if (whole == null || !said.is(whole.next(), "and", "&") || !said.is(whole.next() + 1, "a")) {
            return whole;
        }
        return said.is(whole.next() + 2, "half") ? new TimeMatch<>(whole.value() + 0.5, whole.next() + 3) : whole;
    }

    /** A number in digits or in words, without articles. */
    static @Nullable TimeMatch<Double> plain(Sentence said, int index) {
        var token = said.at(index);
        if (token.is(Kind.NUMBER)) {
            return new TimeMatch<>(Double.parseDouble(token.text()), index + 1);
        }
        if (token.text().equals("hundred")) {
            return new TimeMatch<>(100.0, index + 1);
        }
        var small = SMALL.get(token.text());
        if (small != null) {
            return said.is(index + 1, "hundred")
                    ? new TimeMatch<>(small * 100.0, index + 2)
                    : new TimeMatch<>((double) small, index + 1);
        }
        var tens = TENS.get(token.text());
        if (tens == null) {
            return null;
        }
        var next = said.is(index + 1, "-") ? index + 2 : index + 1;
        var ones = SMALL.get(said.at(next).text());
        return ones != null && ones < 10
                ? new TimeMatch<>((double) tens + ones, next + 1)
                : new TimeMatch<>((double) tens, index + 1);
    }
}
