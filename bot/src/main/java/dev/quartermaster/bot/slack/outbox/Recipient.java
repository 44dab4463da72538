package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Place;

/** Where a message goes: a person, a channel, or a thread. */
public sealed interface Recipient {
    /** Somebody's DM with the bot; their Slack account is found by their e-mail when it is sent. */
    record Person(PersonId person) implements Recipient {}

    /** The DM of a Slack account that is nobody we know; for everybody else use {@link Person}. */
    record User(String user) implements Recipient {}

    /** A channel's id, or the name of a public one without {@code #}. */
    record Channel(String channel) implements Recipient {}

    /** The thread of a message. */
    record Thread(String channel, String ts) implements Recipient {}

    /** The thread below a message that was (or will be, earlier in the same order) posted under this key. */
    record Under(MessageKey root) implements Recipient {}

    /** Where something was said: in its thread if it has one. */
    static Recipient place(Place place) {
        return place.thread() == null ? new Channel(place.channel()) : new Thread(place.channel(), place.thread());
    }
}
