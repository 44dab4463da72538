package dev.quartermaster.intents.reading.parameter;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.ParameterSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A whole number said with the name of a golden path's own parameter: {@code 500k tokens a day}, {@code partitions: 12}.
 * In thousands and millions as people write them.
 */
public final class NamedAmounts {
    private static final String NUMBER = "(\\d{1,12}(?:[.,]\\d{1,6})?)\\s?(k|m|mio|thousand|million)?";

    private static final String TIME = "(?:minutes?|mins?|hours?|hrs?|h|days?|d|weeks?|wks?|w|months?)\\b";
    private static final Pattern PIECES = Pattern.compile("[;!?\\n]|[,.](?!\\d)");
    /** Said of what was, or of another. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "\\b(?:was|were|had|used|took|last|yesterday|ago|previous|like (?:the|that|my) (?:one|other))\\b");

    /** "Every 90 minutes" is a schedule. */
    private static final Set<String> TIMES = Set.of("seconds", "minutes", "hours", "days", "weeks", "months");

    private NamedAmounts() {}

    /** As they were read, and with each such number that is not read otherwise: of several the first is of the first. */
    public static List<Candidate> in(List<Candidate> candidates, String text, Catalogue catalogue) {
        var all = new ArrayList<>(candidates);
        candidates.stream()
                .flatMap(candidate -> own(candidate, catalogue).stream())
                .distinct()
                .forEach(parameter -> {
                    var said = said(parameter.name(), text.toLowerCase(Locale.ROOT));
                    var open = IntStream.range(0, all.size())
                            .filter(at -> own(all.get(at), catalogue).contains(parameter))
                            .toArray();
                    for (var n = 0; n < open.length && (said.size() == 1 || said.size() == open.length); n++) {
                        all.set(
                                open[n],
                                with(all.get(open[n]), SlotName.of(parameter), said.get(Math.min(n, said.size() - 1))));
                    }
                });
        return all;
    }

    /** Whole numbers that only its golden path knows and that are not read yet. */
    private static List<Parameter> own(Candidate candidate, Catalogue catalogue) {
        var path = candidate.slots().get(KnownSlot.PATH);
        return candidate.verb() != Verb.LAUNCH || path == null
                ? List.of()
                : catalogue.path(new PathName(path.value().toString())).stream()
                        .flatMap(each -> each.parameters().stream())
                        .filter(parameter -> parameter.type() == Parameter.Type.INTEGER
                                && SlotName.of(parameter) instanceof ParameterSlot
                                && !TIMES.contains(parameter.name())
                                && !candidate.slots().containsKey(SlotName.of(parameter)))
                        .toList();
    }

    private static Candidate with(Candidate candidate, SlotName name, Slot amount) {
        var slots = new LinkedHashMap<>(candidate.slots());
        slots.put(name, amount);
        return new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private static List<Slot> said(String name, String text) {
        var words = name.replace('_', ' ').replace('-', ' ');
        var one = Pattern.quote(words.replaceFirst("s$", ""));
        var number = Pattern.compile("(?<![\\p{L}\\p{N}.,])(?:" + NUMBER + "\\s?" + one + "s?\\b|" + one
                + "s?(?: ?[:=] ?| )" + NUMBER + "(?![\\p{L}\\p{N}]|\\s?" + TIME + "))");
        return PIECES.splitAsStream(text)
                .filter(piece -> !ELSEWHERE.matcher(piece).find())
                .flatMap(piece -> number.matcher(piece).results())
                .flatMap(said -> {
                    var first = said.group(1) != null;
                    return whole(said.group(first ? 1 : 3), said.group(first ? 2 : 4))
                            .map(amount -> new Slot(amount, said.group(), true))
                            .stream();
                })
                .toList();
    }

    /** "2.5m" is a number, "1,000" and "1.000" are a thousand. */
    private static Optional<Long> whole(String digits, String unit) {
        var plain = digits.matches("\\d{1,3}[.,]\\d{3}") ? digits.replaceAll("[.,]", "") : digits.replace(',', '.');
        var times = unit == null ? 1 : unit.startsWith("k") || unit.startsWith("t") ? 1_000 : 1_000_000;
        var number = new BigDecimal(plain).multiply(BigDecimal.valueOf(times)).stripTrailingZeros();
        return number.scale() <= 0 ? Optional.of(number.longValue()) : Optional.empty();
    }
}
