package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.text.Words;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What something is for: {@code for the churn model}, {@code purpose = reconciliation}, {@code to train a model}, {@code , churn study}. */
final class Purposes {

    private static final Pattern SAID = Pattern.compile(
            "\\b(?:purpose|why|use[ -]?case|justification|reason|rationale)\\s*(?:[:=]|is\\b|being\\b)\\s*([^;,\\n]+?)(?=\\.(?:\\s|$)|[;,\\n]|$)|\\bpurpose ([^;,.\\n]+)");
    private static final Pattern FOR = Pattern.compile(
            "(?<!\\b(?:waiting|looking|asking|apply|applied|thanks|wait|ask|sorry|except|responsible|search|searching|big|small|slow|long|late|stand|stands) )(?:\\bfor|\\b4(?= (?:the|our|my)\\b)) (?!(?:the |this )?(?:next|coming|week|month|weekend|quarter|year)\\b)(?:use (?:in|with|on) )?([^,;:?!()<>\\n]+)");
    private static final Pattern WORKING = Pattern.compile(
            "\\b(?:work(?:ing)? (?:with <[^>]*> )?on|busy with|(?:will|would) be doing|(?:we|i) do(?=\\s+(?:the|a|an|our)\\b)|(?:i['’]?m|we['’]?re|i am|we are|she['’]?s|he['’]?s|they['’]?re|will be|currently|am|are|is) doing)\\s+([^,;:?!()<>\\n]+)");
    private static final String DOING =
            "(?:train|fine-?tun|adapt|adjust|count|sort|rank|convert|extract|pars|collect|gather|digiti[sz]|look(?=ing (?:at|into) )|analys|analyz|build|explor|test|benchmark|backfill|compar|forecast|evaluat|prototyp|experiment|scor|migrat|validat|investigat|reconcil|check|process|label|clean|visuali[sz]|plot|serv|deploy|host|shar|exchang|stor|publish|prepar|reproduc|debug|crunch|model|simulat|play|work|try|teach|present|demo|finish|rerun|writ|fix|draft|port|correct|learn|review|audit|clos|mock|throw|muck|tinker|mess|optimi[sz]|segment|cluster|predict|detect|monitor|measur|track|profil|join|merg|aggregat|calculat|comput|estimat|calibrat|tun|embed|index|summari[sz]|classify|classif|transcrib|translat|annotat|ingest|load|export|import|refresh|rebuild|rewrit|refactor|develop|design|implement|replac|replicat|quantify|quantif|assess|stud|study|research|practi[sc]|demonstrat|show|giv|run|mak|do|creat|set up|get through|answer|check|stress|re-?run|re-?train|onboard|put together|work out|try out|tidy|match|dedupe|dedup|link|enrich|map|chart|spot|find out|understand|look into|dig into|poke|figure|see (?:if|whether|how))";
    private static final Pattern TO = Pattern.compile(
            "(?:\\b(?:so (?:that )?(?:i|we|he|she|they|it) (?:can|could|may)|in order to|wanna|(?:wants?|wanting|going|trying|would like|['’]d like|hoping|plan|planning|need(?:s|ed)?|used|have|has|got|is|are|here) to|must|gotta|where (?:i|we) can|(?<!\\bsomewhere )(?<!\\bplace )(?<!\\bsomewhere i can )(?<!\\bup )\\bto)) "
                    + "(?:also |just |quickly |be able to )?((?:" + DOING + ")(?:e|y|s)?\\b[^,;:?!()<>\\n]*)");
    private static final Pattern DOING_NOW = Pattern.compile(
            "(?:(?:^|[.;:–—(?!,-] ?)(?:just |only |simply |mostly )?|\\b(?:i['’]?m|we['’]?re|i am|we are|she is|he is|she['’]?s|he['’]?s|they['’]?re|be|been|currently|am|are|for|of|busy|by) )((?:"
                    + DOING
                    + ")(?:t|n|m|p|g|l|d)?(?:ing)\\b(?: (?:out|up|on|through|around|together|with)){0,20} [^,;:?!()<>\\n]+)");
    static final String NOUN =
            "(?:stud(?:y|ies)|models?|projects?|analys[ie]s|audit|reports?|reporting|course|training|review|backfill|reconciliation|experiments?|poc|demo|workshop|thesis|dissertation|campaign|forecast(?:ing)?|investigation|uplift|case|evaluation|fix|migration|dashboard|research|pilot|paper|prototype|benchmarks?|deck|tests?|sweep|hackathon|validation|segmentation|clustering|classification|simulations?|tuning|finetune|fine-?tuning|fine-?tune|pricing|scoring|monitoring|check|regression|modelling|modeling|homework|assignment|sprint|backtest(?:ing)?|refresh|cleanup|clean-up|labelling|annotation|embeddings?|attribution|detection|reserving|exploration|exercise|challenge|kaggle|onboarding|calibration|ablation|inference|stress test|load test|proof of concept|bake-?off|work|recalculation|renewals?|close|exam preparation|extraction|comparison)";
    private static final Pattern NAMED = Pattern.compile(
            "(?:^|[.;:(,]\\s*|\\s[–—-]+\\s*)(?:for |it['’]?s |this is |and )?(?:the |a |an |my |our )?((?:[\\w'’&/-]{1,40} ){0,6}?"
                    + NOUN + "(?: (?:of|on|for|with) [\\w'’& -]{1,40})?)(?= again\\b|\\s*(?:[.;:),!]|$|\\s[–—-]+\\s))");
    private static final Pattern END = Pattern.compile(
            "\\s+(?:please|pls|plz|thanks|thx|ta|cheers|asap|would|and then|(?:i|we) (?:need|want|would|should|have to|require)\\b|if (?:that|you|at|it|possible)|can (?:i|we|you)|could (?:i|we|you)|and (?:give|grant|add|also|can|please|make|then|a|need|will|would|want|have|am|are|was|i|we|she|he|they|it|its|could|let|keep|only)\\b|as (?:soon|well)|should do|would do|will do|until|till|til|starting|from (?=\\d|mon|tue|wed|thu|fri|sat|sun|next|tomorrow|today)|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|on (?:the )?\\d+\\w*|this (?:week|month|afternoon|morning|evening|friday)|next (?:week|month)|tomorrow|today|tonight|w/|with (?:\\d|an?\\s(?:gpu|a100|h100))|rather than|instead|because|cos|so that|but|nothing heavy|when it|before)\\b.*$|\\s+[–—-]\\s.*$|\\.(?:\\s.*|$)|\\s+to go live\\b.*$");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:the|a|an|my|our|his|her|their|this|that|some|another|one of|doing|working on|use in|use on|running|just|it['’]?s(?: for)?|its(?: for)?)\\s+){1,60}");
    private static final Pattern LEAD_VERB = Pattern.compile("^(?:just|quickly)\\s+");
    private static final Pattern TRAILING = Pattern.compile(
            "(?:[\\s,.:;–—-]|\\s(?:with|for|on|to|from|and|in|by|of|at|the|a|an|or|we|i|is|my|our)){1,60}$");
    private static final Pattern NONE = Pattern.compile(
            "^(?:https?|schedule|projects?|run|(?:read|write)(?: access)? (?:in|on|to) .*|(?:a )?period (?:of|not).*|not .*|as (?:little|much|many|few|cheap\\w*|long|short) .*|(?:need|want|give|get|gimme|launch|start|create|can|could|please|i|we|requesting)\\b.*|.*\\b(?:should|must|will|can|could|would) (?:use|have|get|be able|read|access|run)\\b.*|(?:the |our |a )?(?:llms?|(?:shared |large )?(?:language )?models?(?: endpoint)?(?: w/? .*)?|files?|storage|sql|ml|prompts?|prompt testing|notebooks?|python)|(?:about|around|roughly|approximately|approx|some|up to|circa|over|nearly|almost|at least|at most|no more than|not more than|maybe|perhaps|under|more than|less than|only|just)\\s+(?:\\d|(?:"
                    + Counts.WORDS
                    + ")\\b).*|(?:about|around|roughly|approximately|approx|some|up|up to|at least|at most|no more than|maybe|perhaps|another|an extra|a further|say|circa|nearly|almost|over|under|more than|less than)|(?:me|us|him|her|them|someone|it|this|that|these|those) .*|(?:the )?project \\S+|of course|course|instead of .*|.*\\bsake|all i care|the reasons? .*|duration of.*|(?:the )?table .*|dataset .*|(?:the )?(?:first|second|third|last|next|hundredth|umpteenth|nth) time|me|us|him|her|them|now|free|real|ever|everyone|everybody|all|(?:all|each|both|(?:the )?(?:two|three|four|five|six)) of (?:us|them)|longer|long|while|a while|sure|example|instance|team .*|.* (?:team|group|squad|folks|crew|people|guys|lot|department)|it|this|that|you|\\d.*|more time|good|a bit|bit|.*\\bnew (?:starter|joiner|hire|colleague)\\b.*|(?:my|our|the) (?:team|group|intern|colleague|manager|boss|squad)|myself|ourselves|himself|herself|colleague|intern|access|read|write|read access|whatever|what|which|anything|something|each|both|half|just|as long|as|the (?:same|usual)|same|usual|permission|approval|weekend|week|month|day|today|tomorrow|tonight|afternoon|arvo|evening|morning|two|three|four|five|six|seven|eight|nine|ten|twelve|(?:a|one|two|three) (?:day|week|hour|month).*|(?:her|his|their) (?:too|as well)|going|me like|like|running|release|see|the time being|time being|starters|later|nothing|ages|.*\\b(?:cores?|cpus?|gigs?|gb|gpus?) *)$");
    private static final Pattern VERB_NONE = Pattern.compile(
            "^(?:\\w+|.*\\b(?:env|environment|cluster|workspace|sandbox|machine)s?\\b(?: (?:w/|with) .*)?|(?:writ|runn?|typ|execut|try|test)\\w*(?: \\w+){0,4} (?:sql|selects?|select statements|queries|prompts?)|mak\\w* (?:an? )?(?:cluster|env|environment|notebook|bucket|box|machine)\\b.*|run (?:it|them|him)self.*|work(?:ing)? on.*|writ\\w* (?:results|back|data|to|into|you).*|look at.*|do|does|run|get|have|give|share|show|make|work|be|try|set up|play|host|store|create|put together|check|find out|finish|give .* (?:access|read).*|make (?:it|sure|that).*|show me.*|give me.*|run (?:it|this|that)|do (?:it|that|this|so|with)|work with|try it|check (?:if|that|whether) (?:it|my|the).*|run by (?:it|them)sel\\w+.*|run every.*|joining.*|\\w+ing|working (?:with|from|at|in).*|having.*|modelling|using .*)$");

    private static final Pattern BECAUSE = Pattern.compile("\\bbecause (?:of )?([^;,\\n]+)");

    /** What may stand in the words of a purpose without being what is asked for: a table that nobody knows. */
    static final Set<KnownSlot> AROUND = Set.of(KnownSlot.TABLE);

    private Purposes() {}

    /** Whether words in lower case, wherever they stand, are no purpose: a length, a person, nothing in particular. */
    static boolean none(String words) {
        return NONE.matcher(words).matches();
    }

    /** {@code taken} are spans that already mean something else, such as {@code for two weeks}; {@code asked} is the path's. */
    static Optional<Words> find(String text, List<Words> taken, Optional<Words> asked) {
        var lower = Finds.lower(text);
        var said = each(SAID, text, lower, taken, false).findFirst();
        if (said.isPresent()) {
            return said;
        }
        var spoken = Stream.of(
                        each(FOR, text, lower, taken, false),
                        each(WORKING, text, lower, taken, false),
                        each(TO, text, lower, taken, true),
                        each(DOING_NOW, text, lower, taken, true))
                .flatMap(found -> found)
                .sorted(Comparator.comparingInt(Words::start))
                .toList();
        // "to throw together a dashboard for the board pack", where the dashboard is what is asked for: the pack is.
        return spoken.stream()
                .filter(words -> asked.filter(words::overlaps).isEmpty())
                .findFirst()
                .or(() -> spoken.stream().findFirst())
                .or(() -> Occasions.in(lower).stream()
                        .flatMap(way -> each(way, text, lower, taken, false))
                        .filter(words -> asked.filter(words::overlaps).isEmpty())
                        .findFirst())
                .or(() -> each(NAMED, text, lower, taken, false).findFirst())
                .or(() -> each(BECAUSE, text, lower, taken, false).findFirst());
    }

    private static Stream<Words> each(Pattern pattern, String text, String lower, List<Words> taken, boolean verb) {
        var found = Stream.<Words>builder();
        var match = pattern.matcher(lower);
        var most = 0;
        // What was no purpose ("for three days for the churn model") may still hold one.
        for (var from = 0; from < text.length() && most < 24 && match.find(from); from = match.start() + 1, most++) {
            var group = match.group(1) != null ? 1 : 2;
            trimmed(pattern, text, lower, match.start(group), match.end(group), taken, verb)
                    .ifPresent(found::add);
        }
        return found.build();
    }

    private static Optional<Words> trimmed(
            Pattern pattern, String text, String lower, int from, int to, List<Words> taken, boolean verb) {
        var start = from;
        var end = Math.min(to, from + 160);
        var said = pattern == SAID;
        for (var span : said ? List.<Words>of() : taken) {
            if (span.start() >= start && span.start() < end) {
                end = span.start();
            } else if (span.start() < start && span.end() > start) {
                return Optional.empty();
            }
        }
        var cut = END.matcher(lower.substring(start, end));
        end = cut.find() ? start + cut.start() : end;
        var lead = (verb ? LEAD_VERB : LEAD).matcher(lower.substring(start, end));
        start = lead.find() ? start + lead.end() : start;
        var tail = TRAILING.matcher(lower.substring(start, end));
        end = tail.find() ? start + tail.start() : end;
        var words = lower.substring(start, end);
        var none = words.length() < 3
                || !said && (verb ? VERB_NONE : NONE).matcher(words).matches();
        return none ? Optional.empty() : Optional.of(new Words(text.substring(start, end), start, end));
    }
}
