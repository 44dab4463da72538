package dev.quartermaster.intents.reading.slots;

import dev.quartermaster.intents.reading.text.Words;
import dev.quartermaster.intents.schedule.SpokenSchedule;
import java.util.Optional;

/** When something shall run again and again, where a sentence says so. */
final class Schedules {

    /** @param value minute, hour, day of month, month, day of week (0 is Sunday) */
    record Schedule(String value, Words words) {}

    private Schedules() {}

    static Optional<Schedule> find(String text) {
        return SpokenSchedule.find(text)
                .map(found -> new Schedule(found.line(), Spans.of(text, found.from(), found.to())));
    }
}
