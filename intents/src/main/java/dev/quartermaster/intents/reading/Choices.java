package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.reading.gate.ReadingGate;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which of the options we offered a message picks: by its text or nearly so, its number, its place, or as the smallest or
 * the largest of them. A whole new request picks none, whatever words it shares with an option.
 */
public final class Choices {

    private static final List<String> PLACES =
            List.of("first|1st", "second|2nd", "third|3rd", "fourth|4th", "fifth|5th");
    private static final String OPENING =
            "^(?:\\W|the |yes |no |ok |okay |please |pls |i mean |i meant |i['’]?d (?:say|go for|go with|take) |go (?:for|with) |let['’]?s"
                    + " (?:take|go with|do|say) |option |number |no\\.? ?|it['’]?s |that['’]?s |make it |say |take |use |just |well ){0,60}";
    private static final String CLOSING =
            "(?: one| option| please| pls| thanks| then| will do| is (?:fine|enough|plenty)| of"
                    + " (?:them|these|those)| would be (?:fine|great|good)|\\W){0,60}(?:$|[,.;:–-].*)";
    private static final Pattern LEAST =
            Pattern.compile(OPENING + "(?:shortest|smallest|lowest|least|cheapest|minimum|shorter|smaller)" + CLOSING);
    private static final Pattern MOST = Pattern.compile(
            OPENING + "(?:longest|largest|biggest|highest|most|maximum|max|longer|larger|bigger)" + CLOSING);
    private static final Pattern LAST = Pattern.compile(OPENING + "(?:last|bottom|final)" + CLOSING);
    private static final Pattern NONE = Pattern.compile(
            "\\W*(?:(?:wait|hm+|ok(?:ay)?|oh|actually|sorry|well)\\W{1,3}){0,3}(?:no|nope|nah|n|neither|none(?: of (?:them|these|those))?|never ?mind|nvm|leave it|leave it be"
                    + "|forget (?:about )?(?:it|that|this|the [\\w-]+)|scrap (?:it|that)|cancel(?: (?:that|it))?|not now|no thanks|no thank you|don['’]?t)\\W*");
    private static final Pattern YES = Pattern.compile(
            "\\W*(?:yes|yep|yeah|yup|y|aye|ok|okay|sure|do it|go ahead|please do|correct|right|exactly|confirm(?:ed)?|👍|:\\+1:|\\+1)(?: please| pls| thanks"
                    + "| do (?:it|that)| go ahead| go for it| (?:launch|start|run|make|get|take|keep|extend|grant|ask for) it)?\\W*");
    /** The button under an answer that asked for nothing: whoever only says "ok" has read it. */
    public static final String ASK_FOR_IT = "Ask for it";

    private static final Pattern READ_IT =
            Pattern.compile("\\W{0,9}(?:ok|okay|right|sure|exactly|correct|aye)(?: thanks)?\\W{0,9}");
    private static final Pattern TAIL = Pattern.compile("[,.;:]\\s|\\s[–-]\\s");
    private static final Pattern CHANGED =
            Pattern.compile("\\b(?:but|only|no|not|don['’]?t|wait|actually|instead|rather|until|till|for)\\b");
    private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(\\p{L}*)");
    private static final Pattern LARGER = Pattern.compile("\\b(?:bigger|larger|smaller)\\b");
    private static final Pattern LASTING =
            Pattern.compile("\\d{1,9}(?:\\.\\d{1,3})?\\s{0,3}(?:h|d|w|m|hours?|days?|weeks?|months?|min\\w{0,5})");
    private static final Map<String, Integer> WORTH = Map.ofEntries(
            Map.entry("m", 1),
            Map.entry("min", 1),
            Map.entry("h", 60),
            Map.entry("hour", 60),
            Map.entry("d", 1_440),
            Map.entry("day", 1_440),
            Map.entry("w", 10_080),
            Map.entry("week", 10_080),
            Map.entry("month", 43_200));
    private static final Map<String, String> NUMBERS = Map.of(
            "an?|one",
            "1",
            "two",
            "2",
            "three",
            "3",
            "four",
            "4",
            "five",
            "5",
            "six",
            "6",
            "seven",
            "7",
            "eight",
            "8",
            "ten",
            "10",
            "fortnight",
            "2 weeks");
    private static final double ALIKE = 0.75;
    private static final int SHORT = 80;

    private Choices() {}

    /** The index of the option picked, if one is. @param offered labels in the order shown */
    public static OptionalInt pick(String text, List<String> offered) {
        var said = plain(text);
        if (offered.isEmpty() || said.isEmpty() || said.length() > SHORT || refused(text) || changes(said)) {
            return OptionalInt.empty();
        }
        var yes = YES.matcher(said).matches() && !text.strip().endsWith("?");
        if (!yes && !ReadingGate.answers(text, offered)) {
            return OptionalInt.empty();
        }
        if (yes) {
            return IntStream.range(0, offered.size())
                    .filter(i -> !offered.get(i).equals(ASK_FOR_IT)
                            || !READ_IT.matcher(said).matches())
                    .filter(i -> offered.size() == 1 || plain(offered.get(i)).matches("yes\\b.*"))
                    .findFirst();
        }
        var named = named(said, offered);
        if (named.isPresent()) {
            return named;
        }
        var partly = partly(said, offered);
        if (partly.isPresent()) {
            return partly;
        }
        var place = place(said, offered.size());
        return place.isPresent()
                ? place
                : extreme(said, offered)
                        .or(() -> near(said, offered))
                        .map(OptionalInt::of)
                        .orElse(OptionalInt.empty());
    }

    /** More is said after an option, and it is no pick of that as it stands: "yes, but only for 2 days". */
    private static boolean changes(String said) {
        var tail = TAIL.matcher(said);
        return tail.find() && CHANGED.matcher(said.substring(tail.end())).find();
    }

    /** Whether a message refuses everything that was offered. */
    public static boolean refused(String text) {
        return NONE.matcher(plain(text)).matches();
    }

    /** Its text, alone or with a few words around it, and no other option's. */
    private static OptionalInt named(String said, List<String> offered) {
        var rest = said.replaceFirst(OPENING, "");
        var numbered = numbered(rest);
        for (var i = 0; i < offered.size(); i++) {
            var option = plain(offered.get(i));
            if (numbered.matches("\\Q" + numbered(option) + "\\E" + CLOSING)) {
                return OptionalInt.of(i);
            }
        }
        var within = IntStream.range(0, offered.size())
                .filter(i -> plain(offered.get(i)).length() > 3
                        && (" " + said + " ")
                                .matches("(?s).*(?<![\\w-])\\Q" + plain(offered.get(i)) + "\\E(?![\\w-]).*"))
                .boxed()
                .toList();
        return within.size() == 1
                        && said.split(" ").length <= 10
                        && !Pattern.compile("\\bnot\\b").matcher(said).find()
                ? OptionalInt.of(within.getFirst())
                : OptionalInt.empty();
    }

    /** One or two words that stand in one option only: "delta" of orders_load_full and orders_load_delta. */
    private static OptionalInt partly(String said, List<String> offered) {
        var phrase =
                " " + said.replaceFirst(OPENING, "").replaceFirst("\\s*(?:one|please|pls|thanks|then)\\W*$", "") + " ";
        var holding = IntStream.range(0, offered.size())
                .filter(i -> (" " + plain(offered.get(i)).replaceAll("[,()]", " ") + " ").contains(phrase))
                .toArray();
        if (holding.length == 1 && phrase.length() > 4) {
            return OptionalInt.of(holding[0]);
        }
        var words = List.of(said.replaceFirst(OPENING, "")
                .replaceFirst("\\s*(?:one|please|pls|thanks|then)\\W*$", "")
                .split("[^\\p{L}\\p{N}]+"));
        if (words.size() > 2 || words.stream().anyMatch(word -> word.length() < 3)) {
            return OptionalInt.empty();
        }
        var having = IntStream.range(0, offered.size())
                .filter(i ->
                        List.of(plain(offered.get(i)).split("[^\\p{L}\\p{N}]+")).containsAll(words))
                .toArray();
        return having.length == 1 ? OptionalInt.of(having[0]) : OptionalInt.empty();
    }

    private static OptionalInt place(String said, int size) {
        for (var i = 0; i < Math.min(size, PLACES.size()); i++) {
            if (said.matches(OPENING + "(?:(?:" + PLACES.get(i) + ")|#?" + (i + 1) + "[.)]?)" + CLOSING)) {
                return OptionalInt.of(i);
            }
        }
        return LAST.matcher(said).find() ? OptionalInt.of(size - 1) : OptionalInt.empty();
    }

    /** Only where every option has an amount: the shortest of 1 week, 30 days, 90 days. */
    private static Optional<Integer> extreme(String said, List<String> offered) {
        var least = LEAST.matcher(said).find();
        if (!least && !MOST.matcher(said).find()) {
            return Optional.empty();
        }
        if (LARGER.matcher(said).find() && offered.stream().allMatch(Choices::lasts)) {
            return Optional.empty();
        }
        var amounts = new ArrayList<Double>();
        offered.forEach(option -> amount(option).ifPresent(amounts::add));
        if (amounts.size() != offered.size()) {
            return byName(least, offered);
        }
        var order = Comparator.<Integer>comparingDouble(amounts::get);
        return IntStream.range(0, offered.size()).boxed().min(least ? order : order.reversed());
    }

    /** Nobody calls a time large: "make it bigger" means the thing. */
    private static boolean lasts(String option) {
        return LASTING.matcher(numbered(plain(option))).matches();
    }

    private static Optional<Integer> byName(boolean least, List<String> offered) {
        var wanted = least ? "small" : "large";
        return IntStream.range(0, offered.size())
                .boxed()
                .filter(i -> plain(offered.get(i)).contains(wanted))
                .findFirst();
    }

    private static Optional<Double> amount(String option) {
        var found = AMOUNT.matcher(numbered(plain(option)));
        if (!found.find()) {
            return Optional.empty();
        }
        var unit = found.group(2).replaceFirst("s$", "");
        return Optional.of(Double.parseDouble(found.group(1)) * WORTH.getOrDefault(unit, 1));
    }

    private static Optional<Integer> near(String said, List<String> offered) {
        var rest = said.replaceFirst(OPENING, "");
        var best = IntStream.range(0, offered.size())
                .boxed()
                .filter(i -> !List.of("yes", "no").contains(plain(offered.get(i))))
                .max(Comparator.comparingDouble(i -> Nearest.likeness(rest, offered.get(i))));
        return best.filter(i -> rest.length() > 2 && Nearest.likeness(rest, offered.get(i)) >= ALIKE);
    }

    private static String numbered(String said) {
        var changed = said;
        for (var number : NUMBERS.entrySet()) {
            changed = changed.replaceAll("\\b(?:" + number.getKey() + ")\\b", number.getValue());
        }
        return changed.replaceAll("(\\d) (?=(?:h|d|w|m|hours?|days?|weeks?|months?|min\\w*)\\b)", "$1")
                .replaceAll("(\\d)(h|d|w)\\b", "$1$2")
                .replaceAll("(\\d)hours?\\b", "$1h")
                .replaceAll("(\\d)days?\\b", "$1d")
                .replaceAll("(\\d)weeks?\\b", "$1w");
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).strip().replaceAll("\\s+", " ").replaceAll("[!.?]+$", "");
    }
}
