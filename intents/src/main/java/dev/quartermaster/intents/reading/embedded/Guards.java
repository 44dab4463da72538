package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.DecisionWords;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.ClauseList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the form of a sentence rules out whatever a score says: negated orders, reports, quotations, questions of fact. */
public final class Guards {

    /** What is left of odds that the form speaks against: a clear score still wins over silence, not over another. */
    private static final double UNLIKELY = 0.03;

    private static final String LEAD =
            "(?:^|[.;,!?:–—-]\\s*|\\b(?:and|but|so|also|then)\\s+)(?:\\W|please |pls |plz |kindly"
                    + " |hi |hey |hello |ok |okay |so |fyi |reminder |guys |team |all |just |oh |actually |morning ){0,60}";
    /** An order not to: "don't spin anything up", "nobody is to trigger". Not "I don't want to lose my files". */
    private static final Pattern NOT_TO_START = Pattern.compile(LEAD
            + "(?:(?:do not|don['’]?t|never|let['’]?s not|(?:nobody|no ?one|none of you|you|we)"
            + " (?:is|are|must|should|shall|may|can|ought)(?:n['’]t| not)?(?: to)?(?: never)?|you mustn['’]t"
            + "|please not|no need to|i do(?:n['’]?t| not) (?:want|need) you to|make sure (?:you do(?:n['’]?t| not)"
            + "|not to|nobody)|refrain from|avoid|not to)"
            + "(?: (?:anyone|anybody|ever|yet|even|now|go and)){0,20}"
            + " )(?:re-?)?(?:launch|start|run|spin|trigger|create|grant|give|kick|fire|provision|execute|set|rerun|resize"
            + "|extend|renew|scale|upsize|bump|restart|resume|wake|hand|transfer|order|book|submit|deploy|make|allocate"
            + "|schedule)(?:ing)?\\b");

    private static final Pattern NOT_TO_STOP =
            Pattern.compile("\\b(?:do not|don['’]?t|dont|never|not to|not|shouldn['’]?t|nobody|no one|without) (?:\\w+"
                    + " ){0,2}?(?:stop|kill|shut|terminate|tear|delete|turn|end|remove|destroy|nuke|bin"
                    + "|scrap|axe|reap|expire|cull|drop|take|lose|killing|stopping|shutting)\\b");

    private static final Pattern FACT =
            Pattern.compile("^(?:\\W|please |pls |hi |hey |hello |and |so |ok |okay |but |also |well"
                    + " |quick q(?:uestion)?\\W*|question\\W*|just |out of interest\\W*|wait\\W*|morning\\W*|hiya ){0,60}(?:how (?:do|can|would|to|does|did|is|are|come|much|many|long|often|big|large"
                    + "|fast|soon|did)\\b|how['’]?s\\b|does\\b|do (?!not|you (?:think|mind)|us a|me a|an? |the |it|that)|did\\b|is (?!it (?:possible|ok|okay|alright|all"
                    + " right|feasible)|there (?:any|a) (?:chance|way|scope|possibility)|there any way)|are (?!we able|you able|there any chance)"
                    + "|was\\b|were\\b|has\\b|have (?:i|we|they|any)\\b|which\\b|what(?!s? about| if| i (?:want|need|had|would)| we (?:want|need))\\b|what['’]?s\\b|who(?:['’]s|se|m)?\\b(?! can (?:give|get|set|help|launch|grant)"
                    + " (?:me|us))|when (?:will|does|do|is|are|did|can|could|would|should|was|has|have)\\b|when['’]?s\\b|where(?! i was)\\b|where['’]?s\\b|why\\b|why['’]?s\\b|(?:can|could|would|will) you (?:please )?(?:tell|explain"
                    + "|show) (?:me|us) (?:how|why|what|who|which|when|where|whether|if)\\b|(?:show|tell|teach|explain to) (?:me|us)"
                    + " (?:how|why|what|who|which|when|where|whether|if)\\b|explain\\b|am i (?:allowed|permitted|able)\\b|(?:can|may|could|are) (?:interns?"
                    + "|contractors?|analysts?|anyone|anybody|people|managers?|we all|new joiners"
                    + ")\\b(?! (?:please|pls|launch|set|give|get me|start|spin|run|kill|stop|extend|create|kindly)))");
    /** Somebody did something: a name or a pronoun, and one of our verbs in the past. */
    private static final Pattern REPORT =
            Pattern.compile("^(?:\\W|fyi\\W*|hi |hey |btw\\W*|just so you know\\W*|heads up\\W*|so |well"
                    + " |note\\W*|update\\W*|yesterday |last \\w+ |apparently ){0,60}(?:(?:colleague|he|she|they|we|i|somebody|someone|the \\w+(?:"
                    + " team)?|\\w+['’]s team|team \\w+|our \\w+|my (?:colleague|manager|boss|team|intern|predecessor))(?:['’]ve| have| has|['’]s| had|"
                    + " also| already| just| then| finally){0,20}) (?:launched|extended|span|stood|fired|brought|turned|ended|closed|paused|ordered|bought|stopped|killed|started|ran|reran|triggered|granted|got|requested"
                    + "|approved|rejected|denied|declined|gave|handed|resized|shut|spun|created|provisioned|asked|cancelled|canceled|withdrew"
                    + "|withdrawn|transferred|woke|resumed|used|built|deployed|kicked|scaled|renewed|deleted|tore|been|failed|finished|refused"
                    + "|moved|made|set)\\b");

    private static final Pattern ASKING = Pattern.compile(
            "\\?|\\b(?:please|pls|plz|can|could|would|will|want|wants|need|needs|like (?:a|the|an|to)|give me|let"
                    + " me|get me|help|should|again|same|so"
                    + " (?:bring|give|start|stop|kill|launch|extend|wake|set)|now|back|instead|mind|cheers|thx|ta"
                    + "|wondering|kindly|requesting|grateful|shall)\\b|[.;,!]\\s*(?:bring|give|start|stop|kill|launch|extend|wake|set|take|spin|keep|put|make|bin|shut|run)\\b");
    private static final Pattern PIECES =
            Pattern.compile("[.?!,;:]+\\s+|\\s+[–—-]+\\s+|\\s+but\\s+|\\s+and\\s+(?=(?:please|pls|just|then)\\b)|\\n+");
    private static final Pattern NEWS =
            Pattern.compile("^\\W*(?:fyi|for your information|heads[ -]up|just so you know|for the record|psa)\\b");

    /** Said by somebody else, not asked: at least four words in quotation marks after a word of saying. */
    private static final Pattern QUOTED = Pattern.compile(
            "(?i)(\\b(?:said|says?|saying|wrote|writes|email(?:ed)?|message|told"
                    + " (?:me|us)|reads?|asked|goes|quote|titled|headline"
                    + "|slide|memo|note|posted|tweeted|replied|answered|claims?|song|joke|sign|poster|subject)\\b[^\"“'‘]{0,30})(?:\"[^\"]{8,}\"|“[^”]{8,}”|(?<!\\w)['‘][^'’]{8,}['’](?!\\w))");

    private static final Pattern OURS = Pattern.compile(
            "\\b(?:environments?|envs?|notebooks?|notbooks?|workspaces?|work"
                    + " ?benches|workbench|clusters?|box(?:es)?|machines?|sandbox(?:es)?|sessions?|gpus?|[ahtvl]\\d{1,3}s?|lease|leases|kernels?|requests?|buckets?|servers?|vms?|repos?|repository|access|grants?|instances?|jupyter|rstudio|workers?|approvals?|(?<!mortgage"
                    + " |loan |job |visa |passport |grant |planning |insurance |university"
                    + " )applications?|expiry|shutdown|ram|cores?|cpus?|everything|it|that|them|stuff|asked|ask|dataset|datasets|data|permission|permissions|runway|duration|playground|job|jobs|dags?|pipelines?|executors?|spark|ray|vs"
                    + " ?code|pycharm|website|site|keys?|dashboard|env\\w*|pods?|nodes?|space|links?|one|things?|setup|rig|kit|lab)\\b|\\bstatus\\W{0,9}$");
    /** What others look after. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\b(?:my|the|our|his|her|their|an?|new|work|company) (?:\\w+ )?(?:laptops?|phones?|iphones?|mac"
                    + " ?books?|printers?|monitors?|keyboards?|chairs?|mortgage|badge|parking|mailbox|inbox|outlook|contract|holidays?|annual"
                    + " leave|newsletters?|timesheets?|payslips?|expenses?|visa|passport|flights?|hotel|gym|calendar|salary|pension|desk"
                    + " phone|headset)\\b");

    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:environments?|envs?|notebooks?|workspaces?|clusters?|box|boxes|machines?|sandbox(?:es)?|buckets?|vms?|servers?|repos?|repository|jupyter\\w*|rstudio|spark|ray|vs"
                    + " ?code|pycharm|website|site|gpus?|datasets?|tables?|data|cloud|instance|workstation|container|somewhere|lease|[ahtv]\\d{1,3}s?)\\b|[a-z_]+\\.[a-z_]{3,}");
    private static final Pattern THEIRS = Pattern.compile(
            "\\b(?:my|the|our|his|her|their|your|an?)"
                    + " (?!(?:day|hour|week|month|minute|bit|few|couple|little|fortnight|end|moment|while|half|weekend|night|rest|morning|evening|afternoon|same|time|\\d+)\\b)\\p{L}{2,}");

    private Guards() {}

    /** Whether a message is an instruction aimed at the bot, or an order not to do something. */
    public static boolean attack(String text) {
        return Attacks.in(text) || notToStart(text);
    }

    /** Without what only quotes somebody: it asks for nothing. */
    static String unquoted(String text) {
        return QUOTED.matcher(text).replaceAll("$1something");
    }

    static boolean notToStart(String text) {
        return NOT_TO_START.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    static boolean notToStop(String text) {
        return NOT_TO_STOP.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /** A question of what is so, with no order after it: "why did it go to sleep, anyway wake it" has one. */
    static boolean factAsked(String text) {
        return FACT.matcher(text.toLowerCase(Locale.ROOT)).find() && !orderedLater(text);
    }

    static boolean reported(String masked) {
        var said = masked.toLowerCase(Locale.ROOT);
        return (REPORT.matcher(said).find() || NEWS.matcher(said).find())
                && !ASKING.matcher(said).find()
                && !orderedLater(masked);
    }

    /** Whether anything in it tells, wishes or asks. */
    static boolean orders(String text) {
        return text.contains("?") || PIECES.splitAsStream(text).anyMatch(ClauseList::orders);
    }

    private static boolean orderedLater(String text) {
        return PIECES.splitAsStream(text).skip(1).anyMatch(piece -> ClauseList.orders(piece) && !notToStart(piece));
    }

    /** What is said besides an order not to do something, where that asks for something itself. */
    static Optional<String> besides(String text) {
        var rest = PIECES.splitAsStream(text)
                .filter(piece -> !notToStart(piece) && !piece.isBlank())
                .toList();
        return rest.stream().anyMatch(ClauseList::orders) ? Optional.of(String.join(", ", rest)) : Optional.empty();
    }

    /** Words for making something that is not there yet, with how much of it. */
    private static final Pattern ANEW = Pattern.compile(
            "^\\W*(?:(?:and|then|also|plus|please|pls|could you|can you|would you) ){0,20}(?:(?:can|could|may) (?:i|we)"
                    + " (?:get|have)|(?:i|we)(?:['’]d| would)? (?:want|need|like)|launch|spin up|fire up|boot up|stand up|get me|give me)(?: me| us)?"
                    + " (?:an?|some|\\d+) (?!bit\\b|day|hour|week|few\\b|couple\\b|month|minute|little\\b|exten|more\\b|longer\\b|bigger\\b|larger\\b|smaller\\b|further\\b|moment)");

    /** Takes from the odds what the words exclude or make unlikely; what is left sums to one again. */
    static void apply(String text, String masked, Map<Verb, Double> verbs) {
        if (notToStop(text)) {
            var stop = verbs.remove(Verb.STOP);
            verbs.merge(Verb.OUTOFSCOPE, stop == null ? 0 : stop, Double::sum);
        }
        if (factAsked(text)) {
            Verb.which(Verb::changes).forEach(verb -> verbs.computeIfPresent(verb, (same, odds) -> odds * UNLIKELY));
        }
        if (reported(masked)) {
            Verb.which(Verb::changes).forEach(verb -> verbs.computeIfPresent(verb, (same, odds) -> odds * UNLIKELY));
        }
        if (ANEW.matcher(text.toLowerCase(Locale.ROOT)).find()) {
            List.of(Verb.EXTEND, Verb.RESIZE)
                    .forEach(verb -> verbs.computeIfPresent(verb, (same, odds) -> odds * UNLIKELY));
        }
        if (DecisionWords.aboutOthers(text)) {
            verbs.keySet().removeIf(Verb::decides);
        }
        normalise(verbs);
    }

    private static void normalise(Map<Verb, Double> verbs) {
        var total = verbs.values().stream().mapToDouble(Double::doubleValue).sum();
        verbs.replaceAll((verb, odds) -> odds / total);
    }

    /** Whether it is about what IT, HR or a bank looks after, and names nothing of ours. */
    static boolean elsewhere(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        return ELSEWHERE.matcher(said).find() && !NAMED.matcher(said).find();
    }

    /** Whether a verb that needs something of ours is said of something else: {@code extend my holiday}. */
    static boolean foreign(String text, Verb verb) {
        var said = text.toLowerCase(Locale.ROOT);
        return verb.onWhatIs()
                && !OURS.matcher(said).find()
                && THEIRS.matcher(said).find();
    }
}
