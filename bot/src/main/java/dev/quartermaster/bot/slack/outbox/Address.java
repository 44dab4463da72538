package dev.quartermaster.bot.slack.outbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@link Recipient} as the three columns it is stored in. */
record Address(Kind kind, String id, @Nullable String more) {
    enum Kind {
        PERSON,
        USER,
        CHANNEL,
        THREAD,
        UNDER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static Address of(Recipient to) {
        return switch (to) {
            case Recipient.Person(var person) -> new Address(Kind.PERSON, person.value(), null);
            case Recipient.User(String user) -> new Address(Kind.USER, user, null);
            case Recipient.Channel(String channel) -> new Address(Kind.CHANNEL, channel, null);
            case Recipient.Thread(String channel, String ts) -> new Address(Kind.THREAD, channel, ts);
            case Recipient.Under(MessageKey root) -> new Address(Kind.UNDER, root.value(), null);
        };
    }
}
