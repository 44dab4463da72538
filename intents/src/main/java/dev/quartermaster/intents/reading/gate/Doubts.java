package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.ClauseList;
import dev.quartermaster.intents.reading.clauses.FormWords;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Words that speak against doing at once what was understood, whatever form they have. */
final class Doubts {
    private static final String IN_ALL =
            "I can keep it that much longer than now; name a day or a time if you mean when it ends.";
    private static final String NEGATIVE = "There is a minus before a length, and nothing can be made shorter.";
    private static final Pattern LESS_THAN_NOTHING = Pattern.compile(
            "(?:^|\\s)[-–−]\\d{1,9}(?:\\.\\d{1,3})? ?(?:h|d|w|m|min|mins|hours?|hrs?|days?|weeks?|months?|minutes?)\\b");
    private static final Pattern LESS = Pattern.compile("(?<!\\bor )\\b(?:less|fewer|shorter)\\b");
    private static final String SHORTER = "You speak of less, and nothing can be made shorter, so nothing is done yet.";
    /** "…? no thanks", "… nah": said last, it takes back what was said first. */
    private static final Pattern TAKEN_BACK = Pattern.compile(
            "(?<![\\p{L}\\p{N}-])(?:no|nope|nah|naw|never ?mind|nvm)(?:,? (?:thanks|thank you|thx|ta|cheers|sorry|wait|nope|no)){0,2}[\\s.!?…]{0,9}+$");

    private static final String REFUSED = "You say no at the end, so nothing is done yet.";
    private static final String BACKWARDS = "That would end before it begins, so nothing is done yet.";
    /** Whoever is to be given something: a word in this place is a person, whether or not we know them. */
    private static final Pattern WHOM = Pattern.compile(
            "(?i)\\b(?:give|let|allow|lend)\\s+((?:(?:the|my|our|an?) (?:new |old )?)?[\\p{L}][\\p{L}\\p{M}'’.-]{1,40})\\s+(?:read|write|access|view|query|have|use|to|an?)\\b");

    /** "Read on it to Agnieszka": whoever stands last, or before how long. */
    private static final Pattern TO_WHOM = Pattern.compile(
            "(?i)\\bto\\s+@?(\\p{L}[\\p{L}\\p{M}'’-]{1,40})(?=\\s*(?:$|\\.(?:\\s|$)|[,;!?)]|(?:for|until|till|please|pls|from|because|so|on|by)\\b))");

    private static final Pattern FOR_SOMEBODY = Pattern.compile(
            "(?i)\\bfor ((?:my|our|the|an?|another) (?:new |other )?(?:colleague|co-?worker|team ?mate|intern|student|trainee|boss|manager|assistant|contractor|hire|joiner)(?: (?!(?:for|until|till|to|from|on|with|and|who|please|pls|so)\\b)\\p{L}+)?)\\b(?!['’-])");
    /** A name, and where from: "for Agnieszka", "for Priya in billing" may be a person, or a customer. */
    private static final Pattern NAME =
            Pattern.compile("\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+)?(?: (?:in|from|at|and|&) .+)?");

    private static final Set<String> OWN = FormWords.words(
            "me us myself ourselves it this that my our the a an full read write access everyone everybody you");
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

    private static final Pattern LIKE_ANOTHER =
            Pattern.compile("(?i)\\b(?:just |exactly )?like (?:the|that|this) (?:one|other)s?\\b");
    private static final String COMPARED = "You compare it with something else, so nothing is done yet.";

    private static final String ONE_OR_MANY =
            "You have not said whether the GPUs are for one machine or for a cluster, so nothing is done yet.";

    /** One machine, or several. */
    private static final Pattern PLACE =
            Pattern.compile("(?i)\\b(?:box|machine|workstation|server|vm|cluster|nodes?|workers?|please|pls|plz)\\b");

    private Doubts() {}

    /** In one sentence; empty: none. @param all of the message: what one of them is for is no doubt of another */
    static Optional<String> of(String text, Candidate one, List<Candidate> all) {
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
        if (!one.verb().decides() && TAKEN_BACK.matcher(said).find()) {
            return Optional.of(REFUSED);
        }
        if (one.verb() == Verb.EXTEND && LESS.matcher(said).find()) {
            return Optional.of(SHORTER);
        }
        if (backwards(one)) {
            return Optional.of(BACKWARDS);
        }
        if (one.verb() == Verb.TRANSFER && !HANDED.matcher(text).find()) {
            return Optional.of(GIVEN_AWAY);
        }
        if (one.verb().opens() && LIKE_ANOTHER.matcher(text).find()) {
            return Optional.of(COMPARED);
        }
        if (guessed(text, one)) {
            return Optional.of(ONE_OR_MANY);
        }
        return nobody(text, one, all).map("I do not know who “%s” is, so this would be for you."::formatted);
    }

    private static boolean backwards(Candidate one) {
        return one.slots().get(KnownSlot.FROM) instanceof Slot from
                && one.slots().get(KnownSlot.UNTIL) instanceof Slot until
                && !one.slots().containsKey(KnownSlot.FOR)
                && before(until.value().toString(), from.value().toString());
    }

    /** Two moments as written in ISO 8601; of one day where either is a day alone, neither is before the other. */
    private static boolean before(String one, String other) {
        var shorter = Math.min(one.length(), other.length());
        return one.substring(0, shorter).compareTo(other.substring(0, shorter)) < 0;
    }

    /** Several GPUs stand in one machine or in several, and where no verb and no golden path is said nobody has said which. */
    private static boolean guessed(String text, Candidate one) {
        var path = one.slots().get(KnownSlot.PATH);
        var gpus = one.slots().get(KnownSlot.GPUS);
        return one.verb() == Verb.LAUNCH
                && path != null
                && path.words().strip().equals(text.strip())
                && gpus != null
                && gpus.value() instanceof Number many
                && many.intValue() > 1
                && !ClauseList.orders(text)
                && !PLACE.matcher(text).find();
    }

    /** Somebody it seems to be for that nobody is known by. */
    private static Optional<String> nobody(String text, Candidate one, List<Candidate> all) {
        var whom = WHOM.matcher(text)
                .results()
                .map(said -> said.group(1))
                .filter(said -> !OWN.contains(said.toLowerCase(Locale.ROOT)) && !given(said, all))
                .findFirst();
        if (whom.isPresent() || all.stream().anyMatch(each -> each.slots().containsKey(KnownSlot.GRANTEE))) {
            return whom;
        }
        if (!one.verb().opens()) {
            return Optional.empty();
        }
        var to = TO_WHOM.matcher(text)
                .results()
                .map(said -> said.group(1))
                .filter(said -> one.verb() == Verb.GRANT
                        && !OWN.contains(said.toLowerCase(Locale.ROOT))
                        && used(one).noneMatch(words -> words.contains(said.toLowerCase(Locale.ROOT))))
                .findFirst();
        var purpose = one.slots().get(KnownSlot.PURPOSE);
        var named = purpose != null
                && text.contains("for " + purpose.words())
                && NAME.matcher(purpose.words()).matches();
        return to.or(() -> FOR_SOMEBODY
                        .matcher(text)
                        .results()
                        .map(said -> said.group(1))
                        .findFirst())
                .or(() -> named ? Optional.of(purpose.words()) : Optional.empty());
    }

    private static boolean given(String whom, List<Candidate> all) {
        return all.stream()
                .flatMap(each -> Stream.ofNullable(each.slots().get(KnownSlot.GRANTEE)))
                .anyMatch(each -> each.words().toLowerCase(Locale.ROOT).contains(whom.toLowerCase(Locale.ROOT)));
    }

    private static Stream<String> used(Candidate one) {
        return one.slots().values().stream().map(slot -> slot.words().toLowerCase(Locale.ROOT));
    }

    /** "Make it two days" may mean so long in all, where an extension is so much longer. */
    private static boolean inAll(String said, Candidate one) {
        var length = one.slots().get(KnownSlot.FOR);
        return one.verb() == Verb.EXTEND
                && length != null
                && !length.words().isBlank()
                && Pattern.compile(
                                "\\b(?:from [\\w ]{1,20} to .*|(?:to|it|that|this|them|be) (?:about |around |just |only |a )?"
                                        + Pattern.quote(length.words().toLowerCase(Locale.ROOT)) + "|instead\\b)")
                        .matcher(said)
                        .find();
    }
}
