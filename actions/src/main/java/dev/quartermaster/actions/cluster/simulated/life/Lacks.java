package dev.quartermaster.actions.cluster.simulated.life;

/**
 * What a cluster isn't set up with. Things are made all the same and then wait, as in a real one, which says why in its
 * own words: in events, in conditions of pods and of Kueue's Workloads.
 *
 * @param storageClass no default one
 * @param queue no LocalQueue of any name
 * @param labelledNodes no node with any label
 * @param images no registry can be reached
 */
public record Lacks(boolean storageClass, boolean queue, boolean labelledNodes, boolean images) {
    public static Lacks nothing() {
        return new Lacks(false, false, false, false);
    }

    public static Lacks aStorageClass() {
        return new Lacks(true, false, false, false);
    }

    public static Lacks aQueue() {
        return new Lacks(false, true, false, false);
    }

    public static Lacks labelsOnNodes() {
        return new Lacks(false, false, true, false);
    }

    public static Lacks aRegistry() {
        return new Lacks(false, false, false, true);
    }
}
