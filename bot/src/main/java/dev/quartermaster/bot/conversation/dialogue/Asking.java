package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.outbox.To;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Place;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person typed, said or chose, and where they are answered.
 *
 * @param place where it was said; null: a command, answered in the asker's DM
 * @param direct nobody else reads the place
 * @param words as written
 */
public record Asking(
        EventKey key, Speaker by, Instant at, @Nullable Place place, boolean direct, String words) {
    public PersonId person() {
        return by.person();
    }

    public To reply() {
        return place == null ? new To.Person(person()) : To.place(place);
    }

    /** Money and lists of what people have are answered where nobody else reads. */
    public To privately() {
        return direct ? reply() : new To.Person(person());
    }

    /** What the last reading is remembered under. */
    String memory() {
        return place == null ? "dm" : place.channel() + (place.thread() == null ? "" : ":" + place.thread());
    }

    /** The same person in the same place, meaning a command. */
    public Asking saying(String command) {
        return new Asking(key, by, at, place, direct, command);
    }

    /** What else the same message asks for, beside what is asked about. */
    public Asking beside(int number) {
        return new Asking(new EventKey(key.value() + "+" + number), by, at, place, direct, words);
    }

    public Asking part(int number) {
        return number == 0 ? this : new Asking(new EventKey(key.value() + "#" + number), by, at, place, direct, words);
    }
}
