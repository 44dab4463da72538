package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reading.Option;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Every question that waits for somebody's answer, kept a day, and which were answered. Joins the caller's transaction. */
@Component
class OpenQuestions {
    private static final TypeReference<List<String>> WORDS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    OpenQuestions(JdbcClient database) {
        this.database = database;
    }

    /**
     * A question that waits for an answer.
     *
     * @param title what it is about, for people
     */
    record Open(MessageKey card, String title, List<Option> offered) {}

    /** Whether this is the first answer to the question on that card; of two presses at once the second waits, and is not. */
    boolean markAnswered(PersonId person, MessageKey card) {
        return database.sql("insert into answered_question (person, card) values (?, ?) on conflict do nothing")
                        .params(person.value(), card.value())
                        .update()
                == 1;
    }

    /** Whether somebody answered, or left, the question on that card. */
    boolean answered(PersonId person, MessageKey card) {
        return database.sql("select count(*) from answered_question where person = ? and card = ?")
                        .params(person.value(), card.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Whom the open question on that card was put to; empty: it is not open, or older than a day. */
    Optional<PersonId> asked(MessageKey card) {
        return database.sql("select person from open_question where card = ?")
                .param(card.value())
                .query(String.class)
                .optional()
                .map(PersonId::new);
    }

    /** What it asks; empty: it is not open any more. */
    String title(PersonId person, MessageKey card) {
        return database.sql("select title from open_question where person = ? and card = ?")
                .params(person.value(), card.value())
                .query(String.class)
                .optional()
                .orElse("");
    }

    void add(IncomingMessage asking, MessageKey card, String title, List<Option> options) {
        forgetOld();
        database.sql("insert into open_question (person, place, card, title, offered)"
                        + " values (?, ?, ?, ?, ?::jsonb) on conflict do nothing")
                .params(asking.person().value(), asking.memory(), card.value(), title, written(options))
                .update();
    }

    void close(PersonId person, MessageKey card) {
        database.sql("delete from open_question where person = ? and card = ?")
                .params(person.value(), card.value())
                .update();
    }

    /** All that wait in a place, oldest first. @param minutes older ones are not answered by a word in passing */
    List<Open> of(PersonId person, String place, int minutes) {
        return database.sql("""
                        select card, title, offered from open_question
                        where person = ? and place = ? and at > now() - make_interval(mins => ?)
                        order by at, card""")
                .params(person.value(), place, minutes)
                .query((row, number) -> question(row))
                .list();
    }

    /** The open question of this message, and those that wait beside it, oldest first; none when it is not open. */
    List<Open> beside(PersonId person, MessageKey card) {
        return database.sql("""
                        select other.card, other.title, other.offered from open_question one
                        join open_question other on other.person = one.person
                            and split_part(other.place, ':', 1) = split_part(one.place, ':', 1)
                        where one.person = ? and one.card = ?
                        order by other.at, other.card""")
                .params(person.value(), card.value())
                .query((row, number) -> question(row))
                .list();
    }

    private Open question(ResultSet row) throws SQLException {
        return new Open(new MessageKey(row.getString("card")), row.getString("title"), read(row.getString("offered")));
    }

    /** 100 at a time, whoever was asked. */
    private void forgetOld() {
        database.sql("""
                        delete from open_question where (person, card) in (
                            select person, card from open_question where at < now() - interval '1 day'
                            limit 100 for update skip locked)""").update();
    }

    /** Options as they are stored. */
    String written(List<Option> options) {
        return json.writeValueAsString(options.stream()
                .map(option -> option.label().replace('\n', ' ') + "\n" + option.command())
                .toList());
    }

    List<Option> read(String offered) {
        return json.readValue(offered, WORDS).stream()
                .map(OpenQuestions::option)
                .toList();
    }

    private static Option option(String written) {
        int cut = written.indexOf('\n');
        return cut < 0
                ? new Option(written, written)
                : new Option(written.substring(0, cut), written.substring(cut + 1));
    }
}
