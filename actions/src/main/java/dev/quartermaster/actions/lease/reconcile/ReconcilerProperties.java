package dev.quartermaster.actions.lease.reconcile;

import java.time.Duration;

/**
 * How patient the reconciler is.
 *
 * @param hold a claim's life without a sign: what a kill costs in waiting. A step that takes longer is overtaken, and the
 *     epoch keeps it from writing late
 * @param poll between two looks at something that is on its way
 * @param polls looks before it lets go of the lease for others
 * @param soon pause before it looks again at what is on its way
 * @param watch between two looks at what is live
 * @param longest pause while something cannot be reached
 * @param tries of something broken before it counts as failed
 * @param settle from an end to the last look: a worker that stalled in the middle of making may have written late
 */
record ReconcilerProperties(
        Duration hold,
        Duration poll,
        int polls,
        Duration soon,
        Duration watch,
        Duration longest,
        int tries,
        Duration settle) {
    static ReconcilerProperties standard() {
        return new ReconcilerProperties(
                Duration.ofSeconds(8),
                Duration.ofMillis(200),
                15,
                Duration.ofMillis(500),
                Duration.ofSeconds(45),
                Duration.ofSeconds(30),
                3,
                Duration.ofSeconds(60));
    }

    /** 1, 2, 4, … seconds. */
    Duration backoff(int tries) {
        Duration pause = Duration.ofSeconds(1L << Math.min(tries, 10));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
