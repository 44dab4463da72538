package dev.quartermaster.bot.slack.inbox;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonSubTypes.Type;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.quartermaster.bot.slack.Heard;
import dev.quartermaster.bot.slack.Heard.Card;
import dev.quartermaster.bot.slack.Speaker;
import dev.quartermaster.intents.reading.EventKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What arrived, cut down to what is needed, before it is known who the user is. Stored as JSON: fields may be added, never renamed. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @Type(value = Arrival.Message.class, name = "message"),
    @Type(value = Arrival.Command.class, name = "command"),
    @Type(value = Arrival.Click.class, name = "click"),
    @Type(value = Arrival.Form.class, name = "form"),
    @Type(value = Arrival.Home.class, name = "home")
})
public sealed interface Arrival {
    Source from();

    /**
     * Who and what, in Slack's ids.
     *
     * @param key the same at every delivery: {@code event_id}, {@code trigger_id}, or a view's id and hash
     * @param team empty when the event names none
     */
    record Source(String key, String user, String team) {
        public Source {
            printable(key);
            printable(user);
            printable(team);
            if (key.isEmpty() || user.isEmpty()) throw new IllegalArgumentException("an event without id or user");
        }

        private static void printable(String id) {
            if (id.length() > 300 || !id.chars().allMatch(each -> each > 0x20 && each < 0x7f)) {
                throw new IllegalArgumentException("not an id of Slack's");
            }
        }
    }

    record Message(Source from, String channel, @Nullable String thread, String ts, String text, boolean direct)
            implements Arrival {}

    record Command(Source from, String channel, String text) implements Arrival {}

    record Click(Source from, @Nullable Card on, String action, String value, String trigger) implements Arrival {
        public Heard.Clicked heard(Speaker by, Instant at) {
            return new Heard.Clicked(new EventKey(from.key()), by, at, on, action, value, trigger);
        }
    }

    record Form(Source from, String form, String data, Map<String, List<String>> values) implements Arrival {
        public Heard.Submitted heard(Speaker by, Instant at) {
            return new Heard.Submitted(new EventKey(from.key()), by, at, form, data, values);
        }
    }

    record Home(Source from, String channel, String tab) implements Arrival {}
}
