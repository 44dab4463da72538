package dev.quartermaster.intents.reading.time;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * A time of day.
 *
 * @param begins where a part of the day was said, when that begins; {@code time} is what "until" it means
 * @param end where a part of the day was said, when it is over
 * @param sure no other time of day can be meant; otherwise twelve hours later may be
 * @param next the midnight that ends the day it is said of
 */
record Clock(
        LocalTime time,
        @Nullable LocalTime begins,
        @Nullable LocalTime end,
        boolean sure,
        boolean next) {

    static Clock sure(LocalTime time) {
        return new Clock(time, null, null, true, false);
    }

    static Clock either(LocalTime time) {
        return new Clock(time, null, null, false, false);
    }

    static Clock part(int begins, int until, int end) {
        return new Clock(LocalTime.of(until, 0), LocalTime.of(begins, 0), LocalTime.of(end, 0), true, false);
    }

    static Clock midnight() {
        return new Clock(LocalTime.MIDNIGHT, null, null, true, true);
    }
}
