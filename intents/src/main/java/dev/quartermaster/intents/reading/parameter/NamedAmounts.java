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
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A whole number said with the name of a golden path's own parameter: {@code 500k tokens a day}, {@code partitions: 12}.
 * In thousands and millions as people write them.
 */
public final class NamedAmounts {
    private static final String NUMBER = "(\\d{1,12}(?:[.,]\\d{1,6})?)\\s?(k|m|mio|thousand|million)?";

    /** "Every 90 minutes" is a schedule. */
    private static final Set<String> TIMES = Set.of("seconds", "minutes", "hours", "days", "weeks", "months");

    private NamedAmounts() {}

    /** As it was read, and with each such number that is not read otherwise. */
    public static Candidate in(Candidate candidate, String text, Catalogue catalogue) {
        var path = candidate.slots().get(KnownSlot.PATH);
        if (candidate.verb() != Verb.LAUNCH || path == null) {
            return candidate;
        }
        var slots = new LinkedHashMap<>(candidate.slots());
        catalogue.path(new PathName(path.value().toString())).stream()
                .flatMap(each -> each.parameters().stream())
                .filter(parameter -> parameter.type() == Parameter.Type.INTEGER
                        && SlotName.of(parameter) instanceof ParameterSlot
                        && !TIMES.contains(parameter.name())
                        && !slots.containsKey(SlotName.of(parameter)))
                .forEach(parameter -> said(parameter.name(), text.toLowerCase(Locale.ROOT))
                        .ifPresent(amount -> slots.put(SlotName.of(parameter), amount)));
        return slots.size() == candidate.slots().size()
                ? candidate
                : new Candidate(candidate.verb(), slots, candidate.confidence());
    }

    private static Optional<Slot> said(String name, String text) {
        var words = name.replace('_', ' ').replace('-', ' ');
        var one = Pattern.quote(words.replaceFirst("s$", ""));
        return Pattern.compile("(?<![\\p{L}\\p{N}.,])(?:" + NUMBER + "\\s?" + one + "s?\\b|" + one + "s?(?: ?[:=] ?| )"
                        + NUMBER + "(?![\\p{L}\\p{N}]))")
                .matcher(text)
                .results()
                .findFirst()
                .flatMap(said -> {
                    var first = said.group(1) != null;
                    return whole(said.group(first ? 1 : 3), said.group(first ? 2 : 4))
                            .map(number -> new Slot(number, said.group(), true));
                });
    }

    /** "2.5m" is a number, "1,000" and "1.000" are a thousand. */
    private static Optional<Long> whole(String digits, String unit) {
        var plain = digits.matches("\\d{1,3}[.,]\\d{3}") ? digits.replaceAll("[.,]", "") : digits.replace(',', '.');
        var times = unit == null ? 1 : unit.startsWith("k") || unit.startsWith("t") ? 1_000 : 1_000_000;
        var number = new BigDecimal(plain).multiply(BigDecimal.valueOf(times)).stripTrailingZeros();
        return number.scale() <= 0 ? Optional.of(number.longValue()) : Optional.empty();
    }
}
