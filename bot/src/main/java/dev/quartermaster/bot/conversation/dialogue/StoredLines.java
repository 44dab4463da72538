package dev.quartermaster.bot.conversation.dialogue;

import dev.quartermaster.bot.slack.outbox.MessageKey;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.reading.Reading.Option;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The lines of messages with several requests, kept for 30 days, and what became of each. Joins the caller's transaction. */
@Component
class StoredLines {
    static final String ASKED = "asked";
    static final String LEFT = "left";

    private static final String OPEN = "open";
    private static final int DAYS = 30;

    private final JdbcClient database;
    private final JsonMapper json = JsonMapper.builder().build();

    StoredLines(JdbcClient database) {
        this.database = database;
    }

    /** @param head what is said above all lines of its message */
    record Stored(int number, PersonId person, String head, RequestLine line, String state) {
        boolean open() {
            return state.equals(OPEN);
        }

        /** What became of it, for people. */
        String became() {
            return switch (state) {
                case ASKED -> "Asked for.";
                case LEFT -> "Left as it is.";
                default -> "";
            };
        }
    }

    void add(MessageKey card, int number, PersonId person, String head, RequestLine line) {
        database.sql("delete from request_line where at < now() - make_interval(days => ?)")
                .param(DAYS)
                .update();
        database.sql("insert into request_line (card, number, person, line) values (?, ?, ?, ?::jsonb)"
                        + " on conflict do nothing")
                .params(card.value(), number, person.value(), json.writeValueAsString(Kept.of(head, line)))
                .update();
    }

    /** In the order they were said; none: they are forgotten. */
    List<Stored> of(MessageKey card) {
        return database.sql("select number, person, line, state from request_line where card = ? order by number")
                .param(card.value())
                .query((row, n) -> {
                    Kept kept = json.readValue(row.getString("line"), Kept.class);
                    return new Stored(
                            row.getInt("number"),
                            new PersonId(row.getString("person")),
                            kept.head(),
                            kept.line(),
                            row.getString("state"));
                })
                .list();
    }

    /** @return false: it is somebody else's, or ended before; of two at once the second waits, and is not the first */
    boolean end(MessageKey card, int number, PersonId person, String state) {
        // All of its lines: whoever draws the message afterwards sees what became of each.
        database.sql("select number from request_line where card = ? order by number for update")
                .param(card.value())
                .query(Integer.class)
                .list();
        return database.sql("update request_line set state = ?"
                                + " where card = ? and number = ? and person = ? and state = '" + OPEN + "'")
                        .params(state, card.value(), number, person.value())
                        .update()
                == 1;
    }

    private record Kept(
            String head,
            String words,
            List<Option> options,
            @Nullable String form,
            List<String> left,
            boolean complete,
            boolean last) {
        static Kept of(String head, RequestLine line) {
            return new Kept(
                    head, line.words().value(), line.options(), line.form(), line.left(), line.complete(), line.last());
        }

        RequestLine line() {
            return new RequestLine(Mrkdwn.ours(words), options, form, left, complete, last);
        }
    }
}
