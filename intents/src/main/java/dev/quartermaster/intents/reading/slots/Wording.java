package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Free words with a place of their own in a sentence: purposes, reasons, names, targets, queries, jobs. */
final class Wording {

    private static final Pattern PURPOSE_SAID = Pattern.compile("\\bpurpose\\s*(?:[:=]|is)\\s*([^.;,\\n]+)");
    private static final Pattern PURPOSE_NOUN = Pattern.compile(
            "(?:\\b(?:for|on) (?:the |a |an |my |our |their |this )?|, ?(?:for )?(?:the |a )?)((?:[\\w'’&-]+"
                    + " ){1,5}?(?:study|studies|model|models|project|analysis|audit|report|course|training|review|backfill|reconciliation|experiment|poc|demo|workshop|thesis|campaign|forecast|investigation|job|uplift|case|evaluation|fix|migration|dashboard|research|pilot|paper|prototype|benchmark|deck|test))\\b");
    private static final Pattern PURPOSE_FOR =
            Pattern.compile("\\bfor (?:the |a |an |my |our |some |use in |use with )?([^,.;:?!()<>\\n]+)");
    private static final Pattern PURPOSE_END = Pattern.compile(
            "\\s+(?:until|till|til|for|from|by|please|pls|plz|thanks|thank|asap|on|this|next|tomorrow|today|tonight|i"
                    + " need|i want|would|and then|i)\\b.*$|\\s+[–-]\\s.*$");
    private static final Pattern NO_PURPOSE = Pattern.compile("^(?:next|coming|the"
            + " next|another|me|us|him|her|them|now|free|real|ever|everyone|everybody|all|longer|long|a"
            + " while|while|sure|example|instance|team .*|.* team|it|this|that|you|\\d.*|more time|good|.*\\bnew"
            + " (?:starter|joiner)\\b.*)$");
    private static final Pattern CALLED =
            Pattern.compile("\\b(?:called|named|name ?[:=])\\s+[\"'“]?([a-z0-9][\\w.-]*)");
    private static final Pattern NAMED_THING =
            Pattern.compile("\\b(?:bucket|repo|repository)\\s+([a-z0-9]+(?:[-_][a-z0-9]+)+)");
    private static final Pattern IMAGE = Pattern.compile(
            "\\bimage\\s*(?:[:=]|is)?\\s+([\\w.-]+(?:[/:@][\\w./:@-]+)+)|(?<![\\w/])([\\w.-]+\\.[\\w.-]+/[\\w./-]+:[\\w.-]+)");
    private static final String NOUN =
            "(?:environments?|envs?|notebooks?|workspaces?|clusters?|box(?:es)?|machines?|sandbox(?:es)?|sessions?|gpus?|(?:[ahtvl]\\d{1,3})s?|leases?|kernels?|requests?|buckets?|jobs?|servers?|vms?|repos?|repository|access|instances?|setup|ask|stuff)";
    private static final Pattern OWNED = Pattern.compile(
            "\\b(?:my|the|our|that|this|your|his|her|their|\\w+['’]s|an?|all)\\s+((?:(?!(?:my|the|is|on|for|to|of|and)\\b)[\\w./-]+\\s+){0,3}?"
                    + NOUN + ")\\b(?!['’-])");
    private static final Pattern BARE =
            Pattern.compile("(?<![\\w-])((?:(?:gpu|ray|spark|r|a100|h100|t4|dev|jupyter)\\s)?" + NOUN + ")(?![\\w-])");
    private static final Pattern ALL = Pattern.compile("\\b(everything|all of (?:it|them)|all my \\w+|it all)\\b");
    private static final Pattern REASON =
            Pattern.compile("(?:\\s[–-]+\\s|:\\s|,\\s|;\\s|\\bbecause\\s|\\bsince\\s|\\breason[:=]?\\s)(.+)$");
    private static final Pattern UNTIL_REASON = Pattern.compile("\\b(until .+)$");
    private static final Pattern JOB_IDENTIFIER =
            Pattern.compile("(?<![\\w.])([a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?![\\w.])");
    private static final Pattern JOB = Pattern.compile(
            "(?:run|rerun|re-run|trigger|kick off|kick|start|execute|fire|launch|submit|dag:?|airflow:?)\\s+(?:the"
                    + " |job |dag |workflow )*((?:[\\w-]+ ?){1,4}?)(?:"
                    + " (?:job|dag|workflow|pipeline|run|dags|checks?)\\b|$|[,.;?!]|"
                    + " (?:now|please|pls|again|for|every|with|go)\\b)");
    private static final Pattern WHAT = Pattern.compile(
            "\\b(golden"
                    + " paths?|paths|environments?|envs|workspaces|notebooks|clusters?|requests?|approvals?|leases|datasets?|tables|data|dags|jobs|workflows|buckets|repositories|repos|grants|access|gpus|sandboxes|machines)\\b");
    private static final Pattern QUERY_LEAD = Pattern.compile(
            "^(?:hi|hey|hello|please|pls|ok|so|and|can you|could you|tell me|do you know|[,!])?\\s*(?:is there|are"
                    + " there|do we have|have we got|do you have|got|any|find|search(?: the catalogue)?|where"
                    + " (?:can|do|would) i (?:find|get)|which|what|who owns|who is the owner of|describe|(?:i['’]?m"
                    + " )?looking for|i am looking for|show me how to|how (?:do|can|would|to)(?: (?:i|we|you))?|how"
                    + " does|what(?:['’]s| is| are)|explain|tell me about|help(?: me)?(?: with)?|anything|is"
                    + " the|is|can)\\b\\s*");
    private static final Pattern QUERY_NOISE =
            Pattern.compile("^(?:me |any |some |a |an |the |for |data(?:set)?s? |tables?"
                    + " |(?:on|about|with|of|for|in|has|have|contains?|columns are in|do we have|does)"
                    + " )+|\\s*(?:\\?.*|[.!]+|(?: data)?(?: at all| anywhere| please| pls| yet)*)$");

    private Wording() {}

    /** What it is for; {@code taken} are spans that already mean something else, such as {@code for two weeks}. */
    static Optional<Words> purpose(String text, List<Words> taken) {
        for (var pattern : List.of(PURPOSE_SAID, PURPOSE_NOUN, PURPOSE_FOR)) {
            var match = pattern.matcher(lower(text));
            // What was no purpose ("for three days for the churn model") may still hold one.
            for (var from = 0; from < text.length() && match.find(from); from = match.start() + 1) {
                var words = trimmed(text, match.start(1), match.end(1), taken);
                if (words.isPresent()) {
                    return words;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Words> trimmed(String text, int start, int end, List<Words> taken) {
        var cut = end;
        for (var span : taken) {
            if (span.start() >= start && span.start() < cut) {
                cut = span.start();
            } else if (span.start() < start && span.end() > start) {
                return Optional.empty();
            }
        }
        var words =
                PURPOSE_END.matcher(text.substring(start, cut)).replaceFirst("").replaceFirst("[\\s,]+$", "");
        return words.isBlank() || NO_PURPOSE.matcher(lower(words)).matches()
                ? Optional.empty()
                : Optional.of(new Words(words, start, start + words.length()));
    }

    static Optional<Words> name(String text) {
        return first(CALLED, text).or(() -> first(NAMED_THING, text));
    }

    static Optional<Words> image(String text) {
        return first(IMAGE, text);
    }

    /** Which of one's things is meant, in words: {@code my notebook} gives {@code notebook}. */
    static Optional<Words> target(String text) {
        return first(ALL, text).or(() -> first(OWNED, text)).or(() -> first(BARE, text));
    }

    static Optional<Words> reason(String text) {
        return first(REASON, text).or(() -> first(UNTIL_REASON, text));
    }

    static Optional<Words> job(String text) {
        return first(JOB_IDENTIFIER, text).or(() -> first(JOB, text));
    }

    static Optional<Words> listed(String text) {
        return first(WHAT, text);
    }

    /** What is looked for or asked about, without the words that only ask. */
    static Optional<Words> query(String text) {
        var folded = lower(text);
        var lead = QUERY_LEAD.matcher(folded);
        var start = lead.find() ? lead.end() : 0;
        var rest = folded.substring(start);
        var noise = QUERY_NOISE.matcher(rest);
        if (noise.lookingAt() && noise.end() < rest.length()) {
            start += noise.end();
        }
        var words = text.substring(start)
                .replaceFirst("\\?.*$", "")
                .replaceFirst("(?i)[\\s.!]+$", "")
                .replaceFirst("(?i) (?:data|please|pls|yet)$", "");
        return words.isBlank() ? Optional.empty() : Optional.of(new Words(words, start, start + words.length()));
    }

    private static Optional<Words> first(Pattern pattern, String text) {
        var match = pattern.matcher(lower(text));
        while (match.find()) {
            for (var group = 1; group <= match.groupCount(); group++) {
                if (match.group(group) != null && !match.group(group).isBlank()) {
                    var end = match.end(group);
                    while (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '.') {
                        end--;
                    }
                    return Optional.of(new Words(text.substring(match.start(group), end), match.start(group), end));
                }
            }
        }
        return Optional.empty();
    }

    private static String lower(String text) {
        var folded = text.toLowerCase(Locale.ROOT);
        return folded.length() == text.length() ? folded : text;
    }
}
