package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.Map;

/** Which of the things found belong to a verb: each of its slots is looked for, in its order. */
public final class Filling {

    private Filling() {}

    public static Map<SlotName, Slot> of(Verb verb, Found found) {
        var slots = new Slots(found);
        verb.slots().forEach(slot -> fill(slot, verb, slots));
        if (verb.parameters() && verb.onWhatIs()) {
            Had.changed(slots);
        }
        return slots.filled();
    }

    private static void fill(KnownSlot slot, Verb verb, Slots slots) {
        switch (slot) {
            case PATH, SIZE, CPU, MEMORY_GB, GPUS, GPU_KIND, WORKERS -> slots.mentions(slot);
            case COUNT -> Asked.count(slots);
            case DATASET -> {
                if (verb.opens()) {
                    Asked.dataset(slots);
                } else {
                    Had.dataset(slots);
                }
            }
            case ACCESS -> Asked.access(slots);
            case TARGET -> {
                if (verb.decides()) {
                    Had.request(slots);
                } else {
                    Had.target(slots);
                }
            }
            case FOR -> slots.times(verb.onWhatIs());
            case TEAM -> {
                if (verb.opens()) {
                    Asked.team(slots);
                } else if (verb.takes(KnownSlot.PERSON)) {
                    Told.whose(slots);
                } else {
                    Told.team(slots);
                }
            }
            case GRANTEE -> {
                if (verb.opens()) {
                    Asked.grantee(slots, verb.takes(KnownSlot.DATASET));
                } else {
                    Had.grantee(slots);
                }
            }
            case IMAGE -> slots.words(slot, Titles.image(slots.text()));
            case NAME -> slots.words(slot, Titles.name(slots.text()));
            case PROJECT -> slots.words(slot, Titles.project(slots.text()));
            case PURPOSE -> slots.words(slot, Asked.purpose(slots));
            case SCHEDULE ->
                Schedules.find(slots.text()).ifPresent(schedule -> slots.put(slot, schedule.value(), schedule.words()));
            case PERIOD -> Told.period(slots);
            case BY -> Told.by(slots);
            case TOP -> Told.top(slots);
            case RESOURCE -> Told.resource(slots);
            case WHAT -> Told.what(slots);
            case JOB -> slots.words(slot, Titles.job(slots.text()));
            case QUERY -> {
                if (verb == Verb.HELP) {
                    slots.words(slot, Queries.asked(slots.text()));
                } else {
                    Told.find(slots);
                }
            }
            case REASON -> slots.words(slot, Reasons.find(slots.text(), verb == Verb.APPROVE));
            // An end and a start are read with the length, a person with the team: one rules out the other.
            case UNTIL, FROM, PERSON -> {}
            // In no sentence by themselves.
            case UNKNOWN_DATASET, REFUSED, SERVICE, TABLE -> {}
        }
    }
}
