package dev.quartermaster.intents.reading.embedded;

import dev.quartermaster.intents.reading.Candidate;
import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** "Cheaper?" after something was to be launched: less of what costs, each as a choice of its own. */
final class Cheaper {

    private static final Pattern ASKED = Pattern.compile(
            "^\\W*(?:and |ok |hm+ |can (?:we|i) (?:do|get|have) (?:it|that|this|something) |anything |something |a ){0,60}"
                    + "(?:cheaper|less expensive|cost less|too (?:expensive|much|pricey|dear)|smaller)(?: version| option| one| please| pls){0,20}\\W*$");

    private Cheaper() {}

    static boolean asked(String text) {
        return ASKED.matcher(text.toLowerCase(Locale.ROOT)).matches();
    }

    /** May be none: then there is nothing that was said to be made less of, but the smallest size. */
    static List<Candidate> of(Candidate launch) {
        var cheaper = new ArrayList<Candidate>();
        for (var name : KnownSlot.values()) {
            var said = launch.slots().get(name);
            if (name.counted() && said != null && said.value() instanceof Long many && many > 1) {
                cheaper.add(with(launch, name, many / 2));
            }
        }
        if (launch.slots().get(KnownSlot.FOR) != null) {
            var half = Duration.parse(launch.slots().get(KnownSlot.FOR).value().toString())
                    .dividedBy(2);
            if (half.toMinutes() >= 60) {
                cheaper.add(with(
                        launch, KnownSlot.FOR, Duration.ofHours(half.toHours()).toString()));
            }
        }
        return cheaper.isEmpty() ? List.of(with(launch, KnownSlot.SIZE, "small")) : cheaper;
    }

    private static Candidate with(Candidate launch, KnownSlot name, Object value) {
        var slots = new LinkedHashMap<>(launch.slots());
        slots.put(name, new Slot(value, value.toString(), true));
        return new Candidate(Verb.LAUNCH, slots, 0.5);
    }
}
