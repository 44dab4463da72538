package dev.quartermaster.actions.provider;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a provider sees. */
public sealed interface Observed {
    /** Whether it runs and is only not ready, so that its machine is nobody else's meanwhile. */
    default boolean held() {
        return false;
    }

    /** Nothing there. */
    record Absent() implements Observed {}

    /**
     * On its way; {@code words} for the asker: "queued: waiting for 4 GPUs".
     *
     * @param trouble what it waits for, where only the platform team can mend that
     * @param pause how long nothing new is to be expected; null: it may be there in a moment
     * @param held see {@link Observed#held}
     */
    record Making(
            String ref,
            String words,
            @Nullable PlatformTrouble trouble,
            @Nullable Duration pause,
            boolean held) implements Observed {
        public Making(String ref, String words, @Nullable PlatformTrouble trouble, @Nullable Duration pause) {
            this(ref, words, trouble, pause, false);
        }

        public Making(String ref, String words, @Nullable PlatformTrouble trouble) {
            this(ref, words, trouble, null);
        }

        public Making(String ref, String words) {
            this(ref, words, null);
        }

        public Making whileHeld() {
            return new Making(ref, words, trouble, pause, true);
        }
    }

    /**
     * There and usable.
     *
     * @param ref what people find it by: a namespace and name, a role, a clone URL
     * @param outputs what its type says it gives, by name; never a secret
     * @param words what whoever asked and whoever said yes should know of it; mostly nothing
     */
    record Ready(String ref, Map<String, String> outputs, String words) implements Observed {
        public Ready {
            outputs = Map.copyOf(outputs);
        }

        public Ready(String ref, Map<String, String> outputs) {
            this(ref, outputs, "");
        }

        public Ready(String ref) {
            this(ref, Map.of());
        }
    }

    /** It has done what it was made for and succeeded: it isn't made again, and nothing more is charged for it. */
    record Done(String ref, Map<String, String> outputs) implements Observed {
        public Done {
            outputs = Map.copyOf(outputs);
        }

        public Done(String ref) {
            this(ref, Map.of());
        }
    }

    /** It was to run to an end and hasn't succeeded: it isn't made again. {@code words} is what the other side said. */
    record Failed(String words) implements Observed {}

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
