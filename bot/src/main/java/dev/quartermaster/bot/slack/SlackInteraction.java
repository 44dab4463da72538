package dev.quartermaster.bot.slack;

import dev.quartermaster.intents.reading.EventKey;
import dev.quartermaster.intents.reading.Place;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something a person did in Slack, authenticated and stored; Slack's words turned into ours. Text is as written. */
public sealed interface SlackInteraction {
    /** The same however often Slack delivers it. */
    EventKey key();

    Speaker by();

    /** When it arrived, by the clock the bot was given. */
    Instant at();

    /**
     * A message in a direct conversation, or one that names the bot.
     *
     * @param in where to answer: a DM's channel (with its thread, if any), or a mention's thread
     * @param text without the bot's own mention, Slack's escapes undone ({@code &amp;} is {@code &}); at most 40,000 characters
     * @param ts of the message
     * @param direct in a DM, where nobody else reads
     */
    record Said(EventKey key, Speaker by, Instant at, Place in, String text, String ts, boolean direct)
            implements SlackInteraction {}

    /** {@code /qm text}. @param channel where it was typed; the answer goes to the asker's DM all the same */
    record Commanded(EventKey key, Speaker by, Instant at, String channel, String text) implements SlackInteraction {}

    /**
     * A button pressed or an option chosen.
     *
     * @param on the message it sits on; null on Home and in forms
     * @param value the button's value, or the value of what was chosen; empty when it has none
     * @param trigger opens a form, once, within 3 s; spent when a worker sees it
     */
    record Clicked(
            EventKey key, Speaker by, Instant at, @Nullable Card on, String action, String value, String trigger)
            implements SlackInteraction {}

    /**
     * A form sent in.
     *
     * @param form its callback id
     * @param data its private metadata, as we wrote it; empty when none
     * @param values by block id; one for an input, several for a multi-select, none when left empty
     */
    record Submitted(EventKey key, Speaker by, Instant at, String form, String data, Map<String, List<String>> values)
            implements SlackInteraction {
        public Submitted {
            values = Map.copyOf(values);
        }

        public Optional<String> value(String block) {
            return values.getOrDefault(block, List.of()).stream().findFirst();
        }
    }

    /** The bot's Home or its DM was opened. @param tab {@code home} or {@code messages} */
    record HomeOpened(EventKey key, Speaker by, Instant at, String tab) implements SlackInteraction {}

    /** One message. @param thread the first message of the thread it is in; null when in none */
    record Card(String channel, String ts, @Nullable String thread) {}
}
