package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.slack.SlackInteraction.Said;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.bot.slack.outbox.Recipient;
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
 * @param about the request of the card in whose thread it was said; null: it was said in no such thread
 * @param begins whether it begins the thread in which it is answered: said in a channel, and below nothing
 */
public record IncomingMessage(
        EventKey key,
        Speaker by,
        Instant at,
        @Nullable Place place,
        boolean direct,
        String words,
        @Nullable RequestId about,
        boolean begins) {
    public IncomingMessage(EventKey key, Speaker by, Instant at, @Nullable Place place, boolean direct, String words) {
        this(key, by, at, place, direct, words, null, false);
    }

    public static IncomingMessage of(Said said) {
        return new IncomingMessage(
                said.key(),
                said.by(),
                said.at(),
                said.in(),
                said.direct(),
                said.text(),
                null,
                said.ts().equals(said.in().thread()));
    }

    /** The same, said below a card. */
    public IncomingMessage about(@Nullable RequestId request) {
        return new IncomingMessage(key, by, at, place, direct, words, request, begins);
    }

    public PersonId person() {
        return by.person();
    }

    public Recipient reply() {
        return place == null ? new Recipient.Person(person()) : Recipient.place(place);
    }

    /** Money and lists of what people have are answered where nobody else reads. */
    public Recipient privately() {
        return direct ? reply() : new Recipient.Person(person());
    }

    /** What the last reading is remembered under. */
    String memory() {
        return place == null ? "dm" : place.channel() + (place.thread() == null ? "" : ":" + place.thread());
    }

    /** The same person in the same place, meaning a command. */
    public IncomingMessage saying(String command) {
        return new IncomingMessage(key, by, at, place, direct, command, about, begins);
    }

    /** What else the same message asks for, beside what is asked about. */
    public IncomingMessage beside(int number) {
        return new IncomingMessage(
                new EventKey(key.value() + "+" + number), by, at, place, direct, words, about, begins);
    }

    public IncomingMessage part(int number) {
        return number == 0
                ? this
                : new IncomingMessage(
                        new EventKey(key.value() + "#" + number), by, at, place, direct, words, about, begins);
    }
}
