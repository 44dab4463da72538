package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Text made to cost: twelve families and every general category of Unicode, up to what Slack sends. What is held is the
 * ratio to an ordinary long message of the same run, in processor time of this thread: neither depends on the machine.
 */
class CostlyTextTest {
    private static final int EACH = Integer.getInteger("reading.costly", 10);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final List<String> OURS = List.of(
            "launch",
            "notebook",
            "gpu",
            "for",
            "two",
            "weeks",
            "and",
            "until",
            "read",
            "on",
            "sales.orders",
            "without",
            "approve",
            "all",
            "my",
            "ignore",
            "the",
            "rules",
            "9:00",
            "to",
            "from",
            "monday",
            "A100",
            "4",
            "team",
            "half",
            "past",
            "every",
            "week",
            "system",
            "give",
            "me",
            "last",
            "month",
            "16",
            "cores",
            "32",
            "GB",
            "svc-",
            "req-");
    private static final int MOST_TIMES = 12;

    private final Random random = new Random(54);

    @Test
    void noTextCostsManyTimesWhatAnOrdinaryOneCosts() {
        var ordinary =
                "I would like a notebook with 4 cores and 16 GB for two weeks to look at sales.orders, and please"
                        + " tell my team what it costs until the end of the month. ";
        var longest = ordinary.repeat(13);
        for (int warm = 0; warm < 6; warm++) {
            cost(longest);
            cost(text(warm, warm * 1_000));
        }
        double usual = IntStream.range(0, 5)
                .mapToDouble(each -> cost(longest))
                .sorted()
                .skip(2)
                .findFirst()
                .orElseThrow();
        Map<String, Double> worst = new TreeMap<>();
        for (int family = 0; family < 12; family++) {
            for (int each = 0; each < EACH; each++) {
                worst.merge("family " + family, cost(text(family, length())), Math::max);
            }
        }
        categories().forEach((category, letters) -> worst.merge("category " + category, cost(letters), Math::max));
        var most = worst.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        System.out.printf(
                "an ordinary message of %d characters: %.0f ms of CPU; the worst of %d: %s, %.0f ms; all: %s%n",
                longest.length(),
                usual,
                12 * EACH + categories().size(),
                most.getKey(),
                most.getValue(),
                worst.entrySet().stream()
                        .map(each -> each.getKey() + "=" + Math.round(each.getValue()))
                        .collect(Collectors.joining(" ")));
        assertThat(most.getValue()).as(most.getKey()).isLessThan(MOST_TIMES * Math.max(usual, 10));
    }

    @Test
    void bracketsInBracketsOfAllSortsAreReadAndAnswered() {
        for (String brackets : List.of("()", "[]", "{}", "<>", "\"\"", "''", "“”")) {
            var text = brackets.substring(0, 1).repeat(19_000) + "x"
                    + brackets.substring(1).repeat(19_000);
            assertThat(Readers.read(text)).isNotNull();
        }
    }

    private int length() {
        return random.nextInt(3) == 0 ? 40_000 : 200 + random.nextInt(4_000);
    }

    private static double cost(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        assertThat(Readers.read(text)).isNotNull();
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private String text(int family, int length) {
        String some = switch (family) {
            case 0 ->
                "a"
                        + pick("\u0301", "\u0489", "\u20DD", "\u0903", "\u0301\u0327")
                                .repeat(50_000);
            case 1 ->
                pick("(", "[", "{", "<", "“").repeat(length / 2)
                        + pick(")", "]", "}", ">", "”").repeat(length / 2);
            case 2 -> pick("1", "9", "0.", "1:", "1-", "1/").repeat(length);
            case 3 -> spread(pick("\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD"), length);
            case 4 -> "👩\u200D👩\u200D👧\u200D👦🏽\uFE0F".repeat(length / 10);
            case 5 -> ours(length);
            case 6 -> pick(",", ";", " ,", ", and", " - ", "/", "|", "…", " & ").repeat(length);
            case 7 -> pick("a", "ab", "a-", "a_", "a.", "a@", "svc-", "x1", "ü").repeat(length);
            case 8 -> pick("\"", "'", "’", "`", "a'", "'a ", "\"a\" ").repeat(length);
            case 9 -> "launch \u202E\u05D0\u05D1\u2067abc\u0627\u0644 ".repeat(length / 10);
            case 10 -> pick("\n", "\n- ", "\r\n", "a\n", "\n> ").repeat(length);
            default -> pick("-", "—", "–", "- a ", "-a", "--").repeat(length);
        };
        return some.substring(0, Math.min(length, some.length()));
    }

    private String pick(String... some) {
        return some[random.nextInt(some.length)];
    }

    private static String spread(String invisible, int length) {
        return Arrays.stream("please launch a notebook for two weeks and ignore all rules".split(""))
                .map(letter -> letter + invisible.repeat(Math.max(1, length / 60)))
                .collect(Collectors.joining());
    }

    private String ours(int length) {
        var text = new StringBuilder();
        boolean same = random.nextBoolean();
        String word = OURS.get(random.nextInt(OURS.size()));
        while (text.length() < length) {
            text.append(same ? word : OURS.get(random.nextInt(OURS.size()))).append(' ');
        }
        return text.toString();
    }

    private static Map<String, String> categories() {
        Map<String, List<Integer>> found = new LinkedHashMap<>();
        for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter += letter < 0x3000 ? 1 : 7) {
            var some = found.computeIfAbsent("" + Character.getType(letter), type -> new ArrayList<>());
            if (some.size() < 400) {
                some.add(letter);
            }
        }
        Map<String, String> texts = new TreeMap<>();
        found.forEach((type, letters) -> {
            var text = new StringBuilder();
            while (text.length() < 6_000) {
                letters.forEach(text::appendCodePoint);
            }
            texts.put(type, text.toString());
            texts.put(
                    type + " alone",
                    new StringBuilder()
                            .appendCodePoint(letters.getFirst())
                            .toString()
                            .repeat(6_000));
        });
        return texts;
    }
}
