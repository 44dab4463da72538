package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Verb;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What words rule out whatever a score says: instructions aimed at the bot, negated commands, questions how. */
final class Guards {

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

    private Guards() {}

    static boolean attack(String text) {
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
}
