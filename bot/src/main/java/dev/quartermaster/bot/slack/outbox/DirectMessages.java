package dev.quartermaster.bot.slack.outbox;

import dev.quartermaster.bot.slack.Speaker;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Remembers the DM channel of each Slack account, so that everything said to a person goes through one lane and stays
 * in order.
 */
@Component
public final class DirectMessages {
    private final JdbcClient jdbc;

    DirectMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Joins the caller's transaction. */
    public void seen(Speaker speaker, String channel) {
        note(speaker.user(), speaker.person().value(), channel);
    }

    void note(String user, String person, String channel) {
        jdbc.sql("""
                        insert into slack_dm (account, person, channel) values (:user, nullif(:person, ''), :channel)
                        on conflict (account) do update set person = coalesce(excluded.person, slack_dm.person),
                          channel = excluded.channel
                        where slack_dm.channel <> excluded.channel
                          or slack_dm.person is distinct from coalesce(excluded.person, slack_dm.person)""")
                .param("user", user)
                .param("person", person)
                .param("channel", channel)
                .update();
    }

    Optional<String> ofPerson(String person) {
        return jdbc.sql("select channel from slack_dm where person = :person order by account limit 1")
                .param("person", person)
                .query(String.class)
                .optional();
    }

    Optional<String> ofUser(String user) {
        return jdbc.sql("select channel from slack_dm where account = :user")
                .param("user", user)
                .query(String.class)
                .optional();
    }
}
