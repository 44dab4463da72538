package dev.quartermaster.bot.conversation.spend;

import dev.quartermaster.bot.card.spend.SpendView;
import dev.quartermaster.bot.conversation.dialogue.IncomingMessage;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What of whose spend each person was told last in each place, kept an hour, for "and per person?". */
@Component
class SpendViewQueries {
    private final JdbcClient jdbc;

    SpendViewQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(IncomingMessage asking, SpendView view) {
        view.value()
                .ifPresent(value -> jdbc.sql("""
                        insert into spend_told (person, place, told) values (:person, :place, :told)
                        on conflict (person, place) do update set told = excluded.told, at = now()""")
                        .param("person", asking.person().value())
                        .param("place", place(asking))
                        .param("told", value)
                        .update());
    }

    Optional<SpendView> last(IncomingMessage asking) {
        return jdbc.sql("select told from spend_told where person = :person and place = :place"
                        + " and at > now() - interval '1 hour'")
                .param("person", asking.person().value())
                .param("place", place(asking))
                .query(String.class)
                .optional()
                .flatMap(SpendView::parse);
    }

    private static String place(IncomingMessage asking) {
        return asking.place() == null || asking.direct() ? "dm" : asking.place().channel();
    }
}
