package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.json.Json;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Plan;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code lease}.
 *
 * @param version hash of the bundle it was judged under
 * @param namespace its team's at that time; null where an earlier version of this program opened it
 * @param askedUntil the end, where the asker named a moment instead of a length
 * @param starts not before; null: at once
 * @param started the hand-over
 * @param failed its end is a failure's, not an agreed one
 * @param epoch of the last claim
 * @param tries passes in a row that came no further
 * @param wishes how often it changed what is wanted of it
 */
record LeaseRow(
        LeaseId id,
        RequestId request,
        PersonId owner,
        TeamId team,
        String summary,
        String purpose,
        Plan plan,
        String version,
        @Nullable String namespace,
        Money perHour,
        Lease.State state,
        @Nullable Instant askedUntil,
        @Nullable Instant starts,
        @Nullable Instant started,
        Instant until,
        boolean failed,
        String why,
        long epoch,
        int tries,
        long wishes) {
    static LeaseRow read(ResultSet row, Json json) throws SQLException {
        return new LeaseRow(
                new LeaseId(row.getString("id")),
                new RequestId(row.getString("request")),
                new PersonId(row.getString("owner")),
                new TeamId(row.getString("team")),
                row.getString("summary"),
                row.getString("purpose"),
                json.read(row.getString("plan"), Plan.class),
                row.getString("version"),
                row.getString("namespace"),
                new Money(row.getBigDecimal("per_hour"), row.getString("currency")),
                Lease.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                instant(row, "asked_until"),
                instant(row, "starts"),
                instant(row, "started"),
                row.getObject("until", OffsetDateTime.class).toInstant(),
                row.getBoolean("failed"),
                row.getString("why"),
                row.getLong("epoch"),
                row.getInt("tries"),
                row.getLong("wishes"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
