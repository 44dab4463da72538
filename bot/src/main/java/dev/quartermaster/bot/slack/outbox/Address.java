package dev.quartermaster.bot.slack.outbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A {@link To} as the three columns it is stored in. */
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

    static Address of(To to) {
        return switch (to) {
            case To.Person(var person) -> new Address(Kind.PERSON, person.value(), null);
            case To.User(String user) -> new Address(Kind.USER, user, null);
            case To.Channel(String channel) -> new Address(Kind.CHANNEL, channel, null);
            case To.Thread(String channel, String ts) -> new Address(Kind.THREAD, channel, ts);
            case To.Under(Key root) -> new Address(Kind.UNDER, root.value(), null);
        };
    }
}
