package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.KnownSlot;
import dev.quartermaster.intents.reading.Slot;
import dev.quartermaster.intents.reading.SlotName;
import dev.quartermaster.intents.reading.Verb;
import java.util.Map;
import java.util.function.Consumer;

/** Which of the things found belong to a verb: each of its slots is looked for, in its order. */
public final class Filling {

    private Filling() {}

    public static Map<SlotName, Slot> of(Verb verb, Found found) {
        var slots = new Slots(found);
        verb.slots().forEach(slot -> reader(slot, verb).accept(slots));
        if (verb.parameters() && verb.onWhatIs()) {
            Had.changed(slots);
        }
        return slots.filled();
    }

    /** An expression, so that a slot that nobody reads does not compile. */
    private static Consumer<Slots> reader(KnownSlot slot, Verb verb) {
        return switch (slot) {
            case PATH, SIZE, CPU, MEMORY_GB, GPUS, GPU_KIND, WORKERS -> slots -> slots.mentions(slot);
            case COUNT -> Asked::count;
            case DATASET -> verb.opens() ? Asked::dataset : Had::dataset;
            case ACCESS -> Asked::access;
            case TARGET -> verb.decides() ? Had::request : Had::target;
            case FOR -> slots -> slots.times(verb.onWhatIs());
            case TEAM -> verb.opens() ? Asked::team : verb.takes(KnownSlot.PERSON) ? Told::whose : Told::team;
            case GRANTEE -> verb.opens() ? slots -> Asked.grantee(slots, verb.takes(KnownSlot.DATASET)) : Had::grantee;
            case IMAGE -> Asked::image;
            case SCRIPT -> slots -> slots.words(slot, Titles.script(slots.text()));
            case REPOSITORY -> slots -> slots.words(slot, Titles.repository(slots.text()));
            case NAME -> Asked::name;
            case PROJECT -> slots -> slots.words(slot, Titles.project(slots.text()));
            case PURPOSE -> slots -> slots.words(slot, Asked.purpose(slots));
            case SCHEDULE ->
                slots -> Schedules.find(slots.text()).ifPresent(schedule -> {
                    slots.put(slot, schedule.value(), schedule.words());
                    slots.notAlso(schedule.words(), KnownSlot.FROM, KnownSlot.UNTIL);
                });
            case PERIOD -> Told::period;
            case BY -> Told::by;
            case TOP -> Told::top;
            case RESOURCE -> Told::resource;
            case WHAT -> Told::what;
            case JOB -> slots -> slots.words(slot, Titles.job(slots.text()));
            case QUERY -> verb == Verb.HELP ? slots -> slots.words(slot, Queries.asked(slots.text())) : Told::find;
            case REASON -> slots -> slots.words(slot, Reasons.find(slots.text(), verb == Verb.APPROVE));
            // An end and a start are read with the length, a person with the team: one rules out the other.
            case UNTIL, FROM, PERSON -> slots -> {};
            // In no sentence by themselves.
            case UNKNOWN_DATASET, REFUSED, SERVICE, TABLE -> slots -> {};
        };
    }
}
