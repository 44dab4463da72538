package dev.quartermaster.bot.slack.app;

import com.slack.api.bolt.context.Context;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/**
 * What a handler is told of a request besides what Slack wrote in it. It travels in Bolt's own context, which takes
 * strings.
 *
 * @param text what was written, mentions turned into names and Slack's escapes undone; empty where nothing was
 * @param waiting Slack waits for the answer, and nothing is stored yet; otherwise it comes from the inbox
 */
public record InteractionContext(EventKey key, Speaker by, Instant at, String text, boolean waiting) {
    private static final String PREFIX = "quartermaster.";

    public void into(Context context) {
        Map<String, String> values = context.getAdditionalValues();
        values.put(PREFIX + "key", key.value());
        values.put(PREFIX + "person", by.person().value());
        values.put(PREFIX + "user", by.user());
        values.put(PREFIX + "team", by.team());
        values.put(PREFIX + "zone", by.zone().getId());
        values.put(PREFIX + "confirmed", "" + by.confirmed());
        values.put(PREFIX + "at", at.toString());
        values.put(PREFIX + "text", text);
        values.put(PREFIX + "waiting", "" + waiting);
    }

    static InteractionContext of(Context context) {
        return new InteractionContext(
                new EventKey(value(context, "key")),
                new Speaker(
                        new PersonId(value(context, "person")),
                        value(context, "user"),
                        value(context, "team"),
                        ZoneId.of(value(context, "zone")),
                        Boolean.parseBoolean(value(context, "confirmed"))),
                Instant.parse(value(context, "at")),
                value(context, "text"),
                Boolean.parseBoolean(value(context, "waiting")));
    }

    private static String value(Context context, String name) {
        String value = context.getAdditionalValues().get(PREFIX + name);
        if (value == null) throw new IllegalStateException("a handler is run for nobody");
        return value;
    }
}
