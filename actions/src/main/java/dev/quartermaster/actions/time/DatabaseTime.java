package dev.quartermaster.actions.time;

import java.time.Duration;
import java.time.Instant;

/** {@code qm_now()}: the database's clock plus an offset that only the local workspace and tests may set. */
public interface DatabaseTime {
    Instant now();

    /** How far it was moved; zero everywhere but in the local workspace and tests. */
    Duration ahead();

    /** @throws IllegalStateException when the offset is locked, as it is everywhere but in the local workspace and tests */
    void offset(Duration offset);
}
