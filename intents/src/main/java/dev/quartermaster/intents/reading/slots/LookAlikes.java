package dev.quartermaster.intents.reading.slots;

import com.ibm.icu.text.SpoofChecker;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import java.text.Normalizer;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Words that look like a known name and are not written with its letters. Whoever they mean is nobody we know: they are
 * kept as a name that is asked about, so that neither the one they look like nor the asker is taken instead. Immutable.
 */
final class LookAlikes {
    private static final SpoofChecker CHECKER =
            new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE).build();
    private static final Pattern ADDED = Pattern.compile("[\\p{M}\\p{Cf}]");
    private static final Set<KnownSlot> NAMED = EnumSet.of(KnownSlot.PERSON, KnownSlot.TEAM, KnownSlot.DATASET);
    private static final Set<Integer> WITHIN = Set.of(
            (int) Character.NON_SPACING_MARK,
            (int) Character.ENCLOSING_MARK,
            (int) Character.COMBINING_SPACING_MARK,
            (int) Character.FORMAT);
    /** Longer than any name; what is written to cost is not looked through. */
    private static final int LONGEST = 80;

    private final Set<String> skeletons;

    LookAlikes(Collection<String> names) {
        this.skeletons = names.stream().map(CHECKER::getSkeleton).collect(Collectors.toUnmodifiableSet());
    }

    /** The word at a place, with whatever was added to it, where it looks like a name and is none; empty: it does not. */
    Optional<Words> at(String text, int start, int end) {
        var whole = whole(text, start, end);
        return resembles(whole.text()) ? Optional.of(whole) : Optional.empty();
    }

    private boolean resembles(String word) {
        if (word.length() > LONGEST || word.chars().allMatch(each -> each < 0x80)) {
            return false;
        }
        var folded = Normalizer.normalize(word, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        var bare = ADDED.matcher(Normalizer.normalize(folded, Normalizer.Form.NFKD))
                .replaceAll("");
        return Stream.of(word, folded, bare).map(CHECKER::getSkeleton).anyMatch(skeletons::contains);
    }

    /** A name found within a longer run of letters that are not all ASCII is only a part of what was written. */
    static Mention whole(String text, Mention mention) {
        if (!NAMED.contains(mention.slot()) || mention.value().equals("mine")) {
            return mention;
        }
        var words = whole(text, mention.words().start(), mention.words().end());
        return words.text().length() == mention.words().text().length()
                ? mention
                : new Mention(mention.slot(), words.text(), words, false);
    }

    static Words whole(String text, int start, int end) {
        var first = start;
        while (first > 0
                && start - first < LONGEST
                && (inWord(text.codePointBefore(first)) || joins(text, first - 1))) {
            first -= Character.charCount(text.codePointBefore(first));
        }
        var last = end;
        while (last < text.length() && last - end < LONGEST && (inWord(text.codePointAt(last)) || joins(text, last))) {
            last += Character.charCount(text.codePointAt(last));
        }
        var added = text.substring(first, start) + text.substring(end, last);
        return added.chars().allMatch(each -> each < 0x80)
                ? new Words(text.substring(start, end), start, end)
                : new Words(text.substring(first, last), first, last);
    }

    /** A point within a name, and not at a sentence's end. */
    private static boolean joins(String text, int at) {
        return ".-_".indexOf(text.charAt(at)) >= 0
                && at > 0
                && at + 1 < text.length()
                && inWord(text.codePointBefore(at))
                && inWord(text.codePointAt(at + 1));
    }

    private static boolean inWord(int each) {
        return Character.isLetterOrDigit(each) || WITHIN.contains(Character.getType(each));
    }
}
