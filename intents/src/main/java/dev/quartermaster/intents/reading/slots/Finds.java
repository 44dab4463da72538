package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.people.CaseFolding;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was found in one text so far; patterns see it in lower case, spans are those of the text. */
final class Finds {

    /** Words that, standing just before, an article or two aside, change what a find means. */
    enum Before {
        NOT(
                "not|no|never|(?<!less )(?<!more )than|instead of|rather than|don['’]?t (?:need|want)|dont (?:need|want)|stuck (?:with|on)|only (?:have|got|has)|currently (?:have|has|on|at|using)|(?:have|has|had|got) only"),
        /** Things spoken of, not asked for. */
        AMID("between|among|across|of|from|my|these|those|both|our|his|her|their|all"),
        NO_SIZE("not|no|nothing|too|as|how|so(?! an? )|that|very|instead of|rather than"),
        /** One part of a cluster, sized apart from its workers. */
        HEAD("driver(?: node)?|head(?: node)?|master(?: node)?|coordinator"),
        DATA("file|csv|dataset|table|data|dump|extract|parquet|disk|storage|quota|volume|checkpoint|download");

        private final Pattern pattern;

        Before(String words) {
            this.pattern = Pattern.compile(
                    "\\b(?:" + words
                            + ")[ :=]*(?:(?:is|are|of|with|has|at|about|around|roughly|~) ?){0,2}(?:the |a |an )?(?:\\d{1,4}c?/)?$");
        }
    }

    private static final int LOOK_BACK = 28;

    private final String text;
    private final String lower;
    private final List<Mention> found = new ArrayList<>();

    Finds(String text) {
        this.text = text;
        this.lower = lower(text);
    }

    /** Spans must stay those of what was written, and no letter become one of another name. */
    static String lower(String text) {
        return CaseFolding.lower(text);
    }

    List<Mention> found() {
        return found;
    }

    boolean has(KnownSlot slot) {
        return found.stream().anyMatch(mention -> mention.slot() == slot);
    }

    /** Whether a match reaches into what was found for another slot: {@code 80GB} in {@code A100 80GB}. */
    boolean within(KnownSlot slot, Matcher match) {
        return found.stream()
                .filter(mention -> mention.slot() == slot)
                .anyMatch(mention -> mention.words().start() < match.end()
                        && match.start() < mention.words().end());
    }

    boolean about(Matcher match, Before words) {
        var before = lower.substring(Math.max(0, match.start() - LOOK_BACK), match.start());
        return words.pattern.matcher(before).find();
    }

    void all(Pattern pattern, Consumer<Matcher> use) {
        var match = pattern.matcher(lower);
        while (match.find()) {
            use.accept(match);
        }
    }

    void once(KnownSlot slot, @Nullable Object value, Matcher match) {
        if (value != null) {
            once(slot, value, match.start(), match.end());
        }
    }

    void once(KnownSlot slot, Object value, int start, int end) {
        if (!has(slot)) {
            found.add(new Mention(slot, value, Words.in(text, start, end), true));
        }
    }

    /** In small letters. */
    String between(int start, int end) {
        return lower.substring(start, end);
    }
}
