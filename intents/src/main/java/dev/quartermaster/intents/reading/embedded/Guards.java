package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Verb;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What words rule out whatever a score says: instructions aimed at the bot, negated commands, questions how. */
public final class Guards {

    private static final Pattern ATTACK = Pattern.compile(
            "\\b(?:ignore|disregard|forget|override)\\b.{0,30}\\b(?:instructions?|rules?|polic(?:y|ies)|prompts?|guidelines)\\b|\\b(?:system|hidden|initial)"
                    + " (?:prompt|instructions)\\b|\\bsystem ?(?:override|:)|you are now\\b|\\bdeveloper"
                    + " mode\\b|\\bjailbreak|\\bpretend\\b|\\bact as (?:a|an|if|the)\\b|\\bas (?:the|an?)"
                    + " (?:developer|admin\\w*|root|creator)\\b|\\broot access\\b|\\b(?:make|give) me (?:an"
                    + " )?(?:admin|root)|\\b(?:bypass|skip|circumvent|disable|without) (?:the |any |all"
                    + " )?(?:approvals?|polic(?:y|ies)|audit|checks?|logging|security|asking)\\b|\\b(?:turn off|switch"
                    + " off|delete|wipe|erase) (?:the )?(?:audit|logs?|record)\\b|\\bapi["
                    + " _]?keys?\\b|\\bpasswords?\\b|\\bsecrets?\\b|\\bdrop table\\b|\\brepeat after me\\b|\\bsay"
                    + " approved\\b|\\bapprove (?:everything|all (?:pending|open|waiting|requests))|\\beveryone"
                    + " approve\\b|\\bmake \\w+ approve\\b");
    private static final Pattern NOT_TO_START = Pattern.compile(
            "^(?:please |pls |kindly )?(?:do not|don['’]?t|never|nobody should|no one should|let['’]?s not)\\b(?:"
                    + " \\w+)? ?(?:launch|start|run|spin|trigger|create|grant|give|kick|fire|provision|execute)\\b");
    private static final Pattern NOT_TO_STOP = Pattern.compile("\\b(?:do not|don['’]?t|dont|never|not to|not) (?:\\w+"
            + " )?(?:stop|kill|shut|terminate|tear|delete|turn|end|remove|destroy|nuke)\\b");
    private static final Pattern HOW =
            Pattern.compile("^(?:\\W|please |pls |hi |hey |hello |and |so |ok |can you |could you )*(?:how"
                    + " (?:do|can|would|should|could|to|does)\\b|(?:show|tell|teach) me how\\b|explain how\\b|what"
                    + " happens\\b|who (?:can|may|is allowed)\\b|am i allowed\\b)");

    private static final Set<Verb> ON_OURS =
            Set.of(Verb.STOP, Verb.EXTEND, Verb.RESIZE, Verb.RESUME, Verb.TRANSFER, Verb.WITHDRAW);
    private static final Pattern OURS = Pattern.compile(
            "\\b(?:environments?|envs?|notebooks?|notbooks?|workspaces?|work"
                    + " ?benches|workbench|clusters?|box(?:es)?|machines?|sandbox(?:es)?|sessions?|gpus?|[ahtvl]\\d{1,3}s?|lease|leases|kernels?|requests?|buckets?|servers?|vms?|repos?|repository|access|grants?|instances?|jupyter|rstudio|workers?|approvals?|application|expiry|shutdown|ram|cores?|cpus?|everything|it|that|them|stuff|asked|ask|dataset|data|permission|runway|duration|playground|job)\\b");
    private static final Pattern THEIRS = Pattern.compile(
            "\\b(?:my|the|our|his|her|their|your|an?)"
                    + " (?!(?:day|hour|week|month|minute|bit|few|couple|little|fortnight|end|moment|while|half|weekend|night|rest|morning|evening|afternoon|\\d+)\\b)\\p{L}{2,}");

    private Guards() {}

    /** Whether it is an instruction aimed at the bot, or an order not to do something. */
    public static boolean attack(String text) {
        var said = text.toLowerCase(Locale.ROOT);
        return ATTACK.matcher(said).find() || NOT_TO_START.matcher(said).find();
    }

    /** Takes away what the words exclude. Approve and deny always: they come from {@link Decisions} only. */
    static void apply(String text, Map<Verb, Double> verbs) {
        var said = text.toLowerCase(Locale.ROOT);
        verbs.remove(Verb.APPROVE);
        verbs.remove(Verb.DENY);
        if (NOT_TO_STOP.matcher(said).find()) {
            verbs.remove(Verb.STOP);
        }
        if (HOW.matcher(said).find()) {
            verbs.keySet().retainAll(Set.of(Verb.HELP, Verb.STATUS, Verb.OUTOFSCOPE, Verb.FIND));
        }
        var total = verbs.values().stream().mapToDouble(Double::doubleValue).sum();
        verbs.replaceAll((verb, odds) -> odds / total);
    }

    /** Whether a verb that needs something of ours is said of something else: {@code extend my holiday}. */
    static boolean foreign(String text, Verb verb) {
        var said = text.toLowerCase(Locale.ROOT);
        return ON_OURS.contains(verb)
                && !OURS.matcher(said).find()
                && THEIRS.matcher(said).find();
    }
}
