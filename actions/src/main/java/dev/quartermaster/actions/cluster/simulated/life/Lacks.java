package dev.quartermaster.actions.cluster.simulated.life;

import java.util.Set;

/**
 * What a cluster isn't set up with. Things are made all the same and then wait, as in a real one, which says why in its
 * own words: in events, in conditions of pods and of Kueue's Workloads.
 *
 * @param storageClass no default one
 * @param queue no LocalQueue of any name
 * @param labelledNodes no node with any label
 * @param images no registry can be reached
 * @param ingressClass none at all
 * @param groups of the API that aren't installed, such as {@code ray.io}
 * @param rights refused to everybody, each a verb and a resource with its group, such as {@code create rayclusters.ray.io}
 */
public record Lacks(
        boolean storageClass,
        boolean queue,
        boolean labelledNodes,
        boolean images,
        boolean ingressClass,
        Set<String> groups,
        Set<String> rights) {
    public Lacks {
        groups = Set.copyOf(groups);
        rights = Set.copyOf(rights);
    }

    public static Lacks nothing() {
        return new Lacks(false, false, false, false, false, Set.of(), Set.of());
    }

    public static Lacks aStorageClass() {
        return new Lacks(true, false, false, false, false, Set.of(), Set.of());
    }

    public static Lacks aQueue() {
        return new Lacks(false, true, false, false, false, Set.of(), Set.of());
    }

    public static Lacks labelsOnNodes() {
        return new Lacks(false, false, true, false, false, Set.of(), Set.of());
    }

    public static Lacks aRegistry() {
        return new Lacks(false, false, false, true, false, Set.of(), Set.of());
    }

    public static Lacks anIngressClass() {
        return new Lacks(false, false, false, false, true, Set.of(), Set.of());
    }

    /** The API knows every kind, and nothing that others set up is there. */
    public static Lacks whatOthersSetUp() {
        return new Lacks(true, true, true, true, true, Set.of(), Set.of());
    }

    public static Lacks groups(String... groups) {
        return new Lacks(false, false, false, false, false, Set.of(groups), Set.of());
    }

    public static Lacks rights(String... rights) {
        return new Lacks(false, false, false, false, false, Set.of(), Set.of(rights));
    }
}
