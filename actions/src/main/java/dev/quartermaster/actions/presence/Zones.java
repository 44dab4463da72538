package dev.quartermaster.actions.presence;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.people.PersonId;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where people's clocks are, as last heard from their profile; the organisation's until then. */
@Component
public class Zones {
    private final JdbcClient jdbc;
    private final Bundles bundles;

    Zones(JdbcClient jdbc, Bundles bundles) {
        this.jdbc = jdbc;
        this.bundles = bundles;
    }

    public ZoneId of(PersonId person) {
        return jdbc.sql("select zone from person_zone where person = :person")
                .param("person", person.value())
                .query(String.class)
                .optional()
                .flatMap(Zones::zone)
                .orElseGet(() -> bundles.current().organisation().zone());
    }

    /** Writes only what is new. */
    public void note(PersonId person, ZoneId zone) {
        jdbc.sql("""
                insert into person_zone (person, zone) values (:person, :zone)
                on conflict (person) do update set zone = excluded.zone, heard_at = qm_now()
                  where person_zone.zone <> excluded.zone or person_zone.heard_at < qm_now() - interval '12 hours'""")
                .param("person", person.value())
                .param("zone", zone.getId())
                .update();
    }

    /** Whether it was heard within the last day. */
    public boolean fresh(PersonId person) {
        return jdbc.sql("""
                        select exists (select 1 from person_zone
                          where person = :person and heard_at > qm_now() - interval '1 day')""")
                .param("person", person.value())
                .query(Boolean.class)
                .single();
    }

    /** A zone that this machine does not know any more is no reason to fail. */
    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
