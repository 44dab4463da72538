package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.Sha256;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Slash commands that are too long for a button (over 2,000 characters; source: Slack, "Button element"), kept whole in
 * the database for 30 days: the button then carries their hash. A command is never cut short, because that would be
 * another command. Joins the caller's transaction.
 */
@Component
public class StoredCommands {
    private static final int MOST = 2_000;
    private static final String MARK = "stored:";
    /** A card older than that asks to be made anew. */
    private static final int DAYS = 30;

    private final JdbcClient database;

    StoredCommands(JdbcClient database) {
        this.database = database;
    }

    /** What a button carries for a command. */
    public String value(String command) {
        if (command.length() <= MOST && !command.startsWith(MARK)) {
            return command;
        }
        String id = Sha256.hex(command);
        database.sql("delete from stored_command where at < now() - make_interval(days => ?)")
                .param(DAYS)
                .update();
        database.sql("insert into stored_command (id, command) values (?, ?)"
                        + " on conflict (id) do update set at = now()")
                .params(id, command)
                .update();
        return MARK + id;
    }

    /** What a button's value means; empty where it was kept and is not any more. */
    public Optional<String> command(String value) {
        return value.startsWith(MARK)
                ? database.sql("select command from stored_command where id = ?")
                        .param(value.substring(MARK.length()))
                        .query(String.class)
                        .optional()
                : Optional.of(value);
    }
}
