package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Outbox;
import dev.quartermaster.intents.reading.Place;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a thread is about: the request of the card, question or notice that it hangs under, or the only one that was asked
 * for in it. Who may know of that request is the caller's to ask.
 */
@Component
public class ThreadTopics {
    private static final Pattern REQUEST = Pattern.compile("req-[a-z2-7]{10}");
    private static final Pattern NOTICE = Pattern.compile("^told(?:-owner)?:(?:[A-Z_]+:)?(\\d{1,18})(?::|$)");

    private final JdbcClient database;
    private final Outbox outbox;
    private final CardPlacements placements;

    ThreadTopics(JdbcClient database, Outbox outbox, CardPlacements placements) {
        this.database = database;
        this.outbox = outbox;
        this.placements = placements;
    }

    public Optional<RequestId> of(@Nullable Place place) {
        return place == null || place.thread() == null
                ? Optional.empty()
                : outbox.at(place.channel(), place.thread())
                        .flatMap(this::shown)
                        .or(() -> askedIn(place));
    }

    private Optional<RequestId> shown(MessageKey key) {
        return placements
                .requestOf(key)
                .or(() -> REQUEST.matcher(key.value())
                        .results()
                        .map(MatchResult::group)
                        .map(RequestId::new)
                        .findFirst())
                .or(() -> NOTICE.matcher(key.value())
                        .results()
                        .findFirst()
                        .flatMap(told -> noticed(Long.parseLong(told.group(1)))));
    }

    private Optional<RequestId> noticed(long notice) {
        return database.sql("select request from notice where id = ?")
                .param(notice)
                .query(String.class)
                .optional()
                .map(RequestId::new);
    }

    /** Of several nobody knows which is meant. */
    private Optional<RequestId> askedIn(Place place) {
        List<String> asked = database.sql("select request from talk where channel = ? and thread = ? limit 2")
                .params(place.channel(), place.thread())
                .query(String.class)
                .list();
        return asked.size() == 1 ? Optional.of(new RequestId(asked.getFirst())) : Optional.empty();
    }
}
