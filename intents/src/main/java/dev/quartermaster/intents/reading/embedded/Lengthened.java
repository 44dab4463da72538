package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.slots.Found;
import dev.quartermaster.intents.reading.time.TimeExpression.Lasting;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** So much longer or shorter than what was only shown: "make that a week longer", "one more hour", "two days less". */
final class Lengthened {

    private static final Pattern LONGER =
            Pattern.compile("\\b(?:longer|another|additional|extra|more|further|on top)\\b|^\\W*(?:plus|add|\\+)\\s?");
    private static final Pattern SHORTER = Pattern.compile("\\b(?:shorter|less|fewer|minus|earlier|sooner)\\b");

    private static final int SHORT = 60;

    private Lengthened() {}

    /** What was shown with the sum; empty where no length was said, or nothing that it counts from. */
    static Optional<Candidate> of(Candidate shown, Found found) {
        var said = found.text().toLowerCase(Locale.ROOT);
        var sign = SHORTER.matcher(said).find() ? -1 : LONGER.matcher(said).find() ? 1 : 0;
        if (sign == 0
                || said.length() > SHORT
                || found.times().size() != 1
                || !(found.times().getFirst() instanceof Lasting by)
                || found.mentions().stream().anyMatch(each -> !each.words().overlaps(by.words()))
                || shown.slots().containsKey(KnownSlot.FOR) == shown.slots().containsKey(KnownSlot.UNTIL)) {
            return Optional.empty();
        }
        var name = shown.slots().containsKey(KnownSlot.FOR) ? KnownSlot.FOR : KnownSlot.UNTIL;
        var sum = sum(shown.slots().get(name).value().toString(), by.length().multipliedBy(sign));
        if (sum == null) {
            return Optional.empty();
        }
        var slots = new LinkedHashMap<>(shown.slots());
        slots.put(name, new Slot(sum, by.words().text(), true));
        return Optional.of(new Candidate(shown.verb(), slots, 0.95));
    }

    /** @param iso a length, a day or a time. Null where nothing is left, or it is none of these */
    private static @Nullable String sum(String iso, Duration by) {
        try {
            if (iso.startsWith("P")) {
                var length = Duration.parse(iso).plus(by);
                return length.isNegative() || length.isZero() ? null : Lasting.iso(length);
            }
            if (iso.contains("T")) {
                return LocalDateTime.parse(iso).plus(by).toString();
            }
            return by.equals(Duration.ofDays(by.toDays()))
                    ? LocalDate.parse(iso).plusDays(by.toDays()).toString()
                    : null;
        } catch (DateTimeException | ArithmeticException none) {
            return null;
        }
    }
}
