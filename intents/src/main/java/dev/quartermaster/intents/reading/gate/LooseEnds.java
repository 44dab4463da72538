package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.ClauseSplitter;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.text.UsualWords;
import dev.quartermaster.intents.reading.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Phrases of a request that stand by themselves or behind "for" and are in nothing that was understood, with a word that
 * requests rarely have: what it is for, what it is called, or something that nobody has thought of.
 */
final class LooseEnds {
    private static final Pattern PIECE = Pattern.compile("(?:(?!\\.(?:\\s|$)|:\\s|\\s[–—-]\\s)[^,;!?\\n()\\[\\]])+");
    private static final Pattern BEHIND = Pattern.compile(
            "\\b(?:for|about|regarding|called|named|(with(?= (?:the|an?|my|our|his|her|their|some) )|on|in|using)) (?!(?:(?:the|my|a) )?browser\\b)(?:(?:the|a|an|my|our|his|her|their|some) )?(?=([^,;:!?\\n()\\[\\]]{1,80}+))");
    /** No noun begins so. */
    private static final Pattern SPOKEN = Pattern.compile(
            "^\\s{0,9}+(?:thanks|thank|cheers|it|this|that|they|he|she|we|i|you|and|but|so|because|the middle|cheap\\w{0,6}|\\p{L}{1,18}ly(?=\\s{0,9}+$))\\b");

    private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{N}_.@/-])\\p{L}[\\p{L}\\p{N}'’/&-]{2,}");

    private static final int REACH = 200;
    private static final Pattern SENTENCE_END = Pattern.compile("[.;!?\\n](?=\\s|$)");
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:to|so|because|for(?! (?:\\d|an? |the next|one|two|three|half))|that|which|where|who|while)\\b");

    private LooseEnds() {}

    /** @param text in lower case. @param accounted what stands in a slot, was recognised, or is but a remark */
    static Stream<Words> in(String text, List<Clause> clauses, BitSet accounted) {
        var alone = PIECE.matcher(text)
                .results()
                .filter(piece -> accounted.get(piece.start(), piece.end()).isEmpty())
                .filter(piece -> ClauseSplitter.verbless(piece.group())
                        && !SPOKEN.matcher(piece.group()).lookingAt());
        var behind = BEHIND.matcher(text)
                .results()
                .filter(piece ->
                        !accounted.get(piece.start(2)) && (piece.group(1) == null || ofTheThing(text, piece.start())));
        return Stream.concat(
                        alone.map(piece -> new Words(piece.group(), piece.start(), piece.end())),
                        behind.map(piece -> until(text, piece, accounted)))
                .filter(piece -> asked(piece, clauses) && own(piece));
    }

    private static Words until(String text, MatchResult piece, BitSet accounted) {
        var next = accounted.nextSetBit(piece.start(2));
        return Words.in(text, piece.start(2), next < 0 ? piece.end(2) : Math.min(next, piece.end(2)));
    }

    /** Not of what it is for: "to deduplicate everything in our logs". */
    private static boolean ofTheThing(String text, int at) {
        var before = text.substring(Math.max(0, at - REACH), at);
        return !REASON.matcher(before.substring(SENTENCE_END
                        .matcher(before)
                        .results()
                        .mapToInt(MatchResult::end)
                        .max()
                        .orElse(0)))
                .find();
    }

    private static boolean own(Words piece) {
        return WORD.matcher(piece.text()).results().anyMatch(word -> !UsualWords.has(word.group()));
    }

    private static boolean asked(Words piece, List<Clause> clauses) {
        return clauses.stream()
                .filter(clause -> clause.start() < piece.end() && piece.start() < clause.end())
                .anyMatch(clause -> clause.form() == Form.ORDER || clause.form() == Form.VALUE);
    }
}
