package dev.quartermaster.intents.reading.gate;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.clauses.FormWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Orders that nobody here can follow beside one that destroys or gives away: "back up my bucket and stop it", "copy the
 * files out, then hand it to Raj". What is to come first has not come then.
 */
final class UnknownOrders {
    private static final Pattern ORDER = Pattern.compile(
            "(?:^|[.;,!]\\s+|\\b(?:and|then|after|first)\\s+)(?:(?:please|pls|first|then|hi|hey|ok|so|and|just|also)[\\s,]+){0,5}"
                    + "((\\p{L}{3,20})(?: (?:up|out|off|over))? (?:my|me|us|our|the|its|all|everything|whatever|it|them|that|this|what)\\b[^.;,!]{0,60}?)"
                    + "(?=[.;,!]|\\s(?:and|then|before|but)\\b|$)");
    /** "Push to git, then kill it", "snapshot first, stop it": what is done to nothing that is named. */
    private static final Pattern BEFORE = Pattern.compile(
            "(?:^|[.;!]\\s{1,3}+)(?:(?:please|pls|first|then|hi|hey|ok|okay|so|and|just|also|team|all|folks|everyone|guys|there|morning)[\\s,]{1,3}+){0,5}+"
                    + "((\\p{L}{3,20}+)[^.;,!]{0,60}?)"
                    + "(?=,? (?:and then|and|then) (?:please |just )?(\\p{L}{3,20})| first,? (?:and |then ){0,2}(?:please )?(\\p{L}{3,20}))");
    /** "Once it is done", "when finished"; not "when you can". */
    private static final Pattern WAITING = Pattern.compile(
            "\\b((?:once|when|whenever|after|as soon as|as long as) (?!(?:you|u|possible|poss|convenient|able|all|again|more|for|and|or)\\b)[^.;,!?\\n]{2,60})");
    /** Orders to somebody, and none that we follow. */
    private static final Set<String> OTHERS =
            FormWords.words("push pull publish fetch process clean clear sort tidy split undo draw execute");

    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");
    /** No orders, or ones that cost nothing when they are not followed. */
    private static final Set<String> NONE = FormWords.words(
            "hows whats whos wheres and but for with without from until till since because while when where what which who whom whose why how that than then"
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

    /** As written. @param all of the message: what is to come first counts for each of them */
    static List<String> beside(Candidate one, List<Candidate> all, String text) {
        if (Stream.concat(Stream.of(one), all.stream()).noneMatch(each -> ends(each.verb()))) {
            return List.of();
        }
        var said = text.toLowerCase(Locale.ROOT);
        var orders = ORDER.matcher(said).results().filter(order -> elsewhere(text, order));
        var before = BEFORE.matcher(said)
                .results()
                .filter(order -> FormWords.tells(order.group(3) == null ? order.group(4) : order.group(3)));
        return Stream.concat(
                        Stream.concat(orders, before).filter(order -> unknown(order.group(2))),
                        ends(one.verb()) ? WAITING.matcher(said).results() : Stream.empty())
                .map(order -> text.substring(order.start(1), order.end(1)).strip())
                .distinct()
                .toList();
    }

    private static boolean ends(Verb verb) {
        return verb == Verb.STOP || verb == Verb.TRANSFER;
    }

    private static boolean unknown(String verb) {
        return !NONE.contains(verb) && !verb.endsWith("ed") && (OTHERS.contains(verb) || !FormWords.tells(verb));
    }
}
