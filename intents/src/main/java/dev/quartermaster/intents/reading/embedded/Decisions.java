package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Verb;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A yes or a no to a waiting request, from unmistakable words alone: no score ever makes one. Where words fit both, or
 * are about something that is not ours to approve, there is none.
 */
final class Decisions {

    private static final String LEAD =
            "^(?:(?:yes|yep|yeah|ok|okay|sure|fine|please|pls|hi|thanks|right|all right|looks good(?: to"
                    + " me)?|that['’]s fine|fine with me|fine by me|ok by me|so|i|we|hereby|can|am|['’]m|happy to|glad"
                    + " to|have to|as (?:the )?[\\w-]+ owner(?: of [\\w.]+)?|as (?:the |a )?(?:manager|sponsor|platform"
                    + " lead|owner|deputy)|sorry|no)[\\s,.!:;–-]+)*";
    private static final Pattern YES = Pattern.compile(LEAD
            + "(?:approv(?:e|ed|es|ing)\\b|granted\\b|grant"
            + " (?:it|this|that|them)\\b|(?:request|permission|access) (?:is"
            + " )?(?:granted|approved)\\b|consent\\b|agree"
            + " (?:to|with)\\b|lgtm\\b|\\+1(?![\\w.])|👍|:\\+1:|:thumbsup:|:white_check_mark:|✅|sign(?:ed|ing)?["
            + " -]off\\b|accept(?:ed)?\\b(?: (?:it|this|the request))?|allow (?:it|this|the"
            + " request)|green-?light|go ahead\\b|you can go ahead\\b|you have my (?:approval|ok|yes))");
    private static final Pattern NO = Pattern.compile(LEAD
            + "(?:den(?:y|ied|ying)\\b|reject(?:ed|ing)?\\b|declin(?:e|ed|ing)\\b|refus(?:e|ed|ing)\\b|veto(?:ed)?\\b|disapprove[d]?\\b|not"
            + " (?:approved|granted|this time)\\b|(?:do not|don['’]?t|can['’]?t|cannot|won['’]?t|will not)"
            + " (?:approve|grant|accept|allow|sign)|turn(?:ed|ing)? (?:it |this |that"
            + " )?down\\b|-1(?![\\w.])|👎|:-1:|:thumbsdown:|:x:|❌|hold off\\b|that['’]s a no\\b)");
    private static final Pattern BARE_NO = Pattern.compile("^(?:no|nope)\\b(?!.*\\?)");
    private static final Pattern NOT_OURS =
            Pattern.compile("\\b(?:holidays?|leave|vacation|pto|expenses?|travel|trip|pull request|merge"
                    + " request|\\bpr\\b|\\bmr\\b|invite|invitation|meeting|timesheet|sick|everything|all"
                    + " (?:pending|waiting|open|the) |every request|everyone|salary|contract|raise|friend"
                    + " request|cookies)\\b");
    private static final Pattern HEDGED = Pattern.compile(
            "\\b(?:if|unless|when|once|after|as soon as|maybe|perhaps|should i|would|did|has|might)\\b|\\?\\s*$");

    private Decisions() {}

    /** @param waiting whether it was said in the thread of exactly one waiting request, where a bare no is one */
    static Optional<Verb> in(String text, boolean waiting) {
        var said = text.toLowerCase(Locale.ROOT).strip();
        if (aboutOthers(said)) {
            return Optional.empty();
        }
        if (NO.matcher(said).find() || waiting && BARE_NO.matcher(said).find()) {
            return YES.matcher(said).find() ? Optional.empty() : Optional.of(Verb.DENY);
        }
        return YES.matcher(said).find() && !HEDGED.matcher(said).find() ? Optional.of(Verb.APPROVE) : Optional.empty();
    }

    /** A word of decision about what is not ours: somebody's holiday, or everything at once. */
    static boolean aboutOthers(String said) {
        return NOT_OURS.matcher(said.toLowerCase(Locale.ROOT)).find();
    }
}
