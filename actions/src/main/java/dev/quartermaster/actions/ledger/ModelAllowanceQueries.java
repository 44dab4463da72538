package dev.quartermaster.actions.ledger;

import dev.quartermaster.intents.people.PersonId;
import java.time.ZoneId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Calls taken today, counted up in one statement, so that no two at once pass the cap together. */
@Component
class ModelAllowanceQueries {
    private final JdbcClient jdbc;

    ModelAllowanceQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param zone whose day it is. @return false: as many were taken as there may be */
    boolean take(PersonId by, ZoneId zone, int daily) {
        // A row that is at the cap already is not updated, and then nothing comes back.
        return jdbc.sql("""
                insert into model_allowance (person, day, calls)
                values (:person, ((select qm_now()) at time zone :zone)::date, 1)
                on conflict (person, day) do update set calls = model_allowance.calls + 1
                where model_allowance.calls < :daily
                returning calls""")
                .param("person", by.value())
                .param("zone", zone.getId())
                .param("daily", daily)
                .query(Integer.class)
                .optional()
                .isPresent();
    }
}
