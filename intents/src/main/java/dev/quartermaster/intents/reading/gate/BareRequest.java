package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.clauses.FormWords;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A message that asks without a verb: it names what is wanted, and perhaps how much of it. */
record BareRequest(String text, Found found, List<Clause> clauses) {
    private static final Pattern NEW = Pattern.compile(
            "(?i)\\W*+(?:(?:hi|hey|hello|ok|okay|and|also|then|now|next|please|pls|plz|just|an?|one|some|new|fresh|tiny|small|medium|large|big|quick)\\b\\W*+){0,12}");
    private static final Pattern POLITE = Pattern.compile("(?i)\\b(?:please|pls|plz)\\b");
    /** Complaints, thanks, reports of what others say and have: then a noun said first asks for nothing. */
    private static final Pattern UNEASY =
            Pattern.compile(FormWords.FEELING.stream().sorted().collect(Collectors.joining("|", "\\b(?:", ""))
                    + "|thanks|thank"
                    + " you|cheers|says?|said|told|asked|wrote|if|when|would|maybe|might|yesterday|ago|last|already|again|went|was|were|died|took|had|never|not|no(?!"
                    + " \\p{L}+s\\b)|none|cost|costs|too)\\b|n't\\b");
    /** "Small is enough", "2 hours will do". */
    private static final Pattern SUFFICES = Pattern.compile(
            "(?i)^\\W*+[^.!?]{1,30}?(?:(?:is|are|'s) (?:fine|enough|ok|okay|plenty)|(?:will|would|should|'ll) (?:be"
                    + " (?:fine|enough|ok|plenty)|do|suffice))\\b");

    /** "Small is enough", said of what is asked for. */
    static boolean suffices(String clause) {
        return SUFFICES.matcher(clause).find();
    }

    /**
     * "A dbt environment for 2 hours please": politely, and a golden path named first, so that it is a request whatever
     * was said before. "The notebook's password please" is none.
     */
    boolean politelyNamed() {
        var said = text.toLowerCase(Locale.ROOT).replace('’', '\'');
        return POLITE.matcher(said).find()
                && !UNEASY.matcher(said).find()
                && !ContextReference.refers(said)
                && !text.strip().endsWith("?")
                && found.mentions().stream()
                        .filter(mention -> mention.slot() == KnownSlot.PATH && mention.resolved())
                        .map(mention -> text.substring(0, mention.words().start()))
                        .anyMatch(before -> NEW.matcher(before).matches());
    }

    /** Whether it names itself what is wanted, and so is no answer to anything. */
    boolean named() {
        return found.mentions().stream()
                .anyMatch(mention -> mention.resolved()
                        && (mention.slot() == KnownSlot.PATH || mention.slot() == KnownSlot.DATASET));
    }

    /** "RStudio please, 32 GB. Tidyverse is all I use": a bare request with an amount, and remarks that complain of nothing. */
    boolean clipped() {
        if (clauses.isEmpty()
                || clauses.getFirst().form() != Form.VALUE
                || clauses.stream()
                        .anyMatch(clause -> clause.form() == Form.FORBIDDEN || clause.form() == Form.QUESTION)) {
            return false;
        }
        var said = text.toLowerCase(Locale.ROOT);
        return !said.strip().endsWith("?")
                && !UNEASY.matcher(said).find()
                && clauses.stream().anyMatch(this::measured);
    }

    private boolean measured(Clause clause) {
        if (clause.form() != Form.VALUE && !suffices(clause.of(text))) {
            return false;
        }
        return found.times().stream().anyMatch(time -> clause.holds(time.words().start()))
                || found.mentions().stream()
                        .anyMatch(mention -> clause.holds(mention.words().start())
                                && (mention.value() instanceof Long
                                        || mention.slot().equals(KnownSlot.SIZE)))
                || POLITE.matcher(clause.of(text)).find();
    }
}
