package dev.quartermaster.actions.lease;

import dev.quartermaster.actions.lease.Lease.PartState;
import dev.quartermaster.actions.lease.Lease.PartState.Progress;
import dev.quartermaster.intents.plan.PartName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/**
 * A row of {@code lease_part}: what was last seen.
 *
 * @param revealed its credentials were shown
 * @param late it joins what is live already, and is not ready yet
 */
record PartRow(
        PartName name, String provider, Progress state, String ref, String words, boolean revealed, boolean late) {
    static PartRow read(ResultSet row, int number) throws SQLException {
        return new PartRow(
                new PartName(row.getString("name")),
                row.getString("provider"),
                Progress.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("ref"),
                row.getString("words"),
                row.getObject("revealed") != null,
                row.getBoolean("late"));
    }

    /** Whether it belongs to what is handed over, or is to. */
    boolean wanted() {
        return state != Progress.WAITING && state != Progress.GONE;
    }

    PartState view() {
        return new PartState(name, provider, ref, state, words);
    }
}
