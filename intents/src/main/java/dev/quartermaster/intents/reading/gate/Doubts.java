package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Verb;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that speak against doing at once what was understood, whatever form they have. */
final class Doubts {
    private static final String IN_ALL =
            "I can keep it that much longer than now; name a day or a time if you mean when it ends.";
    private static final String NEGATIVE = "There is a minus before a length, and nothing can be made shorter.";
    private static final Pattern LESS_THAN_NOTHING = Pattern.compile(
            "(?:^|\\s)[-–−]\\d{1,9}(?:\\.\\d{1,3})? ?(?:h|d|w|m|min|mins|hours?|hrs?|days?|weeks?|months?|minutes?)\\b");
    /** Whoever is to be given something: a word in this place is a person, whether or not we know them. */
    private static final Pattern WHOM = Pattern.compile(
            "(?i)\\b(?:give|let|allow|lend)\\s+([\\p{L}][\\p{L}\\p{M}'’.-]{1,40})\\s+(?:read|write|access|view|query|have|use|to|an?)\\b");

    private static final Set<String> OWN = FormWords.words(
            "me us myself ourselves it them this that my our the a an full read write access everyone everybody him her you");
    /** Said of what somebody else is to have instead: an access that is given beside one's own is none. */
    private static final Pattern HANDED = Pattern.compile(
            "(?i)\\b(?:transfer\\w*|hand(?:s|ing|ed)? .{0,60}?over|hand over|reassign\\w*|owners?|ownership"
                    + "|belongs?|in .{1,30}? name|tak(?:e|es|ing) .{0,30}?(?:over|on)|takes? my|inherits?"
                    + "|(?:give|pass|move|hand|leave|sign)\\b(?!.{0,80}\\b(?:access|read|write|rights?)\\b))");

    private static final String GIVEN_AWAY =
            "I am not sure that you want to give it away, so nothing is done yet. Somebody gets access beside you by /qm grant.";
    private static final Pattern HEDGED = Pattern.compile(
            "(?i)^\\W{0,9}(?:(?:hi|hey|hello|ok|okay|so|and|then|well|hm+)\\W{1,3}){0,3}(?:maybe|perhaps|possibly)\\b");
    private static final String MAYBE = "You said maybe, so nothing is done yet.";

    private Doubts() {}

    /** In one sentence; empty: none. */
    static Optional<String> of(String text, Candidate one) {
        var said = text.toLowerCase(Locale.ROOT);
        if (inAll(said, one)) {
            return Optional.of(IN_ALL);
        }
        if (HEDGED.matcher(text).find()) {
            return Optional.of(MAYBE);
        }
        if (LESS_THAN_NOTHING.matcher(said).find()) {
            return Optional.of(NEGATIVE);
        }
        if (one.verb() == Verb.TRANSFER && !HANDED.matcher(text).find()) {
            return Optional.of(GIVEN_AWAY);
        }
        return one.slots().containsKey(KnownSlot.GRANTEE) ? Optional.empty() : nobody(text);
    }

    private static Optional<String> nobody(String text) {
        var whom = WHOM.matcher(text);
        return whom.find() && !OWN.contains(whom.group(1).toLowerCase(Locale.ROOT))
                ? Optional.of("I do not know who “" + whom.group(1) + "” is, so this would be for you.")
                : Optional.empty();
    }

    /** "Make it two days" may mean so long in all, where an extension is so much longer. */
    private static boolean inAll(String said, Candidate one) {
        var length = one.slots().get(KnownSlot.FOR);
        return one.verb() == Verb.EXTEND
                && length != null
                && !length.words().isBlank()
                && Pattern.compile("\\b(?:(?:to|it|that|this|them|be) (?:about |around |just |only |a )?"
                                + Pattern.quote(length.words().toLowerCase(Locale.ROOT)) + "|instead\\b)")
                        .matcher(said)
                        .find();
    }
}
