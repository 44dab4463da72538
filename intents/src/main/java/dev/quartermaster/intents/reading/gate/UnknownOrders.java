package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.FormWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Orders that nobody here can follow beside one that destroys or gives away: "back up my bucket and stop it", "copy the
 * files out, then hand it to Raj". What is to come first has not come then.
 */
final class UnknownOrders {
    private static final Pattern ORDER = Pattern.compile(
            "(?:^|[.;,!]\\s+|\\b(?:and|then|after|first)\\s+)(?:(?:please|pls|first|then|hi|hey|ok|so|and|just|also)[\\s,]+){0,5}"
                    + "((\\p{L}{3,20})(?: (?:up|out|off|over))? (?:my|me|us|our|the|its|all|everything|whatever|it|them|that|this|what)\\b[^.;,!]{0,60}?)"
                    + "(?=[.;,!]|\\s(?:and|then|before|but)\\b|$)");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    /** No orders, or ones that cost nothing when they are not followed. */
    private static final Set<String> NONE = FormWords.words(
            "and but for with without from until till since because while when where what which who whom whose why how that than then"
                    + " not are was were has had have does did can could will would shall should may might must let lets see"
                    + " thank thanks thx ta cheers that this hope hopes think thinks guess know knows need needs want wants wanted like likes mind use uses used using"
                    + " all both only even just also still now here there after before over under about into onto off out upon via per"
                    + " saves costs makes gives takes leaves tells told said says bless trust forgive excuse pardon sorry"
                    + " please tell ask show list check display explain remind inform enjoy forget ignore consider against between during through along around");

    private UnknownOrders() {}

    /** Whether another order stands before or behind it: otherwise it is the one that is understood, mistyped perhaps. */
    private static boolean elsewhere(String text, MatchResult order) {
        var rest = text.substring(0, order.start(1)) + " " + text.substring(order.end(1));
        return WORD.matcher(rest.toLowerCase(Locale.ROOT)).results().anyMatch(word -> FormWords.tells(word.group()));
    }

    /** As written. */
    static List<String> beside(Candidate one, String text) {
        if (one.verb() != Verb.STOP && one.verb() != Verb.TRANSFER) {
            return List.of();
        }
        return ORDER.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .filter(order -> elsewhere(text, order))
                .filter(order -> !NONE.contains(order.group(2))
                        && !order.group(2).endsWith("ed")
                        && !FormWords.tells(order.group(2)))
                .map(order -> text.substring(order.start(1), order.end(1)).strip())
                .toList();
    }
}
