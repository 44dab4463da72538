package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.slots.Filling;
import dev.quartermaster.intents.reading.slots.Found;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** A bare number said of what has a length: "3, not 2" of two hours is three hours, and "ok, 14 then" of 16 days 14 days. */
final class NewLength {
    private static final String NUMBER =
            "(\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen|twenty|thirty)";
    private static final Pattern SAID = Pattern.compile(
            "^\\W{0,5}(?:(?:no|nope|ok|okay|yes|yeah|sorry|oops|actually|wait|h+m+|so|and|alright|fine|then|make (?:it|that)"
                    + "|i (?:mean|meant|said)|rather|only|just|say|take|use|let's (?:say|do|take)|go (?:for|with))\\W{1,3}){0,5}"
                    + "(" + NUMBER + "(?:,? (?:and )?(?:not|instead of|rather than) " + NUMBER + ")?)"
                    + "(?:,? (?:then|please|pls|it is|is (?:fine|ok|enough|plenty)|instead|rather|(?:will|would) do|sorry))*\\W{0,5}$");
    private static final Pattern AMOUNT = Pattern.compile("(?i)" + NUMBER + "(?= ?-?[a-z])");

    private final Candidate last;
    private final Function<String, Found> find;

    NewLength(Candidate last, Function<String, Found> find) {
        this.last = last;
        this.find = find;
    }

    /** @param said in lower case */
    Optional<Candidate> of(String said) {
        var length = last.slots().get(KnownSlot.FOR);
        var number = SAID.matcher(said);
        if (length == null || !number.matches()) {
            return Optional.empty();
        }
        var before = AMOUNT.matcher(length.words());
        var counted = last.slots().values().stream().anyMatch(slot -> slot.value() instanceof Long);
        if (!before.find() || (counted && !before.group(1).equals(number.group(3)))) {
            return Optional.empty();
        }
        var words = length.words().substring(0, before.start())
                + number.group(2)
                + length.words().substring(before.end());
        return Optional.ofNullable(
                        Filling.of(last.verb(), find.apply("for " + words)).get(KnownSlot.FOR))
                .map(fresh -> with(new Slot(fresh.value(), number.group(1), true)));
    }

    private Candidate with(Slot length) {
        var slots = new LinkedHashMap<>(last.slots());
        slots.put(KnownSlot.FOR, length);
        return new Candidate(last.verb(), slots, 0.95);
    }
}
