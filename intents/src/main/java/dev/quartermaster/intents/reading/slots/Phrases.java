package dev.quartermaster.intents.reading.slots;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Known phrases in a text, word by word, the longest at each place; a plural s is let pass. */
final class Phrases {

    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+(?:[.'’-][\\p{L}\\p{N}_]+)*(?:@[\\w.-]+)?");

    /** {@code name} is what the phrase stands for. */
    record Hit(String name, int start, int end) {}

    private final Map<String, String> names;
    private final int longest;

    Phrases(Map<String, String> names) {
        this.names = Map.copyOf(names);
        this.longest = names.keySet().stream()
                .mapToInt(phrase -> phrase.split(" ").length)
                .max()
                .orElse(0);
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
        var bare = phrase.replaceFirst("['’]s$", "");
        var singular = bare.endsWith("s") ? bare.substring(0, bare.length() - 1) : bare + "s";
        var stripped = names.get(bare);
        return stripped != null ? stripped : names.get(singular);
    }
}
