package dev.quartermaster.intents.reading.embedded;

import java.util.Random;
import java.util.regex.Pattern;

/** Somebody who types fast: one error in one longer word, the same ones for the same seed. */
final class Typing {

    private static final Pattern WORD = Pattern.compile("(?<![\\w.@#/:<-])\\p{L}{5,}(?![\\w.@/:>-])");
    private static final String KEYS = "qwertyuiopasdfghjklzxcvbnm";

    private final Random random;

    Typing(long seed) {
        this.random = new Random(seed);
    }

    String mistyped(String text) {
        var words = WORD.matcher(text).results().toList();
        if (words.isEmpty()) {
            return text;
        }
        var word = words.get(random.nextInt(words.size()));
        var at = word.start() + 1 + random.nextInt(word.group().length() - 2);
        var before = text.substring(0, at);
        var letter = text.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 -> before + text.substring(at + 1);
            case 1 -> before + letter + text.substring(at);
            case 2 -> before + text.charAt(at + 1) + letter + text.substring(at + 2);
            default -> before + KEYS.charAt(random.nextInt(KEYS.length())) + text.substring(at + 1);
        };
    }
}
