package dev.quartermaster.bot.slack.outbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the table {@code slack_file}. */
@Component
final class OutboxFileQueries {
    private final JdbcClient jdbc;

    OutboxFileQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param slackId null: Slack does not have its bytes yet */
    record StoredFile(int number, OutboxFile file, @Nullable String slackId) {}

    void add(long outbox, List<OutboxFile> files) {
        for (int number = 0; number < files.size(); number++) {
            OutboxFile file = files.get(number);
            jdbc.sql("""
                            insert into slack_file (outbox, number, name, title, alt, content)
                            values (:outbox, :number, :name, :title, :alt, :content)""")
                    .param("outbox", outbox)
                    .param("number", number)
                    .param("name", file.name())
                    .param("title", file.title())
                    .param("alt", file.alt())
                    .param("content", file.content())
                    .update();
        }
    }

    List<StoredFile> of(long outbox) {
        return jdbc.sql("select * from slack_file where outbox = :outbox order by number")
                .param("outbox", outbox)
                .query((row, index) -> new StoredFile(
                        row.getInt("number"),
                        new OutboxFile(
                                row.getString("name"),
                                row.getString("title"),
                                row.getString("alt"),
                                row.getBytes("content")),
                        row.getString("slack_id")))
                .list();
    }

    void uploaded(long outbox, int number, String slackId) {
        jdbc.sql("update slack_file set slack_id = :slack where outbox = :outbox and number = :number")
                .param("slack", slackId)
                .param("outbox", outbox)
                .param("number", number)
                .update();
    }
}
