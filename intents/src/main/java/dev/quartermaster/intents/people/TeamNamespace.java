package dev.quartermaster.intents.people;

import java.util.Map;

/**
 * The namespaces of teams in the cluster.
 *
 * @param create whether one is created when absent
 * @param quota how much one that we create may hold, by resource as a ResourceQuota names them: {@code requests.cpu}; empty: as
 *     much as there is
 * @param container what a container there requests that says nothing itself: {@code cpu}, {@code memory}; a quota of those
 *     needs it, because what operators add to pods often says nothing
 */
public record TeamNamespace(boolean create, Map<String, String> quota, Map<String, String> container) {
    /** Made by others, with what they put into them. */
    public static final TeamNamespace EXISTING = new TeamNamespace(false, Map.of(), Map.of());

    /** Created by us, to hold as much as there is. */
    public static final TeamNamespace CREATED = new TeamNamespace(true, Map.of(), Map.of());

    public TeamNamespace {
        quota = Map.copyOf(quota);
        container = Map.copyOf(container);
    }
}
