package dev.quartermaster.intents.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sentences the idea started from, as written and with the slips that fingers make. Seeded: a failure repeats. */
class SeedSentencesTest {

    private static final int VARIANTS = 25;
    private static final Map<String, String> SEEDS = seeds();

    private static Map<String, String> seeds() {
        var seeds = new LinkedHashMap<String, String>();
        seeds.put("launch an environment that will allow me to build an experimental machine learning model", "launch");
        seeds.put("show me how to create a website", "help");
        seeds.put("provide me with an itemised breakdown of my team's usage and spend", "spend");
        seeds.put(
                "how long does it take to give someone an isolated environment with 2 cores and 2GB ram? What about 16"
                        + " cores? What about 64?",
                "help");
        seeds.put("who can spin up a Spark cluster? what data can that Spark cluster access?", "help");
        seeds.put("can i get access to the transactions table pls", "grant");
        seeds.put("wanna play w/ the new embedding model, can i have a gpu box for the arvo", "launch");
        seeds.put("burn rate?", "spend");
        seeds.put("grant me read on sales.orders for two weeks, churn study", "grant");
        seeds.put("spin up 4 A100s for three days for the churn model", "launch");
        return seeds;
    }

    @Test
    void everySeedIsReadAsWhatItIs() {
        SEEDS.forEach((text, verb) -> assertThat(verb(text)).as(text).isEqualTo(verb));
    }

    /** One slip a sentence of up to ten words, one more for each ten: what a hurried person leaves standing. */
    @Test
    void slipsOfTheFingerChangeNothing() {
        var random = new Random(20260311);
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var seed : SEEDS.entrySet()) {
            if (seed.getKey().length() < 20) {
                continue;
            }
            for (var i = 0; i < VARIANTS; i++) {
                var slipped = slipped(seed.getKey(), random);
                tried++;
                var read = verb(slipped);
                if (!read.equals(seed.getValue())) {
                    wrong.add(read + " <- " + slipped);
                }
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(wrong).as(String.join("\n", wrong)).hasSizeLessThanOrEqualTo(tried / 50);
    }

    private static String verb(String text) {
        var candidates = Readers.read(text).evidence().candidates();
        return candidates.isEmpty() ? "ask" : candidates.getFirst().verb().word();
    }

    private static String slipped(String text, Random random) {
        var words = new ArrayList<>(List.of(text.split(" ")));
        var slips = 1 + words.size() / 10;
        for (var tries = 0; slips > 0 && tries < 50; tries++) {
            var at = random.nextInt(words.size());
            if (words.get(at).matches("[a-zA-Z]{5,}")) {
                words.set(at, slip(words.get(at), random));
                slips--;
            }
        }
        return String.join(" ", words);
    }

    /** Two letters swapped, one left out, one doubled, or one beside it on the keyboard; never the first. */
    private static String slip(String word, Random random) {
        var at = 1 + random.nextInt(word.length() - 2);
        var letter = word.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.charAt(at + 1) + letter + word.substring(at + 2);
            case 1 -> word.substring(0, at) + word.substring(at + 1);
            case 2 -> word.substring(0, at) + letter + word.substring(at);
            default -> word.substring(0, at) + beside(letter) + word.substring(at + 1);
        };
    }

    private static char beside(char letter) {
        var row = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm").stream()
                .filter(each -> each.indexOf(letter) >= 0)
                .findFirst()
                .orElse("ea");
        var at = row.indexOf(letter);
        return row.charAt(at > 0 ? at - 1 : at + 1);
    }
}
