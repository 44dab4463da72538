package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which of somebody's things is meant, in words: {@code my notebook}, {@code the R environment}, {@code that ray thing}. */
final class Targets {

    static final String NOUN =
            "(?:environments?|envs?|notebooks?|workspaces?|clusters?|box(?:es)?|machines?|sandbox(?:es)?|sessions?|gpus?|(?:[ahtvl]\\d{1,3})s?|leases?|kernels?|requests?|buckets?|jobs?|servers?|vms?|repos?|repository|repositories|websites?|sites?|instances?|setup|applications?|ask|workbench(?:es)?|workstations?|containers?|desktops?|dashboards?|playgrounds?|keys?|pipelines?|grants?|approvals?|access|apps?|stacks?)";
    private static final Pattern OWNED = Pattern.compile(
            "\\b(?:my|the|our|that|this|those|these|your|his|her|their|both|\\w+['’]s|an?|all)\\s+((?:(?!(?:my|the|is|on|for|to|of|and|in|with|has|have|a|an|so|it|up|down|from|at|s|where|which|that|who|got|i|we|you|he|she|be|please|will|would|needs?|was|were|by)\\b)[\\w./+-]{1,40}\\s+){0,3}?"
                    + NOUN + "(?: " + NOUN + ")?)\\b(?!['’][^s])(?!-)");
    private static final Pattern BARE = Pattern.compile(
            "(?<![\\w-])((?:(?:gpu|ray|spark|r|a100|h100|t4|dev|jupyter|dbt|dashboard|hackathon|training|test|rag|kafka|flink|superset|streamlit|customer data|data science)\\s)?"
                    + NOUN + ")(?![\\w-])");
    private static final Pattern ALL = Pattern.compile(
            "(?<!\\bsame )(?<!\\bwith )\\b(everything(?! (?:in|on|inside|about) it\\b)|all of (?:it|them|mine)|the lot|it all|all (?:of )?(?:my|our) (?:stuff|things|leases|environments|envs)|whatever (?:i|we)(?:['’]ve)? (?:have|got)[\\w ]*?)(?=\\b)");
    private static final Pattern REQUEST_FOR = Pattern.compile(
            "\\b(?:requests?|ask|application|access|approval)(?: (?:i|we) \\w+)? (?:for|to) (?:the |my |our |those |an? )?(?:\\d+ ?x? )?((?:[\\w./+-]{1,40} ){0,2}?[\\w./+-]{1,40})(?=$|[,.;?!]| (?:that|which|i|we|please|pls|any|is|was|has|from|yet|because|since|before|until|for|still|again|now)\\b)");
    private static final Pattern LAST_ONE = Pattern.compile(
            "^(?:(?:two|three|four|second|first|third|last|latest|current|own|only|open|pending|waiting|same|new|whole|other|previous|earlier|old) ){0,60}(?:requests?|ask|application|approval|things?|one|access|permission|leases?)$");
    /** One that is told from another, which a word cannot do: nothing of somebody's is called so, and they are asked. */
    private static final Pattern OTHER = Pattern.compile(
            "\\b((?:the|my|that) (?:other|old|older|oldest|first|second|third|new|newer|newest|bigger|smaller) ones?)\\b");

    private static final Pattern SAME = Pattern.compile("\\b(same (?:env(?:ironment)?|one|thing|box|setup))\\b");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:all|both|my|the|old|own|new|current|running|existing|other|whole|poor|little|silly|bloody|damn|wee|big|dear|first|last) ){1,60}(?=\\w)");
    private static final Pattern KIND = Pattern.compile(
            "^(?:.*\\b)?(gpu|ray|spark|rstudio|r ?studio|vs ?code|pycharm|jupyter ?lab)s? "
                    + "(?:environments?|envs?|clusters?|box(?:es)?|machines?|sessions?|workspaces?|instances?|servers?|workstations?|nodes?|vms?|things?|desktops?|requests?|container|leases?|jobs?|stuff|sandbox)$");
    private static final Pattern GPUS = Pattern.compile("^(?:\\w{1,30} )?gpus?$");
    private static final Pattern REQUEST_TAIL =
            Pattern.compile(" (?:requests?|ask|application|access|approval|permission|lease|grant)$");

    private Targets() {}

    /** {@code same env}: the one spoken of, whatever it is. */
    static Optional<Words> same(String text) {
        return Spans.first(SAME, text);
    }

    static Optional<Words> other(String text) {
        return Spans.first(OTHER, text);
    }

    static Optional<Words> all(String text) {
        return Spans.first(ALL, text);
    }

    /** In the words people use; a thing known by its kind is called by that: {@code the ray cluster} gives {@code ray}. */
    static Optional<Words> owned(String text) {
        var requested = Spans.first(REQUEST_FOR, text);
        return requested
                .filter(words -> !Stops.QUESTION.contains(Finds.lower(words.text())))
                .or(() -> Spans.first(OWNED, text))
                .map(words -> Spans.without(LEAD, words));
    }

    static Optional<Words> bare(String text) {
        return Spans.first(BARE, text).map(words -> Spans.without(LEAD, words));
    }

    static String called(String words) {
        var lower = Finds.lower(words);
        if (lower.startsWith("same ")) {
            return "last";
        }
        if (LAST_ONE.matcher(lower).matches()) {
            return "last";
        }
        var kind = KIND.matcher(lower);
        if (kind.matches()) {
            return kind.group(1).replace(" ", "");
        }
        if (GPUS.matcher(lower).matches()) {
            return "gpu";
        }
        var tail = REQUEST_TAIL.matcher(lower);
        if (!tail.find()) {
            return words;
        }
        return LAST_ONE.matcher(lower.substring(0, tail.start())).matches() ? "last" : words.substring(0, tail.start());
    }
}
