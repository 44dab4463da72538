package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What was said before with its name spelt anew ("typo: smartmeters"), or for whoever speaks after all ("put it on me"), or not at all any more. */
final class Retold {
    private static final Pattern TYPO = Pattern.compile("\\b(?:typo|misspel\\w+|mistyped|spelling)\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\d][\\p{L}\\d_-]{2,60}");
    private static final double ALIKE = 0.5;
    private static final Pattern ON_ME = Pattern.compile(
            "\\b(?:put|make|do|get|have|take) (?:it|that|this) (?:on|for|under|in|to) (?:me|myself|my (?:own )?name)\\b|\\bi mean me\\b"
                    + "|^\\W*(?:(?:ok|then|so|no|sorry|and|rather|just)\\W+){0,3}(?:for|to) (?:me|myself)(?: (?:then|instead|rather|please))*\\W*$");

    /** "Forget the returns, don't need them": one of several that were asked for. */
    private static final Pattern DROPPED = Pattern.compile(
            "(?i)^\\W*(?:(?:ok|okay|oh|ah|actually|sorry|and|but|no|h+m+|wait)\\W{1,3}){0,3}(?:forget|scrap|skip|never ?mind|leave out)(?: about)? (?:the|my|that|those)"
                    + " ((?:[\\w.-]{1,30} ){0,2}?[\\w.-]{1,30}?)(?: (?:one|request|access|thing|part|bit))?"
                    + "(?:[,;.]? ((?:(?:i|we) )?(?:do not|don['’]?t|no longer|won['’]?t) (?:need|want) (?:it|them|that|those|one)|not needed)|[,;.]? (?:after all|please|pls|for now|any ?more|changed my mind|now))*\\W*$");

    /** Low enough that it is confirmed first. */
    private static final double DOUBTED = 0.5;

    private final Candidate last;

    Retold(Candidate last) {
        this.last = last;
    }

    /** @param named whether words name something of ours */
    static Optional<Candidate> dropped(String text, Predicate<String> named) {
        var dropped = DROPPED.matcher(text);
        return dropped.matches() && (dropped.group(2) != null || named.test(dropped.group(1)))
                ? Optional.of(new Candidate(
                        Verb.WITHDRAW,
                        Map.of(KnownSlot.TARGET, new Slot(dropped.group(1), dropped.group(1), true)),
                        DOUBTED))
                : Optional.empty();
    }

    /** @param said in lower case */
    Optional<Candidate> of(String said) {
        return last.verb().opens() ? renamed(said).or(() -> mine(said)) : Optional.empty();
    }

    private Optional<Candidate> renamed(String said) {
        var name = last.slots().get(KnownSlot.NAME);
        var typo = TYPO.matcher(said);
        if (name == null || !typo.find()) {
            return Optional.empty();
        }
        var before = name.value().toString();
        return WORD.matcher(said.substring(typo.end()))
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.equals(before) && Nearest.likeness(word, before) >= ALIKE)
                .max(Comparator.comparingDouble(word -> Nearest.likeness(word, before)))
                .map(word -> with(KnownSlot.NAME, new Slot(word, word, true)));
    }

    private Optional<Candidate> mine(String said) {
        if (!ON_ME.matcher(said).find()) {
            return Optional.empty();
        }
        var slots = new LinkedHashMap<>(last.slots());
        slots.remove(KnownSlot.GRANTEE);
        return Optional.of(new Candidate(last.verb(), slots, 0.9));
    }

    private Candidate with(SlotName name, Slot slot) {
        var slots = new LinkedHashMap<>(last.slots());
        slots.put(name, slot);
        return new Candidate(last.verb(), slots, 0.95);
    }
}
