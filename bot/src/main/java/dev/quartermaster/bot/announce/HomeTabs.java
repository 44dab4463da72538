package dev.quartermaster.bot.announce;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import java.util.Collection;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Home tabs there are, which of them are out of date, and which requests' cards each has shown. Somebody has a Home
 * once they looked at it: Slack tells us so before it shows an empty one. Joins the caller's transaction.
 */
@Component
public class HomeTabs {
    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    HomeTabs(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    /** @param account Slack's id */
    public record Home(String account, PersonId person) {}

    /** Published in the transaction of {@link #changed}. */
    public record Changed() {}

    /** Slack said that somebody looks at their Home; from now on it is kept up to date. */
    public void opened(Home home) {
        database.sql("""
                        insert into home (account, person) values (?, ?)
                        on conflict (account) do update set person = excluded.person where home.person <> excluded.person""").params(home.account(), home.person().value()).update();
    }

    /** What these people see is no longer so. */
    public void changed(Collection<PersonId> people) {
        if (people.isEmpty()) {
            return;
        }
        int out = database.sql(
                        "insert into home_due (person) select distinct person from home where person in (:people)")
                .param("people", people.stream().map(PersonId::value).toList())
                .update();
        if (out > 0) {
            events.publishEvent(new Changed());
        }
    }

    /** Those of one person that are out of date, and will not be once the transaction commits; empty: all are as they should be. */
    public List<Home> claim() {
        return database.sql("""
                        with done as (delete from home_due where id in (
                          select id from home_due where person = (select person from home_due order by id limit 1)
                          for update skip locked) returning person)
                        select account, person from home where person in (select person from done) order by account""")
                .query((row, n) -> new Home(row.getString("account"), new PersonId(row.getString("person"))))
                .list();
    }

    /** Out of date still, and drawn after everybody else's. */
    public void last(PersonId person) {
        database.sql("delete from home_due where person = ?")
                .param(person.value())
                .update();
        database.sql("insert into home_due (person) values (?)")
                .param(person.value())
                .update();
    }

    /** Notes whose cards stand on this person's Home, so that a button pressed there counts. */
    public void shows(PersonId person, List<RequestId> requests) {
        for (RequestId request : requests) {
            database.sql("insert into home_card (person, request) values (?, ?) on conflict do nothing")
                    .params(person.value(), request.value())
                    .update();
        }
    }

    /** Whether this card stood on this person's Home at some time; the digest says whether it is that of now. */
    public boolean showed(PersonId person, RequestId request) {
        return database.sql("select exists (select 1 from home_card where person = ? and request = ?)")
                .params(person.value(), request.value())
                .query(Boolean.class)
                .single();
    }
}
