package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.Map;

/** Which of the things found belong to a verb, under the contract's slot names. */
public final class Filling {

    private Filling() {}

    public static Map<SlotName, Slot> of(Verb verb, Found found) {
        var slots = new Slots(found);
        switch (verb) {
            case LAUNCH -> Asked.launch(slots);
            case GRANT -> Asked.grant(slots);
            case EXTEND -> {
                slots.times(true);
                Had.target(slots);
            }
            case RESIZE -> Had.resize(slots);
            case STOP, RESUME, WITHDRAW, STATUS, WHY -> Had.target(slots);
            case TRANSFER -> Had.transfer(slots);
            case LIST -> Told.list(slots);
            case SPEND -> Told.spend(slots);
            case APPROVE -> Had.decide(slots, true);
            case DENY -> Had.decide(slots, false);
            case RUN -> slots.words(KnownSlot.JOB, Titles.job(found.text()));
            case FIND -> Told.find(slots);
            case HELP -> slots.words(KnownSlot.QUERY, Queries.asked(found.text()));
            case SMALLTALK, OUTOFSCOPE -> {}
        }
        return slots.filled();
    }
}
