package dev.quartermaster.actions.cluster.simulated.life;

import java.time.Duration;

/**
 * How long the simulated cluster takes over things, and how much of the scarce one it has.
 *
 * @param ready from made to ready, for what runs pods
 * @param admission how long a queued RayCluster waits at least, even when there is room
 * @param leaving how long a deleted namespace stays in {@code Terminating}
 * @param gpus what all admitted RayClusters may hold together, 0 or more
 */
public record Timings(Duration ready, Duration admission, Duration leaving, int gpus) {
    public Timings {
        if (ready.isNegative() || admission.isNegative() || leaving.isNegative() || gpus < 0) {
            throw new IllegalArgumentException("timings and gpus must not be negative");
        }
    }

    /** Slow enough that a person sees each state, fast enough that nobody waits for a pretence. */
    public static Timings standard() {
        return new Timings(Duration.ofMillis(1500), Duration.ofMillis(1500), Duration.ofMillis(500), 16);
    }

    /** Everything at once, for tests that don't look at the states in between. */
    public static Timings immediate() {
        return new Timings(Duration.ZERO, Duration.ZERO, Duration.ZERO, 16);
    }
}
