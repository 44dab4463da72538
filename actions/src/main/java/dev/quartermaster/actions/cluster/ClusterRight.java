package dev.quartermaster.actions.cluster;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Something we call at the Kubernetes API and have to be allowed to. Looking up which kinds there are needs none: everybody
 * who is signed in may ({@code system:discovery}).
 *
 * @param group empty for the core kinds
 * @param resource the plural, with {@code /} and its part where only that is meant: {@code localqueues/pendingworkloads}
 * @param why for the people who grant it: what isn't possible without
 */
public record ClusterRight(String group, String resource, Where where, Set<Verb> verbs, String why) {
    /** As RBAC names them, in the order in which people write them. */
    public enum Verb {
        GET,
        LIST,
        CREATE,
        PATCH,
        DELETE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where it is needed. */
    public enum Where {
        /** In the namespaces of the teams, and in no other. */
        TEAMS,
        /** For kinds that belong to no namespace. */
        CLUSTER
    }

    public ClusterRight {
        verbs = Set.copyOf(verbs);
        if (resource.isEmpty() || verbs.isEmpty() || why.isEmpty()) {
            throw new IllegalArgumentException("a right needs a resource, verbs and a reason");
        }
    }

    /** In the teams' namespaces. */
    public static ClusterRight inTeams(ApiKind kind, Collection<Verb> verbs, String why) {
        return new ClusterRight(kind.group(), kind.resource(), Where.TEAMS, Set.copyOf(verbs), why);
    }

    /** About a kind that belongs to no namespace. */
    public static ClusterRight ofCluster(String group, String resource, Collection<Verb> verbs, String why) {
        return new ClusterRight(group, resource, Where.CLUSTER, Set.copyOf(verbs), why);
    }

    boolean sameThing(ClusterRight other) {
        return group.equals(other.group) && resource.equals(other.resource) && where == other.where;
    }

    ClusterRight and(ClusterRight other) {
        var both = EnumSet.copyOf(verbs);
        both.addAll(other.verbs);
        return new ClusterRight(group, resource, where, both, why.contains(other.why) ? why : why + "; " + other.why);
    }
}
