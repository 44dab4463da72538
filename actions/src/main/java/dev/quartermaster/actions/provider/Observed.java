package dev.quartermaster.actions.provider;

import org.jspecify.annotations.Nullable;

/** What a provider sees. */
public sealed interface Observed {
    /** Nothing there. */
    record Absent() implements Observed {}

    /**
     * On its way; {@code words} for the asker: "queued: waiting for 4 GPUs".
     *
     * @param trouble what it waits for, where only the platform team can mend that
     */
    record Making(String ref, String words, @Nullable PlatformTrouble trouble) implements Observed {
        public Making(String ref, String words) {
            this(ref, words, null);
        }
    }

    /** There and usable. @param ref what people find it by: a namespace and name, a role, a clone URL */
    record Ready(String ref) implements Observed {}

    /** There and stopped. */
    record Stopped(String ref) implements Observed {}

    /** On its way out. */
    record Ending(String words) implements Observed {}

    /** Cannot be reached right now; it will go on by itself. {@code words}: "the cluster", "the warehouse". */
    record Unreachable(String words) implements Observed {}

    /**
     * Cannot become ready without a person; {@code words} is what the other side said, without secrets.
     *
     * @param trouble where that person is one of the platform team
     */
    record Broken(String words, @Nullable PlatformTrouble trouble) implements Observed {
        public Broken(String words) {
            this(words, null);
        }
    }
}
