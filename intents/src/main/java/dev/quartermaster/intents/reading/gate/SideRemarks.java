package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.Form;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a message says beside its request, and nobody wants done: how something came to be ("it failed at 06:00"), what is
 * not meant ("not 4823", "rather than today"), and the numbers of other people's files ("ticket INC0048213").
 */
final class SideRemarks {

    private static final Pattern REPORT = Pattern.compile(
            "\\b(?:is|was|are|were|am|has|had|have|im|i'm|isn't|wasn't|won't|it's|ended|failed|died|crashed|expired|expires|runs|ran|got"
                    + "|fell|keeps|kept|starts|started|stops|stopped)\\b|\\p{L}'s\\b");
    /** A remark with one of these may be part of what is wanted: "four days would do". */
    private static final Pattern WANTS = Pattern.compile(
            "\\b(?:fine|enough|ok|okay|do|plenty|good|great|should|would|could|can|may|might|must|need|needs|needed|needing|want|wants|like"
                    + "|please|pls|better|suffices?|works?|ideal|perfect|until|till|til)\\b");

    /** "Same as Iris has" says how it is to be. */
    private static final Pattern COMPARES =
            Pattern.compile("^\\W{0,9}+(?:and |but )?(?:the |just |exactly )?(?:same|like|as)\\b");

    private static final Pattern NOT_MEANT = Pattern.compile("\\b(?:rather than|instead of|not)"
            + "(?! (?:before|until|till|after|over|during|through|at|on|for|later|earlier|more|longer|less|only|on its own)\\b)"
            + "(?: (?:waiting|for|the|a|an|my|on|to|at))* [\\p{L}\\p{N}_.:-]+"
            + "(?: (?:gb|gpus?|cpus?|cores?|workers?|hours?|days?|weeks?|months?|am|pm|[athlv]\\d{1,3}s?)\\b)?");
    private static final Pattern FILE_NUMBER = Pattern.compile(
            "\\b(?:ticket|case|ref|reference|jira|incident|change|no)\\.?:? ?#?[\\p{L}\\p{N}/-]*\\d[\\p{L}\\p{N}/-]*"
                    + "|\\b(?!req-|lease-|env-)[a-z]{3,12}-?\\d{5,}\\b|\\((?!req-|lease-|env-)[a-z]{3,12}-\\d{2,}\\)");

    /** How much of something there is that is not ours to hand out. */
    private static final Pattern THEIR_NUMBERS =
            Pattern.compile("~?\\d[\\d,.]{0,12}(?:k|m|bn)?\\+? (?:million |thousand |[\\p{L}-]+ )?"
                    + "(?:tokens|pdfs|documents|docs|files|rows|policies|lines|pages|images|partitions|users|customers|people|records|events|messages|tables|columns|questions|tickets|orders|claims|letters|emails|calls|requests"
                    + " a)\\b");

    /** Who said what, and what somebody else does first. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b[\\p{L}'’]{2,30} (?:told|tells) (?:me|us)\\b|\\bbefore (?:the )?(?:lunch|standup|stand-up|breakfast|dinner|[\\p{L}'’]{2,30} (?:looks|sees|gets|leaves|notices|asks|comes|goes))\\b(?: at \\d{1,2}(?:[:.]\\d\\d)?(?: ?[ap]m)?)?");

    private SideRemarks() {}

    /** @param text in small letters, as the clauses were cut from it */
    static BitSet of(String text, List<Clause> clauses) {
        var asides = new BitSet(text.length());
        if (clauses.stream().anyMatch(clause -> clause.form() == Form.ORDER || clause.form() == Form.VALUE)) {
            for (var clause : clauses) {
                var end = Math.min(clause.end(), text.length());
                var said = text.substring(clause.start(), end).replace('’', '\'');
                if (clause.form() == Form.REMARK
                        && REPORT.matcher(said).find()
                        && !WANTS.matcher(said).find()
                        && !COMPARES.matcher(said).lookingAt()) {
                    asides.set(clause.start(), end);
                }
            }
        }
        NOT_MEANT.matcher(text).results().forEach(match -> asides.set(match.start(), match.end()));
        THEIR_NUMBERS.matcher(text).results().forEach(match -> asides.set(match.start(), match.end()));
        OTHERS.matcher(text).results().forEach(match -> asides.set(match.start(), match.end()));
        FILE_NUMBER.matcher(text).results().forEach(match -> asides.set(match.start(), match.end()));
        return asides;
    }
}
