package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.text.Words;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * New values over those last said: "make it 8 instead", "without a GPU", "and the same for raj". A message counts as one
 * only when little in it is left unexplained by values and the words one corrects with: a whole new request is none.
 */
final class Change {

    private static final String OPENERS =
            "^(?:\\W|again|no|nope|nah|actually|sorry|oops|wait|hang on|hold on|ouch|argh|ugh|ah|damn|whoops|hm+|ok|okay|yes|yep|yeah|and|but|or|so|oh|well"
                    + "|(?:that['’]?s |it['’]?s )?(?:far |way |a bit )?too (?:expensive|pricey|dear|much|many|long|big|large|small|little))"
                    + "{0,60}[\\s,]*";
    private static final Pattern FORM = Pattern.compile(
            OPENERS + "(?:make (?:it|that|them|those)|same\\b|(?:and )?(?:with|without|w/|w/o)"
                    + "|for\\b|until\\b|till?\\b|rather\\b|better\\b|only\\b|just\\b|instead\\b|(?:what|how) about\\b|plus\\b|say\\b|(?:i )?meant?\\b"
                    + "|should (?:be|have been)\\b|change (?:it|that|the)\\b|not\\b|no\\b|use\\b|let['’]?s (?:say|do|make|use)\\b|give it\\b|set it\\b|go (?:for|with)\\b|it['’]?s for\\b"
                    + "|\\d|(?:one|two|three|four|five|six|eight|ten|twelve)\\b|(?:the )?(?:small|medium|large|big|smaller|larger|bigger)\\b|read\\b|write\\b|and\\b|the\\b"
                    + "|double\\b|half\\b|halve\\b|twice\\b|(?:name|call) (?:it|that)\\b|back to\\b|from\\b|start(?:ing)?\\b|purpose\\b|(?:it['’]?s|that['’]?s|this is) (?:to|about)\\b"
                    + "|(?:(?:next|this|on) )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:the day after )?tomorrow\\b|by\\b|as\\b|in\\b|to\\b|on\\b|a\\b|an\\b)");
    private static final Pattern TAIL = Pattern.compile(
            "\\b(?:instead|then|though|tho|is enough|is fine|is plenty|will do|would do|as well|too|after all|not \\w+|rather)\\W*$");
    private static final Pattern PURPOSE = Pattern.compile(
            "^\\W*(?:again\\W+)?(?:(?:it['’]?s |that['’]?s |this is )?(?:for|purpose)|(?:it['’]?s|that['’]?s|this is) (?:to|about))\\b");
    private static final Pattern HANDED = Pattern.compile("\\b(?:hand|give|pass|transfer|move)\\b");
    private static final Pattern NAME = Pattern.compile("^\\W*(?:(?:and|please|pls|oh) )?(?:name|call) (?:it|that)\\b");
    private static final Pattern OTHER_ONE =
            Pattern.compile("^\\W*(?:no|not|nope|sorry|i mean|i meant|and|what about|how about|the|actually)\\b");
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:/-])(\\d{1,9})(?![\\w.:/-])");
    private static final Map<String, String> NUMBER_WORDS = Map.of(
            "one", "1", "two", "2", "three", "3", "four", "4", "five", "5", "six", "6", "eight", "8", "ten", "10",
            "twelve", "12");
    private static final Pattern NO_GPU = Pattern.compile(
            "\\b(?:no|without(?: the| a| any)?|w/o|minus the|drop the|not? (?:need|want)(?: the| a| any)?) gpus?\\b");
    private static final Pattern DOUBLE = Pattern.compile("\\b(?:double|twice)\\b");
    private static final Pattern HALF = Pattern.compile("\\b(?:half|halve)\\b");
    /** What is named beside a number or "double" is what changes, and nothing else. */
    private static final Map<Pattern, SlotName> AMOUNTS = Map.of(
            Pattern.compile("\\bgpus?\\b"), KnownSlot.GPUS,
            Pattern.compile("\\b(?:cpus?|cores?|vcpus?)\\b"), KnownSlot.CPU,
            Pattern.compile("\\b(?:memory|ram|gigs?|gb|storage|disk)\\b"), KnownSlot.MEMORY_GB,
            Pattern.compile("\\b(?:workers?|executors?|nodes?)\\b"), KnownSlot.WORKERS);

    private static final Pattern BEFORE = Pattern.compile(
            "\\b(?:(?:month|quarter|year|week|one|period) before|previous (?:month|quarter|year|week|one|period))\\b");
    private static final Pattern LENGTH =
            Pattern.compile("(?i)^\\W*(\\d{1,4})\\s*(h|hours?|d|days?|w|weeks?|m|min|minutes?|months?)\\W*$");
    private static final Set<String> FILLERS = new HashSet<>(List.of(
            ("no nope nah actually sorry oops wait hm hmm ok okay yes yep yeah and but or so oh well make it that them those same with"
                            + " without for until till til rather better only just instead what how about plus say i mean meant should be have been change not use let s us do"
                            + " give set go expensive pricey dear much many little big large the a an then though tho is enough fine plenty will would as well too after all please pls plz thanks thank you cheers to of on in at by me my"
                            + " one ones this time now longer more env environment spec size again also need needs want name call from start starting it's that's ll d m can could we max maximum total each per up down from bit argh ugh ah damn whoops ouch hang hold back")
                    .split(" ")));
    private static final int SHORT = 100;
    private static final int UNEXPLAINED = 2;

    private final Candidate last;
    private final Found found;
    private final String said;

    Change(Candidate last, Found found) {
        this.last = last;
        this.said = found.text().toLowerCase(Locale.ROOT).strip();
        this.found = new Found(
                found.text(),
                found.today(),
                found.times().stream().filter(time -> !negated(time.words())).toList(),
                found.mentions().stream()
                        .filter(mention -> !negated(mention.words()))
                        .toList(),
                found.corrected());
    }

    private boolean negated(Words words) {
        var before = said.substring(0, Math.min(said.length(), words.start()));
        return before.matches("(?s).*\\b(?:not|rather than|instead of)(?: the| a| an| for)? $");
    }

    Optional<Candidate> read() {
        var formed = FORM.matcher(said).find() || TAIL.matcher(said).find();
        if (said.length() > SHORT || !formed || Guards.notToStop(said) || strange() > UNEXPLAINED) {
            return Optional.empty();
        }
        var fresh = fresh();
        if (fresh.isEmpty()) {
            return Optional.empty();
        }
        var slots = new LinkedHashMap<>(last.slots());
        if (fresh.containsKey(KnownSlot.UNTIL)) {
            slots.remove(KnownSlot.FOR);
        } else if (fresh.containsKey(KnownSlot.FOR)) {
            slots.remove(KnownSlot.UNTIL);
        }
        if (fresh.containsKey(KnownSlot.PERSON) || fresh.containsKey(KnownSlot.TEAM) && last.verb() == Verb.SPEND) {
            slots.remove(fresh.containsKey(KnownSlot.PERSON) ? KnownSlot.TEAM : KnownSlot.PERSON);
        }
        var moved = SameDay.onOtherDay(last, fresh);
        slots.putAll(fresh);
        slots.putAll(moved);
        if (Long.valueOf(0).equals(value(slots, KnownSlot.GPUS))) {
            slots.remove(KnownSlot.GPU_KIND);
        }
        return Optional.of(new Candidate(last.verb(), slots, 0.95));
    }

    private static @Nullable Object value(Map<SlotName, Slot> slots, KnownSlot name) {
        var slot = slots.get(name);
        return slot == null ? null : slot.value();
    }

    /** How many words neither carry a value nor are what one corrects with. */
    private long strange() {
        var left = new StringBuilder(said);
        found.times()
                .forEach(time -> blank(left, time.words().start(), time.words().end()));
        found.mentions()
                .forEach(mention ->
                        blank(left, mention.words().start(), mention.words().end()));
        Filling.of(last.verb(), found).forEach((name, slot) -> {
            if ((name == KnownSlot.PURPOSE || name == KnownSlot.NAME) && !stale(name, slot)) {
                var start = said.indexOf(slot.words().toLowerCase(Locale.ROOT));
                if (start >= 0) {
                    blank(left, start, start + slot.words().length());
                }
            }
        });
        return Pattern.compile("[\\p{L}\\d][\\p{L}\\d_.-]*")
                .matcher(left)
                .results()
                .map(word -> word.group().replaceFirst("\\.$", ""))
                .filter(word -> !FILLERS.contains(word) && !NUMBER_WORDS.containsKey(word) && !word.matches("\\d+"))
                .count();
    }

    private String untimed() {
        var rest = new StringBuilder(said);
        found.times()
                .forEach(time -> blank(rest, time.words().start(), time.words().end()));
        return rest.toString();
    }

    private static void blank(StringBuilder text, int start, int end) {
        for (var i = start; i < Math.min(end, text.length()); i++) {
            text.setCharAt(i, ' ');
        }
    }

    private Map<SlotName, Slot> fresh() {
        var filled = Filling.of(last.verb(), found);
        var fresh = new LinkedHashMap<>(filled);
        fresh.entrySet().removeIf(entry -> stale(entry.getKey(), entry.getValue()));
        var purpose = fresh.get(KnownSlot.PURPOSE);
        if (purpose != null) {
            // "For the refund audit" names no data.
            fresh.entrySet()
                    .removeIf(entry -> entry.getKey() == KnownSlot.DATASET
                            && purpose.words().contains(entry.getValue().words()));
        }
        var sameDay = SameDay.of(last, said);
        if (!sameDay.isEmpty()) {
            fresh.keySet().removeAll(List.of(KnownSlot.FROM, KnownSlot.UNTIL));
            fresh.putAll(sameDay);
            return fresh;
        }
        if (NO_GPU.matcher(said).find()) {
            fresh.put(KnownSlot.GPUS, new Slot(0L, said, true));
            fresh.remove(KnownSlot.GPU_KIND);
        }
        var persons = found.mentions().stream()
                .filter(mention -> mention.slot() == KnownSlot.PERSON && mention.resolved())
                .toList();
        if (last.slots().containsKey(KnownSlot.GRANTEE)
                && persons.size() == 1
                && !HANDED.matcher(said).find()) {
            var person = persons.getFirst();
            fresh.put(KnownSlot.GRANTEE, new Slot(person.value(), person.words().text(), true));
        }
        if (fresh.isEmpty()) {
            before().ifPresent(period -> fresh.put(KnownSlot.PERIOD, new Slot(period, said, true)));
        }
        if (fresh.keySet().stream()
                .noneMatch(name -> filled.get(name) == null || filled.get(name).value() instanceof Long)) {
            number(fresh);
        }
        return fresh;
    }

    /** What was not said now, or has no place in a correction. */
    private boolean stale(SlotName name, Slot slot) {
        if (name == KnownSlot.TARGET) {
            return "last".equals(slot.value())
                    || slot.words().isBlank()
                    || !OTHER_ONE.matcher(said).find();
        }
        if (name == KnownSlot.PURPOSE) {
            return !PURPOSE.matcher(untimed()).find();
        }
        if (name == KnownSlot.NAME) {
            return !NAME.matcher(said).find();
        }
        if (name == KnownSlot.DATASET) {
            return !slot.resolved() && !slot.value().toString().matches(".*[._].*");
        }
        var worded = name instanceof KnownSlot known && known.kind() == KnownSlot.Kind.TEXT;
        return worded && name != KnownSlot.PROJECT || slot.words().isBlank();
    }

    /** A number alone replaces the one number there was; of several, that of GPUs, or the first. */
    private void number(Map<SlotName, Slot> fresh) {
        var named = AMOUNTS.entrySet().stream()
                .filter(noun -> noun.getKey().matcher(said).find())
                .map(Map.Entry::getValue)
                .toList();
        var counted = last.slots().entrySet().stream()
                .filter(entry -> entry.getValue().value() instanceof Long)
                .filter(entry -> named.isEmpty() || named.contains(entry.getKey()))
                .toList();
        if (counted.isEmpty() || !fresh.isEmpty() && !fresh.keySet().equals(Set.of(KnownSlot.PATH))) {
            return;
        }
        var slot = counted.stream()
                .filter(entry -> entry.getKey().equals(KnownSlot.GPUS))
                .findFirst()
                .orElse(counted.getFirst());
        var was = (Long) slot.getValue().value();
        var number = number();
        if (number.isPresent()) {
            fresh.put(slot.getKey(), new Slot(number.get(), number.get().toString(), true));
        } else if (DOUBLE.matcher(said).find()) {
            fresh.put(slot.getKey(), new Slot(Math.min(was * 2, 1_000_000_000L), said, true));
        } else if (HALF.matcher(said).find() && was > 1) {
            fresh.put(slot.getKey(), new Slot(was / 2, said, true));
        }
    }

    private Optional<Long> number() {
        var digits = said;
        for (var word : NUMBER_WORDS.entrySet()) {
            digits = digits.replaceAll(
                    "\\b" + word.getKey() + "\\b(?! (?:with|for|in|of|please|pls|is|instead)\\b)", word.getValue());
        }
        var left = new StringBuilder(digits);
        if (digits.length() == said.length()) {
            found.times()
                    .forEach(time ->
                            blank(left, time.words().start(), time.words().end()));
        }
        var number = NUMBER.matcher(left);
        return number.find() ? Optional.of(Long.valueOf(number.group(1))) : Optional.empty();
    }

    /** The stretch before the one last asked about, of the same length. */
    private Optional<String> before() {
        var period = Optional.ofNullable(last.slots().get(KnownSlot.PERIOD))
                .map(slot -> slot.value().toString());
        if (period.isEmpty() || !BEFORE.matcher(said).find()) {
            return Optional.empty();
        }
        var iso = period.get();
        if (iso.matches("\\d{4}")) {
            return Optional.of(String.valueOf(Integer.parseInt(iso) - 1));
        }
        if (iso.matches("\\d{4}-\\d{2}")) {
            return Optional.of(YearMonth.parse(iso).minusMonths(1).toString());
        }
        if (!iso.matches("\\d{4}-\\d{2}-\\d{2}/\\d{4}-\\d{2}-\\d{2}")) {
            return Optional.empty();
        }
        var first = LocalDate.parse(iso.substring(0, 10));
        var after = LocalDate.parse(iso.substring(11)).plusDays(1);
        var months = first.getDayOfMonth() == 1 && after.getDayOfMonth() == 1
                ? (int) java.time.temporal.ChronoUnit.MONTHS.between(first, after)
                : 0;
        var start = months > 0 ? first.minusMonths(months) : first.minusDays(after.toEpochDay() - first.toEpochDay());
        return Optional.of(start + "/" + first.minusDays(1));
    }

    /** An option such as {@code 30 days} as ISO-8601. */
    static Optional<String> length(String option) {
        var found = LENGTH.matcher(Objects.requireNonNull(option));
        if (!found.matches()) {
            return Optional.empty();
        }
        var amount = Long.parseLong(found.group(1));
        return Optional.of(
                switch (found.group(2).toLowerCase(Locale.ROOT).charAt(0)) {
                    case 'h' -> Duration.ofHours(amount).toString();
                    case 'd' ->
                        amount >= 7
                                ? "P" + amount + "D"
                                : Duration.ofDays(amount).toString();
                    case 'w' -> "P" + 7 * amount + "D";
                    default ->
                        found.group(2).toLowerCase(Locale.ROOT).startsWith("mo")
                                ? "P" + 30 * amount + "D"
                                : Duration.ofMinutes(amount).toString();
                });
    }
}
