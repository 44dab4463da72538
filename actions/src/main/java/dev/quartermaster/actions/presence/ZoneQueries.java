package dev.quartermaster.actions.presence;

import dev.quartermaster.intents.people.PersonId;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The zones of people's profiles, each kept with when it was heard. */
@Component
class ZoneQueries {
    private final JdbcClient jdbc;

    ZoneQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(PersonId person) {
        return jdbc.sql("select zone from person_zone where person = :person")
                .param("person", person.value())
                .query(String.class)
                .optional();
    }

    /** Of those that were heard. */
    Map<PersonId, String> of(Set<PersonId> persons) {
        Map<PersonId, String> zones = new HashMap<>();
        jdbc.sql("select person, zone from person_zone where person = any (:persons)")
                .param("persons", persons.stream().map(PersonId::value).toArray(String[]::new))
                .query((row, index) -> Map.entry(new PersonId(row.getString("person")), row.getString("zone")))
                .list()
                .forEach(each -> zones.put(each.getKey(), each.getValue()));
        return zones;
    }

    /** Writes only what is new. */
    void note(PersonId person, ZoneId zone) {
        jdbc.sql("""
                insert into person_zone (person, zone) values (:person, :zone)
                on conflict (person) do update set zone = excluded.zone, heard_at = (select qm_now())
                  where person_zone.zone <> excluded.zone or person_zone.heard_at < (select qm_now()) - interval '12 hours'""")
                .param("person", person.value())
                .param("zone", zone.getId())
                .update();
    }

    /** Whether it was heard within the last day. */
    boolean fresh(PersonId person) {
        return jdbc.sql("""
                        select exists (select 1 from person_zone
                          where person = :person and heard_at > (select qm_now()) - interval '1 day')""")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }
}
