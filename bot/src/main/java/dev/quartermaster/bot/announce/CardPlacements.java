package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.outbox.Recipient;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Place;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers where each request was asked for and which messages show its approval card, so that every copy can be
 * edited. Joins the caller's transaction.
 */
@Component
public class CardPlacements {
    private final JdbcClient database;

    CardPlacements(JdbcClient database) {
        this.database = database;
    }

    /**
     * @param place null: the person's DM
     * @param understood the reading in mrkdwn, already escaped
     */
    public record Talk(PersonId person, @Nullable Place place, String understood, String words) {
        public Recipient root() {
            return place == null ? new Recipient.Person(person) : Recipient.place(place);
        }

        /** Where what follows the card goes: its own thread, or the thread it stands in itself. */
        public Recipient below(MessageKey card) {
            return place != null && place.thread() != null ? Recipient.place(place) : new Recipient.Under(card);
        }
    }

    /** A card that shows a request. @param person whose DM it is in; null: a channel */
    public record Shown(MessageKey card, @Nullable PersonId person, String digest) {}

    /** The first conversation stays; a second call for the same request changes nothing. */
    public void open(RequestId request, Talk talk) {
        database.sql("""
                        insert into talk (request, person, channel, thread, understood)
                        values (?, ?, ?, ?, ?) on conflict (request) do nothing""")
                .params(
                        request.value(),
                        talk.person().value(),
                        talk.place() == null ? null : talk.place().channel(),
                        talk.place() == null ? null : talk.place().thread(),
                        talk.understood())
                .update();
    }

    /** The conversation a request was asked for in; empty when none was noted. */
    public Optional<Talk> of(RequestId request) {
        return database.sql("select person, channel, thread, understood, words from talk where request = ?")
                .param(request.value())
                .query((row, number) -> new Talk(
                        new PersonId(row.getString("person")),
                        row.getString("channel") == null
                                ? null
                                : new Place(row.getString("channel"), row.getString("thread")),
                        row.getString("understood"),
                        row.getString("words")))
                .optional();
    }

    /** What was last said of it, so that a card drawn again later says it still. */
    public void says(RequestId request, String words) {
        database.sql("update talk set words = ? where request = ?")
                .params(words, request.value())
                .update();
    }

    /** Notes that a message shows the request as it was with this digest; called again, the digest is replaced. */
    public void shown(RequestId request, Shown shown) {
        database.sql("""
                        insert into shown (request, card, person, digest) values (?, ?, ?, ?)
                        on conflict (request, card) do update set digest = excluded.digest, at = now()""")
                .params(
                        request.value(),
                        shown.card().value(),
                        shown.person() == null ? null : shown.person().value(),
                        shown.digest())
                .update();
    }

    /** Every message that shows the request, by key; empty when there is none. */
    public List<Shown> cards(RequestId request) {
        return database.sql("select card, person, digest from shown where request = ? order by card")
                .param(request.value())
                .query((row, number) -> new Shown(
                        new MessageKey(row.getString("card")),
                        row.getString("person") == null ? null : new PersonId(row.getString("person")),
                        row.getString("digest")))
                .list();
    }

    /** The request whose approval card this is. */
    public Optional<RequestId> requestOf(MessageKey card) {
        return database.sql("select request from shown where card = ?")
                .param(card.value())
                .query(String.class)
                .optional()
                .map(RequestId::new);
    }
}
