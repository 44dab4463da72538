package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Context;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people say around what they say in a conversation, left away: "ok good. Tuesday instead", "again with a reason: …";
 * and a choice in the form of a statement, "RStudio it is", as what is chosen.
 */
public final class Rephrased {
    private static final Pattern ACKNOWLEDGED = Pattern.compile(
            "(?i)^\\W{0,5}(?:(?:ok(?:ay)?|alright|all right|good|great|cool|perfect|nice|thanks|thank you|fine|right|h+m+|ah|oh|ouch|argh|i see|got it|makes sense|fair enough)\\b[ ,]{0,3}){1,4}[.!;:–-]{1,3}\\s+(?=\\S+\\s+\\S)");
    private static final Pattern AGAIN = Pattern.compile(
            "(?i)^\\W{0,5}(?:(?:and|ok|okay|so|then)\\W{1,3}){0,2}(?:again|once more|one more time|(?:a )?(?:second|another|next) (?:try|attempt))"
                    + "(?:,? (?:but )?(?:this time |now )?with (?:a |the |my )?(?:reason|purpose|explanation|justification)(?: (?:added|now|this time))?)?\\s{0,2}[:–-]\\s+(?=\\S+\\s+\\S)");
    private static final Pattern CHOSEN = Pattern.compile(
            "(?i)^(\\W{0,5}(?:(?:ok(?:ay)?|alright|fine|right|so|then|well)\\W{1,3}){0,2})(?:the )?([\\p{L}\\d][\\p{L}\\d.-]{0,29}(?: [\\p{L}\\d.-]{1,20}){0,2}) it is(?: then)?(?=[\\s]{0,3}(?:[,.;:!–-]|$))");

    /** How large and how long may stand in a sentence of their own. */
    private static final Pattern SENTENCE = Pattern.compile("^\\s{0,3}[.;!–-]\\s+(?=\\S)");

    private Rephrased() {}

    /** @param find what is recognised in a text */
    public static String of(String text, Context context, Function<String, Found> find) {
        String own = context instanceof Context.Last
                ? AGAIN.matcher(ACKNOWLEDGED.matcher(text).replaceFirst("")).replaceFirst("")
                : text;
        var chosen = CHOSEN.matcher(own);
        if (!chosen.find()) {
            return own;
        }
        var thing = Stream.of(chosen.group(2), chosen.group(2) + " environment")
                .filter(each -> names(find.apply("use " + each)))
                .findFirst();
        // The name alone: what was chosen in so many words only is shown, where something was said before.
        var rest = SENTENCE.matcher(own.substring(chosen.end())).replaceFirst(", ");
        return thing.map(name -> chosen.group(1) + name + rest).orElse(own);
    }

    private static boolean names(Found found) {
        return found.mentions().stream().anyMatch(mention -> mention.slot() == KnownSlot.PATH && mention.resolved());
    }
}
