package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Value;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Amounts of another size that count from what there is: "4 more workers", "add 2 GPUs", "half the memory". What there is
 * is not known where sentences are read, so the slot keeps how much more or less it is. Worst case without it: "add 2
 * GPUs" to four of them read as two in all.
 */
final class RelativeAmounts {
    private static final Pattern IN_ALL = Pattern.compile("\\bin (?:all|total)\\b");

    private static final Pattern MORE = Pattern.compile("\\b(?:more|extra|additional|further)\\b");
    private static final Pattern FEWER = Pattern.compile("\\b(?:fewer|less)\\b");
    /** Just before the amount. */
    private static final Pattern ADDED = Pattern.compile("\\b(?:another|extra|additional|a further|plus"
            + "|add(?:ing)?(?: (?:me|us|in|on|back))?"
            + "|(?:(?:increas|rais|grow|extend|expand|boost|enlarg)\\w{0,3}|(?:scal|bump)\\w{0,3}\\b[^.,;!?]{0,40} (?:up|out))"
            + "\\b[^.,;!?]{0,60} by)\\s+$");

    private static final Pattern TAKEN =
            Pattern.compile("\\b(?:minus|less|drop(?:ping)?|cut|remov(?:e|ing)|shed|subtract|lose|take away"
                    + "|(?:(?:reduc|shrink|cut|lower|decreas)\\w{0,3}|(?:scal|tak|bring)\\w{0,3}\\b[^.,;!?]{0,40} (?:down|back))"
                    + "\\b[^.,;!?]{0,60} by)(?: (?:the|my))?\\s+$");
    private static final Pattern TAKE = Pattern.compile("\\b(?:take|give|hand|have)(?: (?:the|my))?\\s+$");
    /** Just after it. */
    private static final Pattern MORE_AFTER = Pattern.compile("^\\s+(?:more|extra|on top|in addition)\\b");

    private static final Pattern FEWER_AFTER = Pattern.compile("^\\s+(?:fewer|less)\\b");
    private static final Pattern OFF = Pattern.compile("^\\s+(?:off|away|back|out)\\b");
    /** Between two amounts that one verb is said of. */
    private static final Pattern AND = Pattern.compile("^\\s*(?:,|and|&|\\+|plus|/|,\\s*and)\\s*$");

    private static final String THING = "(memory|ram|mem|gb|gigs?|cores?|v?cpus?|workers?|executors?|nodes?|gpus?)\\b";
    private static final Pattern LESS =
            Pattern.compile("\\b(\\d{1,6}|one|two|three|four|five|six|seven|eight|nine|ten) (?:fewer|less) " + THING);
    private static final List<String> NUMBERS =
            List.of("", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
    private static final Pattern FACTOR =
            Pattern.compile("\\b(double|twice|two times|half|halve|triple|treble|three times|quadruple|four times)\\b"
                    + "(?: as (?:much|many))?(?: (?:of|the|my|its|our|their|that)){0,2} " + THING);
    private static final Map<String, String> FACTORS = Map.of(
            "double", "2",
            "twice", "2",
            "two times", "2",
            "half", "0.5",
            "halve", "0.5",
            "triple", "3",
            "treble", "3",
            "three times", "3",
            "quadruple", "4",
            "four times", "4");

    /** "Half the memory", and nothing else: it is no sentence, and can mean nothing else. */
    private static final Pattern ALONE = Pattern.compile("(?i)\\W{0,9}(?:(?:please|pls|and|make it|with) ){0,2}"
            + FACTOR.pattern() + "(?: (?:please|pls|plz))?\\W{0,9}");

    private static final Slot LAST = new Slot("last", "", true);

    private final Candidate candidate;
    private final String said;
    private final Map<SlotName, Slot> slots;
    private int end = -1;
    private int sign;

    private RelativeAmounts(Candidate candidate, String said) {
        this.candidate = candidate;
        this.said = said.toLowerCase(Locale.ROOT);
        this.slots = new LinkedHashMap<>(candidate.slots());
    }

    /** As it was read, but for amounts of another size that count from what there is. */
    static Candidate in(Candidate candidate, String said) {
        if (candidate.verb() == Verb.OUTOFSCOPE && ALONE.matcher(said).matches()) {
            return in(new Candidate(Verb.RESIZE, Map.of(KnownSlot.TARGET, LAST), 1), said);
        }
        return candidate.verb() == Verb.RESIZE ? new RelativeAmounts(candidate, said).counted() : candidate;
    }

    private Candidate counted() {
        if (IN_ALL.matcher(said).find()) {
            return candidate;
        }
        List<Map.Entry<SlotName, Slot>> amounts = candidate.slots().entrySet().stream()
                .filter(each -> each.getKey().parameter().isPresent()
                        && each.getValue().value() instanceof Long number
                        && number > 0
                        && at(each.getValue()) >= 0)
                .sorted(Comparator.comparingInt(each -> at(each.getValue())))
                .toList();
        amounts.forEach(each -> count(each.getKey(), each.getValue()));
        said(LESS, number -> Value.Relative.more(-number(number)));
        said(FACTOR, factor -> Value.Relative.times(FACTORS.get(factor)));
        slots.computeIfPresent(KnownSlot.TARGET, (name, target) -> amount(target) ? LAST : target);
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    /** "2 GPUs" say how many, and not of what. */
    private boolean amount(Slot target) {
        return !target.words().isBlank()
                && slots.values().stream()
                        .anyMatch(slot ->
                                Value.Relative.read(slot.value().toString()).isPresent()
                                        && slot.words().contains(target.words()));
    }

    /** What no slot was found for. */
    private void said(Pattern amounts, Function<String, Value.Relative> read) {
        amounts.matcher(said)
                .results()
                .forEach(amount -> slots.putIfAbsent(
                        slot(amount.group(2)),
                        new Slot(read.apply(amount.group(1)).text(), amount.group(), true)));
    }

    private static long number(String written) {
        return Character.isDigit(written.charAt(0)) ? Long.parseLong(written) : NUMBERS.indexOf(written);
    }

    private int at(Slot slot) {
        return slot.words().isBlank() ? -1 : said.indexOf(slot.words().toLowerCase(Locale.ROOT));
    }

    private void count(SlotName name, Slot slot) {
        var words = slot.words().toLowerCase(Locale.ROOT);
        var at = at(slot);
        var before = said.substring(0, at);
        var after = said.substring(at + words.length());
        var verb = ADDED.matcher(before).find()
                ? 1
                : TAKEN.matcher(before).find()
                                || TAKE.matcher(before).find()
                                        && OFF.matcher(after).find()
                        ? -1
                        : shared(at);
        var adjective = MORE.matcher(words).find() || MORE_AFTER.matcher(after).find()
                ? 1
                : FEWER.matcher(words).find() || FEWER_AFTER.matcher(after).find() ? -1 : 0;
        sign = verb;
        end = at + words.length();
        var counts = adjective == 0 ? verb : adjective;
        if (counts != 0) {
            slots.put(
                    name,
                    new Slot(Value.Relative.more(counts * (Long) slot.value()).text(), slot.words(), true));
        }
    }

    /** "Add 4 cores and 16 GB": both are added. */
    private int shared(int at) {
        var one = end >= 0 && (at < end || AND.matcher(said.substring(end, at)).matches());
        return one ? sign : 0;
    }

    private static KnownSlot slot(String thing) {
        return switch (thing.charAt(0)) {
            case 'm', 'r' -> KnownSlot.MEMORY_GB;
            case 'g' -> thing.startsWith("gp") ? KnownSlot.GPUS : KnownSlot.MEMORY_GB;
            case 'w', 'e', 'n' -> KnownSlot.WORKERS;
            default -> KnownSlot.CPU;
        };
    }
}
