package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.clauses.FormWords;
import dev.quartermaster.intents.reading.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What narrows a request and is understood by nobody: "only the uk rows", "EU only", "without pii", "but not the
 * customers". However usual its words are, without it more would be opened than was asked for.
 */
final class Restrictions {
    private static final String OBJECT = "((?:(?:the|any|my|our|all|other) )?"
            + "(\\p{L}[\\p{L}\\p{N}'_-]{0,30}+)(?: (?!(?:for|until|till|on|of|from|to|in|please|pls|because|so|and|or|but|with)\\b)[\\p{L}\\p{N}'_-]{1,30}+){0,3})";
    private static final Pattern BEFORE = Pattern.compile(
            "(?<![\\p{L}\\p{N}_-])(?:(only|just)|(?<!\\b(?:have|has|had|got|see|saw|is|are|there's|be|am|say|said|with) )no|without|except(?: for)?|excluding|but not|minus) "
                    + OBJECT);
    private static final Pattern BEHIND = Pattern.compile(
            "(?<![\\p{L}\\p{N}'_-])((?:(?!(?:for|until|till|on|of|from|to|in|and|or|but|with)\\b)[\\p{L}\\p{N}'_-]{1,30}+ ){0,2}+)(?<=([\\p{L}\\p{N}'_-]{1,30}) )only(?=\\s{0,3}+(?:$|[.,;!?)]|(?:please|pls|for|until|thanks|and)\\b))");

    /** After "only" and "just": no thing that one is restricted to. */
    private static final Set<String> LOOSE = FormWords.words(
            "a an i i'm im it it's its he she we they you me us my that this these those there here what how when where if because cause as so to for on in at"
                    + " until till from with by about like need needs needed want wants wanted use used uses got been one once now today tomorrow temporarily"
                    + " briefly wondering curious started starting asking wanna gonna have has had be is are was were do did does can could will would should"
                    + " might may shortly quick quickly small tiny little simple some few something anything enough not too after before in-case out time times thing things");

    /** What "no" and "without" say of nothing that is opened. */
    private static final Set<String> IDLE = FormWords.words(
            "rush hurry worries worry problem problems pressure stress need longer later more less matter idea doubt thanks thank offence offense"
                    + " delay fail hesitation further one other i i'm we you it it's that this wait sorry please make he she they sooner earlier way");

    /** "No ui needed" forbids none. */
    private static final Pattern SPARED = Pattern.compile("\\b(?:needed|required|necessary|involved)\\b");

    private Restrictions() {}

    /** @param text in lower case. @param used what stands in a slot or was recognised */
    static Stream<Words> in(String text, List<Clause> clauses, BitSet used) {
        var before = BEFORE.matcher(text)
                .results()
                .filter(said -> used.get(said.start(2), said.end(2)).isEmpty() && narrows(said))
                .filter(said -> holds(clauses, said));
        var behind = BEHIND.matcher(text)
                .results()
                .filter(said -> said.group(2) != null
                        && used.get(said.start(2), said.end(2)).isEmpty()
                        && !LOOSE.contains(said.group(2))
                        && !said.group(2).endsWith("ing"))
                .filter(said -> holds(clauses, said));
        return Stream.concat(before, behind).map(said -> new Words(said.group(), said.start(), said.end()));
    }

    private static boolean narrows(MatchResult said) {
        var word = said.group(3);
        return said.group(1) == null
                ? !IDLE.contains(word) && !SPARED.matcher(said.group()).find()
                : !LOOSE.contains(word) && !FormWords.tells(word) && !word.endsWith("ing") && !word.endsWith("ly");
    }

    /** In what is asked for, or as a piece of its own. */
    private static boolean holds(List<Clause> clauses, MatchResult said) {
        return clauses.stream()
                .filter(clause -> clause.start() < said.end() && said.start() < clause.end())
                .anyMatch(clause -> clause.form() == Form.ORDER
                        || clause.form() == Form.VALUE
                        || said.start() - clause.start() < 5);
    }
}
