package dev.quartermaster.intents.reading.clauses;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.Locale;
import java.util.regex.Pattern;

/** A clause that begins with what it is about: "rstudio until Friday". */
public final class NounPhrase {

    private static final Pattern BEFORE = Pattern.compile(
            "^\\W*(?:(?:please|pls|plz|hi|hey|hello|ok|also|and|need|want|wanna|like|get|give|gimme|launch|start|can|could|have|i|we|me|us|d|would|an?|one|small|medium|large|big|now|some)\\W+){0,8}$");

    private NounPhrase() {}

    /** Whether a thing of that kind is what a text begins with, but for an article, a wish and a please. */
    public static boolean begins(Found found, KnownSlot slot) {
        return found.first(slot)
                .filter(named -> named.resolved()
                        && BEFORE.matcher(found.text()
                                        .substring(0, named.words().start())
                                        .toLowerCase(Locale.ROOT))
                                .matches())
                .isPresent();
    }
}
