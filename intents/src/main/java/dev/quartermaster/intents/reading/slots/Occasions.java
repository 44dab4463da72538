package dev.quartermaster.intents.reading.slots;

import java.util.List;
import java.util.regex.Pattern;

/** Ways to say in passing what something is for, of which none says so: each pattern's group is what. */
final class Occasions {
    private static final String REST = "([^,;:?!()<>\\n]+)";
    private static final String START = "(?:^|[,.;:!?–—-] ?|\\b(?:as|since|cos|because|so|and) )";

    /** {@code somewhere to push my thesis code}, {@code a place to put 40 gigs of scans}. */
    private static final Pattern KEPT = Pattern.compile(
            "\\b(?:somewhere|place|space|room|bucket|storage|repo|repository)\\b[^,;.\\n]{0,20}?\\b(?:push|put|keep|dump|store|park|drop|upload|save|stash|collect)"
                    + " (?:(?:about|around|roughly|some|up to|approximately) )?(?:(?:\\d[\\d.]*|" + Counts.WORDS
                    + "|a|half a) ?-?(?:gb|gib|gigs?|gigabytes?|g|tb|terabytes?|mb)\\b (?:of )?)?" + REST);

    private static final Pattern BECAUSE_OF = Pattern.compile(
            "\\b(?:as part of|in connection with|due to|owing to|on account of|in support of|in preparation (?:for|of)|in the context of|ahead of|regarding|concerning) "
                    + REST);
    /** {@code our brake wear study is stuck}, {@code the pricing work begins}. */
    private static final Pattern NEEDY = Pattern.compile(START
            + "(?:our|my|their|this) ((?:[\\w'’&-]{1,30} ){1,4}?" + Purposes.NOUN
            + ")(?= (?:is|are|was|has|have|needs?|begins?|starts?|keeps?|wants?|requires?|must|will|got|stalls?)\\b)");
    /** {@code we investigate double charged tickets}. */
    private static final Pattern WE = Pattern.compile(
            START
                    + "(?:we|i|she|he|they)(?: (?:also|just|currently|must|gotta|have got to|have to|need to))? ((?:investigat|reconcil|analy[sz]|compar|forecast|evaluat|search|look (?:after|into)|rebuild"
                    + "|train|prepar|measur|monitor|track|validat|review|audit|teach|calibrat|scor|predict|estimat|migrat|clean|label|segment|simulat|optimi[sz]"
                    + "|refactor|rewrit|develop|design|chas|count|correct|fix|patch|repair|mend|summari[sz])(?:e|es|s)?\\b [^,;:?!()<>\\n]+)");

    /** What a model is taught with, or looks things up in. */
    private static final Pattern TAUGHT =
            Pattern.compile("\\b(?:rag|retrieval|vector ?(?:store|db)|q?lora|fine-?tun\\w*|peft|tune)\\b");

    private static final Pattern WITH =
            Pattern.compile("\\b(?:on (?=(?:our|my|their|the)\\b)|over (?!the (?:week|next|coming)))" + REST);

    private Occasions() {}

    /** Those that may be said in a text, in lower case, the plainest first. */
    static List<Pattern> in(String lower) {
        return TAUGHT.matcher(lower).find()
                ? List.of(KEPT, WE, BECAUSE_OF, NEEDY, WITH)
                : List.of(KEPT, WE, BECAUSE_OF, NEEDY);
    }
}
