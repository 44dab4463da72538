package dev.quartermaster.intents.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A yes or a no to a waiting request, from words alone: no score ever makes one. {@link #said} is what somebody seems to
 * say, for a reading to be shown; only {@link #unmistakable} may decide, and it wants nothing but the word, thanks, and
 * for a no its reason. A yes with any condition, limit or change is none: it would approve something else than was asked.
 */
public final class DecisionWords {

    private static final String LEAD =
            "^\\W*(?:(?:yes|yep|yeah|yup|aye|ok|okay|sure|fine|please|pls|hi|thanks|right|all right|alright|great|cool|looks"
                    + " (?:good|fine|ok)(?: to me)?|that['’]s (?:fine|ok)|fine (?:with|by) me|ok by me|so|i|i['’]?m|i am|i['’]?ve|we|we['’]?re|hereby|can|am|['’]m"
                    + "|have|['’]ve|happy to|glad to|have to|as (?:the )?[\\w-]+ owner(?: of [\\w.*]+)?|as (?:the |a"
                    + " )?(?:manager|sponsor|platform lead|owner|deputy)|sorry|no|afraid)[\\s,.!:;–-]+){0,60}";
    private static final String APPROVE = "ap+r+o*v+e*d?";
    private static final Pattern YES = Pattern.compile(LEAD
            + "(?:(?:" + APPROVE + "|approv(?:es|ing))\\b|granted\\b|grant"
            + " (?:it|this|that|them)\\b|(?:request|permission|access) (?:is"
            + " )?(?:granted|approved)\\b|consent\\b|agree"
            + " (?:to|with)\\b|lgtm\\b|\\+1(?![\\w.])(?!\\s?(?:week|day|hour|hr|month|more|gpu|worker|node|core|min|h\\b|d\\b|w\\b))"
            + "|👍|:\\+1:|:thumbsup:|:white_check_mark:|:heavy_check_mark:|✅|✔|☑|sign(?:ed|ing)?[ -]off\\b|accept(?:ed)?\\b(?:"
            + " (?:it|this|the request))?|allow (?:it|this|the request)|green-?light(?:ed)?|(?:you can )?go ahead\\b"
            + "|you have my (?:approval|ok|yes|blessing|consent)|has my (?:approval|ok|yes|blessing|consent))");
    private static final Pattern NO = Pattern.compile(LEAD
            + "(?:den(?:y|ied|ying)\\b|re?je?c?t(?:ed|ing)?\\b|declin(?:e|ed|ing)\\b|refus(?:e|ed|ing)\\b|veto(?:ed)?\\b|disapprove[d]?\\b|not"
            + " (?:approved|granted|approving|this time|happening|signing)\\b|(?:do not|don['’]?t|dont|can['’]?t|cannot|won['’]?t|will"
            + " not|shan['’]?t|not going to|not able to|unable to)(?: be)? (?:approv|grant|accept|allow|sign|let this)\\w*|turn(?:ed|ing)? (?:it"
            + " |this |that )?down\\b|-1(?![\\w.])|👎|:-1:|:thumbsdown:|:x:|❌|hold off\\b|not yet\\b|that['’]s a no\\b|no (?:way|chance|go|from"
            + " me)\\b|nope\\b|nah\\b)");
    private static final Pattern BARE_NO =
            Pattern.compile("^\\W*(?:no|nope|nah|sorry,? no)\\s*(?:$|[.,;:!–—-].*|(?:sorry|thanks|thank you)\\b.*)");
    /** "No, the full ten is ok. Approved": a no to what was said before, and a yes to what waits. */
    private static final Pattern AGREES_AFTER_ALL = Pattern.compile(
            "^\\W*(?:no|nope|nah)\\b.*(?<!\\bnot )(?<!\\bcannot )(?<!n['’]t )(?<!\\bn[eo]ver )\\b(?:" + APPROVE
                    + "|granted|lgtm|go ahead|yes|(?:is|are|it['’]?s|that['’]?s) (?:ok|okay|fine|good))\\b|👍|✅");

    private static final Pattern NOT_OURS = Pattern.compile(
            "\\b(?:holidays?|annual leave|sick leave|(?:mat(?:ernity)?|pat(?:ernity)?|parental) leave|my leave|vacation|pto"
                    + "|expenses?|travel|trip|pull request|merge request|\\bpr\\b|\\bmr\\b|invite|invitation|meeting|timesheets?|sick|everything"
                    + "|all (?:pending|waiting|open|the) |every request|everyone|salary|contract|pay ?raise|friend request|cookies|invoices?"
                    + "|purchase order|overtime|time off|days off|mortgage|loan|refunds?|reimbursement)\\b");
    private static final Pattern HEDGED = Pattern.compile(
            "\\b(?:if|unless|when|once|after|as soon as|maybe|perhaps|should i|would|did|has|have you|might|who|why|what|how)\\b|\\?\\s*$");
    /** Whatever makes a yes a yes to something else, or to one of several. */
    private static final Pattern LIMITED =
            Pattern.compile("\\b(?:if|unless|when|once|after|before|as soon as|maybe|perhaps|but|only|until|till?|up"
                    + " to|max(?:imum)?|for (?:a|an|one|two|three|four|five|six|the)\\b|except|instead|without|provided|providing|as long as|so long"
                    + "|assuming|however|though|although|should|would|could|did|might|may|not|never|half|smaller|larger|bigger|other|less|fewer|reduced"
                    + "|more|temporar\\w+|trial|which|both|one of|first|second|either|former|latter|partial\\w*|some|rather|read|write|with|using|uses?"
                    + "|deny|denied|reject\\w*|decline\\w*|refuse\\w*|no|can['’]t|don['’]t|won['’]t|later|tomorrow|next|soon|then|small|medium|large"
                    + "|week|weeks|day|days|hour|hours|month|months|minutes)\\b|n['’]t\\b|[?%\\d]");

    private static final Pattern LIMITED_NO = Pattern.compile(
            "\\b(?:if|unless|until|till|but|except|(?:the )?other one|maybe|perhaps|for now|yet|approve the|before|once|hold off|pending)\\b|\\?");
    private static final Pattern TONE = Pattern.compile(":skin-tone-\\d:|[\\x{1F3FB}-\\x{1F3FF}\\x{FE0F}]");
    private static final Pattern AGREES = Pattern.compile(
            "\\W{0,5}(?:(?:ok(?:ay)?|yes|yep|yeah|yup|sure|fine|good|all right|alright|of course|go|do it|go for it|why not|no objections?|by me|with me|to me|please|thanks|looks good|👌|:ok_hand:)\\W{0,5}){1,4}");
    private static final int LONGEST = 160;

    private DecisionWords() {}

    /** @param waiting whether it was said in the thread of exactly one waiting request, where a bare no is one */
    public static Optional<Verb> said(String text, boolean waiting) {
        var said = plain(text);
        if (aboutOthers(said)) {
            return Optional.empty();
        }
        if (NO.matcher(said).find() || waiting && BARE_NO.matcher(said).find()) {
            return AGREES_AFTER_ALL.matcher(said).find() || YES.matcher(said).find()
                    ? Optional.empty()
                    : Optional.of(Verb.DENY);
        }
        return YES.matcher(said).find() && !HEDGED.matcher(said).find() ? Optional.of(Verb.APPROVE) : Optional.empty();
    }

    /** The decision these words are, whatever a reader made of them; empty: nothing that may decide. */
    public static Optional<Verb> unmistakable(String text) {
        var said = plain(text);
        if (said.length() > LONGEST) {
            return Optional.empty();
        }
        return said(text, true)
                .filter(verb -> verb == Verb.DENY
                        ? !LIMITED_NO.matcher(said).find()
                        : !LIMITED.matcher(YES.matcher(said).replaceFirst(" ")).find());
    }

    /** A word that may be a yes, or no more than that it was read: "ok", "fine". */
    public static boolean agrees(String text) {
        return AGREES.matcher(plain(text)).matches();
    }

    /** A word of decision about what is not ours: somebody's holiday, or everything at once. */
    public static boolean aboutOthers(String text) {
        return NOT_OURS.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private static String plain(String text) {
        return TONE.matcher(text.toLowerCase(Locale.ROOT).strip()).replaceAll("");
    }
}
