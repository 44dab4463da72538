package dev.quartermaster.bot.conversation.home;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.RequestService;
import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests that people keep under names of their own, to ask for them again. Joins the caller's transaction. */
@Component
class Favourites {
    static final int MOST = 20;

    private final JdbcClient database;
    private final RequestService desk;

    Favourites(JdbcClient database, RequestService desk) {
        this.database = database;
        this.desk = desk;
    }

    record Favourite(String name, RequestId request) {}

    /** By name. */
    List<Favourite> of(PersonId person) {
        return database.sql("select name, request from favourite where person = ? order by name")
                .param(person.value())
                .query((row, number) -> new Favourite(row.getString("name"), new RequestId(row.getString("request"))))
                .list();
    }

    Optional<Request> named(PersonId person, String name) {
        return of(person).stream()
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(each -> desk.find(each.request()));
    }

    /** @return false: there are as many as there may be */
    boolean keep(PersonId person, String name, RequestId request) {
        boolean known = of(person).stream().anyMatch(each -> each.name().equals(name));
        if (!known && of(person).size() >= MOST) {
            return false;
        }
        database.sql("insert into favourite (person, name, request) values (?, ?, ?)"
                        + " on conflict (person, name) do update set request = excluded.request")
                .params(person.value(), name, request.value())
                .update();
        return true;
    }

    /** @return false: there was none of that name */
    boolean forget(PersonId person, String name) {
        return database.sql("delete from favourite where person = ? and name = ?")
                        .params(person.value(), name)
                        .update()
                > 0;
    }
}
