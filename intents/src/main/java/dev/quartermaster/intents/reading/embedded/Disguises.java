package dev.quartermaster.intents.reading.embedded;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ways to write a sentence so that a person or a model reads it and a pattern does not. */
final class Disguises {

    private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}");
    private static final Pattern SPACED = Pattern.compile("(?<![\\p{L}\\d])(?:\\p{L}[ ._*-]){3,}\\p{L}(?![\\p{L}\\d])");
    private static final Pattern LEET = Pattern.compile("[a-z]*[013457@$!][a-z013457@$!]*[a-z][a-z013457@$!]*");
    private static final Pattern BASE64 = Pattern.compile("(?<![\\w+/=.:@-])[A-Za-z0-9+/]{20,}={0,2}(?![\\w+/=.:@-])");
    private static final Pattern TELLING =
            Pattern.compile("ignore|instruct|approve|prompt|system|polic|audit|admin|rules|pretend|jailbreak|override");
    private static final String LOOK_ALIKE = "аеорсухіѕԁɡοαν";
    private static final String LATIN = "aeopcyxisdgoav";

    private static final int MOST = 4_000;

    private Disguises() {}

    /** Compatibility forms folded, invisible characters out, the commonest look-alike letters as what they look like. */
    static String plain(String text) {
        var folded = INVISIBLE
                .matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("");
        // One letter may fold to eighteen; patterns look at no more than twice what is read.
        var plain = new StringBuilder(folded.substring(0, Math.min(MOST, folded.length())));
        for (var i = 0; i < plain.length(); i++) {
            var at = LOOK_ALIKE.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, LATIN.charAt(at));
            }
        }
        return plain.toString();
    }

    /** Other readings of a text in lower case; only those that differ and speak of what attacks are about. */
    static Stream<String> undone(String said) {
        var spaced = SPACED.matcher(said).replaceAll(found -> found.group().replaceAll("[ ._*-]", ""));
        var leet = LEET.matcher(said).replaceAll(found -> unleet(found.group()));
        var rotated = new StringBuilder();
        said.chars()
                .forEach(each ->
                        rotated.append((char) (each >= 'a' && each <= 'z' ? (each - 'a' + 13) % 26 + 'a' : each)));
        return Stream.of(
                        spaced,
                        leet,
                        rotated.toString(),
                        new StringBuilder(said).reverse().toString())
                .filter(each -> !each.equals(said) && TELLING.matcher(each).find());
    }

    private static String unleet(String word) {
        return word.replace('0', 'o')
                .replace('1', 'i')
                .replace('!', 'i')
                .replace('3', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't');
    }

    /** A sentence in base64: nobody who wants an environment writes one. */
    static boolean hidden(String text) {
        return BASE64.matcher(text).results().anyMatch(found -> isSentence(found.group()));
    }

    private static boolean isSentence(String encoded) {
        try {
            var decoded = new String(Base64.getDecoder().decode(encoded), StandardCharsets.US_ASCII);
            return decoded.matches("[\\x20-\\x7e\\n]+") && decoded.contains(" ");
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
