package dev.quartermaster.actions.request.store;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.intents.people.PersonId;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who was asked personally, and the queue of their reminders, which replicas share by {@code skip locked}. */
@Component
public class PingQueries {
    private final JdbcClient jdbc;

    PingQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One person's reminder of one request. */
    public record Due(RequestId request, PersonId person) {}

    /** @param reminders how many there were */
    public record Ping(Instant since, int reminders) {}

    /**
     * @param reminders when each is reminded first
     * @return those who were not asked before, in the order given
     */
    public Set<PersonId> ask(RequestId request, Instant since, Map<PersonId, Instant> reminders) {
        if (reminders.isEmpty()) {
            return Set.of();
        }
        Set<String> fresh = new HashSet<>(jdbc.sql("""
                        insert into ping (request, person, since, remind_at)
                        select :request, person, :since, remind_at from unnest(:persons, cast(:reminders as timestamptz[]))
                          as asked (person, remind_at)
                        on conflict (request, person) do nothing returning person""")
                .param("request", request.value())
                .param("since", Timestamp.from(since))
                .param(
                        "persons",
                        reminders.keySet().stream().map(PersonId::value).toArray(String[]::new))
                .param(
                        "reminders",
                        reminders.values().stream().map(Instant::toString).toArray(String[]::new))
                .query(String.class)
                .list());
        Set<PersonId> asked = new LinkedHashSet<>(reminders.keySet());
        asked.removeIf(person -> !fresh.contains(person.value()));
        return asked;
    }

    /** In the order asked. */
    public List<PersonId> asked(RequestId request) {
        return jdbc
                .sql("select person from ping where request = :request order by since, person")
                .param("request", request.value())
                .query(String.class)
                .list()
                .stream()
                .map(PersonId::new)
                .toList();
    }

    /** When somebody was asked last. @param otherwise where nobody was */
    public Instant last(RequestId request, Instant otherwise) {
        return jdbc.sql("select coalesce(max(since), :otherwise) from ping where request = :id")
                .param("otherwise", Timestamp.from(otherwise))
                .param("id", request.value())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    public List<Due> due() {
        return jdbc.sql("""
                select p.request, p.person from ping p join request r on r.id = p.request
                where p.remind_at <= (select qm_now()) and r.state = 'waiting' and r.lapses_at > (select qm_now())
                order by p.remind_at limit 200""")
                .query((row, index) ->
                        new Due(new RequestId(row.getString("request")), new PersonId(row.getString("person"))))
                .list();
    }

    /** Until the transaction ends; empty when it is not due any more, or another replica has it. */
    public Optional<Ping> hold(Due due) {
        return jdbc.sql("""
                select since, reminders from ping
                where request = :request and person = :person and remind_at <= (select qm_now()) for update skip locked""")
                .param("request", due.request().value())
                .param("person", due.person().value())
                .query((row, index) ->
                        new Ping(row.getObject("since", OffsetDateTime.class).toInstant(), row.getInt("reminders")))
                .optional();
    }

    /** @param at null: not again */
    public void next(Due due, int reminders, @Nullable Instant at) {
        jdbc.sql("""
                update ping set reminders = :reminders, remind_at = :at
                where request = :request and person = :person""")
                .param("reminders", reminders)
                .param("at", at == null ? null : Timestamp.from(at))
                .param("request", due.request().value())
                .param("person", due.person().value())
                .update();
    }
}
