package dev.quartermaster.intents.reading.text;

import dev.quartermaster.prompts.Prompts;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words that many of the taught sentences have: whoever says one of them says nothing of what they work on. */
public final class UsualWords {

    /** Of the taught sentences; a word of fewer is of somebody's own matters. */
    private static final int MANY = 6;

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{N}'’/&-]*");
    private static final Set<String> USUAL = taught();

    private UsualWords() {}

    private static Set<String> taught() {
        Map<String, Integer> sentences = new HashMap<>();
        new Prompts()
                .utterances()
                .values()
                .forEach(each -> each.forEach(sentence -> WORD.matcher(sentence.toLowerCase(Locale.ROOT))
                        .results()
                        .map(MatchResult::group)
                        .map(UsualWords::plain)
                        .distinct()
                        .forEach(word -> sentences.merge(word, 1, Integer::sum))));
        return sentences.entrySet().stream()
                .filter(word -> word.getValue() >= MANY)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** @param word in lower case */
    public static boolean has(String word) {
        return USUAL.contains(plain(word));
    }

    private static String plain(String word) {
        return word.replace('’', '\'').replaceFirst("'s$", "");
    }
}
