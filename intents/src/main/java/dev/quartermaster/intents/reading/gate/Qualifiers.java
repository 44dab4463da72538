package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.clauses.Clause;
import dev.quartermaster.intents.reading.clauses.Form;
import dev.quartermaster.intents.reading.text.Words;
import java.util.BitSet;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that bind what is asked for and are no value by themselves: what is left out of it, which of several, how much in
 * no number, how often, for which group, as what else. In the words of a slot they are understood; elsewhere something else
 * than what was said would be done.
 */
final class Qualifiers {

    private static final String KINDS =
            "(?:leases?|things|stuff|environments?|envs?|clusters?|notebooks?|machines?|box(?:es)?|requests?|grants?|buckets?|jobs?)";

    /** "All my notebooks" is understood where the notebooks are. */
    private static final Pattern WHOLE =
            Pattern.compile("(?<![\\p{L}\\d])(?:all|every|each|both)(?: of)?(?: my| our| the)?(?: \\p{L}+)? " + KINDS
                    + "(?![\\p{L}\\d])");

    /** "With internet access": what it is to have besides. */
    private static final Pattern WITH = Pattern.compile(
            "(?<=(?<!working |dealing |help |helps |along |together )\\bwith )(?!me\\b|us\\b|it\\b|them\\b|the (?:same|usual)\\b)(?:the |an? |some |extra |big |lots of ){0,3}"
                    + "(?:internet|network|disk|ssd|storage|screen|monitors?|access|admin|root|sudo|backups?|password|licen[sc]es?|support|plugins?|packages?|libraries)\\b(?: \\p{L}+)?");

    private static final List<Pattern> ALL = Stream.of(
                    // what is left out
                    "(?:except(?: for)?|excluding|apart from|other than|all but|everything but)\\s+(?:the |my |on )?[\\p{L}\\d_.-]+(?: [\\p{L}\\d_.-]+)?",
                    // which of several
                    "(?:one|some|any|half|either|most|two|three) of (?:my|the|our|these|those|them)(?: [\\p{L}-]+){0,2}",
                    // how much
                    "(?:as (?:many|much)|enough|twice the|double the|plenty of|lots of|loads of|half (?:a|the)|a quarter of the) "
                            + "(?:memory|ram|mem|cores?|cpus?|workers?|executors?|nodes?|gpus?|storage|disk|vram)",
                    "as (?:little|cheap(?:ly)?|much|many|long|short) as (?:possible|you can)",
                    // how often
                    "(?:twice|thrice|(?:two|three|four|\\d{1,2}) times)",
                    "(?<=\\b(?:hours?|days?|minutes|mins|[\\dhd]) )(?:per|each|a) (?:day|week|month|night|morning|evening)",
                    "(?:nightly|daily|hourly|weekly|monthly)(?=\\s{0,3}(?:$|[.,;!?]|(?:at|from|for|until|please|pls|between)\\b))",
                    "(?<!\\bbusy )(?:weekdays|weekends|weeknights|(?:mon|tues|wednes|thurs|fri|satur|sun)days)",
                    "every (?:day|week|month|night|morning|evening|hour|weekday)",
                    // for which group
                    "(?:everyone|everybody|anyone|anybody|people|folks|all)(?: \\p{L}+)? (?:in|of|on|from) (?:the |my |our )?(?:\\p{L}+ )?(?:team|group|lab|ward|department|office|\\p{L}+)",
                    "(?:each|all|both|(?:the )?(?:two|three|four|five)) of us",
                    "(?:the|my|our) (?:whole|entire) (?:team|group|lab|department|class)",
                    "(?:to|for) (?:whoever|whomever|anyone|anybody|everyone|everybody)",
                    // when and where
                    "at (?:the|my|our) (?:usual|normal|same) (?:time|hour|place)",
                    "in (?:region|zone) [\\p{L}\\d-]+",
                    // as what else
                    "same (?:name|date|day|time|end|period|length|hours?|size|amount|number|purpose|reason)",
                    "(?:the )?(?:same|just) as (?!well|soon|quick|long|large|big|small|much|many)(?:for )?\\p{L}+(?: (?:has|have|had|got))?",
                    "(?<=\\bgive \\p{L}{2,20} )what(?:ever)? (?:i|we|he|she|they|\\p{L}+) (?:have|has|had|got)",
                    // in which hours only
                    "(?:only |just |but ){0,2}(?:during|in|within|outside(?: of)?) (?:the )?(?:office|working|business|opening|core|peak|night|daytime) hours",
                    "(?:only|just) (?:on|at|during|in|while|outside) (?:the )?(?:weekdays|weekends|nights?|mornings?|afternoons?|evenings?|daytime|day|\\p{L}+days)",
                    "like (?:the one|last time|before|yesterday|\\p{L}+['’]s)")
            .map(words -> Pattern.compile("(?<![\\p{L}\\d])(?:" + words + ")(?![\\p{L}\\d])"))
            .toList();

    private Qualifiers() {}

    /** @param text in lower case. @param accounted what stands in a slot, or is but a remark */
    static Stream<Words> in(String text, List<Clause> clauses, BitSet accounted) {
        return Stream.concat(
                        ALL.stream()
                                .flatMap(each -> each.matcher(text).results())
                                .filter(match -> !accounted.get(match.start())),
                        Stream.of(WHOLE, WITH)
                                .flatMap(each -> each.matcher(text).results())
                                .filter(match -> accounted
                                        .get(match.start(), match.end())
                                        .isEmpty()))
                .filter(match ->
                        clauses.stream().anyMatch(clause -> clause.holds(match.start()) && asks(clause, match)))
                .map(match -> new Words(match.group(), match.start(), match.end()));
    }

    private static boolean asks(Clause clause, MatchResult match) {
        return match.end() <= clause.end()
                && switch (clause.form()) {
                    case ORDER, VALUE, QUESTION, CONDITIONAL -> true;
                    case REMARK, FORBIDDEN -> clause.form() == Form.FORBIDDEN;
                };
    }
}
