package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Nearest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Known phrases in a text, word by word, the longest at each place; a plural s is let pass, and in words that are long
 * enough to stay unmistakable a slip of one letter.
 */
final class Phrases {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:[.'’-][\\p{L}\\p{N}_]+)*+(?:@[\\w.-]+)?");
    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");
    private static final int UNMISTAKABLE = 7;

    /** {@code name} is what the phrase stands for. */
    record Hit(String name, int start, int end) {}

    private final Map<String, String> names;
    private final Map<String, String> slips;
    private final Set<Integer> shapes = new HashSet<>();
    private final int longest;

    Phrases(Map<String, String> names) {
        this.names = Map.copyOf(names);
        this.slips = slips(names);
        names.keySet().forEach(phrase -> shapes.add(shape(phrase, phrase.length())));
        this.longest = names.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
    }

    static String bare(String word) {
        return POSSESSIVE.matcher(word).replaceFirst("");
    }

    /**
     * Each phrase with a letter left out, to be met by a mistyped one with a letter left out: distance one, no search.
     * Where two that mean different things meet it is nobody's, "", and stays so however many more come.
     */
    private static Map<String, String> slips(Map<String, String> names) {
        var slips = new HashMap<String, String>();
        names.forEach((phrase, name) -> {
            if (phrase.length() >= UNMISTAKABLE) {
                for (var i = 1; i < phrase.length(); i++) {
                    slips.merge(
                            phrase.substring(0, i) + phrase.substring(i + 1),
                            phrase,
                            (one, other) -> !one.isEmpty() && names.get(one).equals(names.get(other)) ? one : "");
                }
            }
        });
        return slips;
    }

    List<Hit> find(String lower) {
        var starts = new ArrayList<Integer>();
        var ends = new ArrayList<Integer>();
        var word = WORD.matcher(lower);
        while (word.find()) {
            starts.add(word.start());
            ends.add(word.end());
        }
        var hits = new ArrayList<Hit>();
        var at = 0;
        while (at < starts.size()) {
            var next = at + 1;
            for (var last = Math.min(starts.size(), at + longest) - 1; last >= at; last--) {
                var name = named(lower.substring(starts.get(at), ends.get(last)));
                if (name != null) {
                    hits.add(new Hit(name, starts.get(at), ends.get(last)));
                    next = last + 1;
                    break;
                }
            }
            at = next;
        }
        return hits;
    }

    private @Nullable String named(String phrase) {
        var exact = names.get(phrase);
        if (exact != null) {
            return exact;
        }
        var bare = bare(phrase);
        var singular = bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare + "s";
        var stripped = names.get(bare);
        if (stripped != null || names.containsKey(singular)) {
            return stripped != null ? stripped : names.get(singular);
        }
        // Nobody slips into another alphabet; a letter of one that looks alike is another name.
        var foreign = bare.chars().anyMatch(each -> each >= 0x80);
        return foreign || bare.length() < UNMISTAKABLE - 1 || bare.length() > 40 ? null : mistyped(bare);
    }

    /** First letter and length: what a slip leaves as it is, or changes by one. */
    private static int shape(String phrase, int length) {
        return phrase.charAt(0) * 64 + Math.min(63, length);
    }

    private @Nullable String mistyped(String written) {
        var near = shapes.contains(shape(written, written.length()))
                || shapes.contains(shape(written, written.length() - 1))
                || shapes.contains(shape(written, written.length() + 1));
        if (!near) {
            return null;
        }
        var missing = slips.get(written);
        if (missing != null && !missing.isEmpty() && !missing.equals(written + "s")) {
            return names.get(missing);
        }
        for (var i = 1; i < written.length(); i++) {
            var shorter = written.substring(0, i) + written.substring(i + 1);
            if (shorter.length() >= UNMISTAKABLE && names.containsKey(shorter)) {
                return names.get(shorter);
            }
            var phrase = slips.get(shorter);
            // A word that only ends in another letter is another word: "product" is not "produce".
            if (phrase != null && !phrase.isEmpty() && Nearest.distance(written, phrase) == 1) {
                return names.get(phrase);
            }
        }
        return null;
    }
}
