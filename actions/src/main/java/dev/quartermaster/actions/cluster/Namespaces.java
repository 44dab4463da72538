package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterCall.LateException;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.intents.people.ReservedNamespaces;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.people.TeamNamespace;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Where a team's things may be made. The files are checked for the same; the worst case of a slip is the cluster itself. */
final class Namespaces {
    /** What {@code PodRules} holds our own manifests to, held by the cluster as well, for whatever else is made there. */
    private static final Map<String, String> POD_SECURITY =
            Map.of("pod-security.kubernetes.io/enforce", "restricted", "pod-security.kubernetes.io/warn", "restricted");

    private final KubernetesClient client;
    private final Optional<String> own;
    private final NamespaceGuards guards;

    Namespaces(KubernetesClient client) {
        this(client, own(Path.of(Config.KUBERNETES_NAMESPACE_PATH)));
    }

    /** @param own where this program runs, as far as that is known: what is made there could be its database */
    Namespaces(KubernetesClient client, Optional<String> own) {
        this.client = client;
        this.own = own;
        guards = new NamespaceGuards(client);
    }

    /** Every pod is told; outside a cluster there is none. */
    private static Optional<String> own(Path told) {
        try {
            return Optional.of(Files.readString(told).strip()).filter(name -> !name.isEmpty());
        } catch (IOException nobodyTells) {
            return Optional.empty();
        }
    }

    static List<ClusterRight> rights(boolean create) {
        var look = ClusterRight.ofCluster(
                "", "namespaces", Set.of(Verb.GET), "sees whose a team's namespace is before anything is made in it");
        var make = ClusterRight.ofCluster(
                "", "namespaces", Set.of(Verb.CREATE), "makes the namespace of a team that has none");
        return create
                ? Stream.concat(Stream.of(look, make), NamespaceGuards.rights().stream())
                        .toList()
                : List.of(look);
    }

    /** @return whether it was created */
    boolean ready(String name, TeamId team, TeamNamespace rules) {
        if (own.filter(name::equals).isPresent()) {
            throw refusal(
                    403,
                    "The namespace " + name
                            + " is the one Quartermaster itself runs in; the platform team gives the team " + team
                            + " another in people.yaml.");
        }
        if (ReservedNamespaces.has(name)) {
            throw refusal(
                    403,
                    "The namespace " + name + " is the cluster's own; the platform team gives the team \"" + team
                            + "\" one in people.yaml.");
        }
        Namespace there;
        try {
            there = client.namespaces().withName(name).get();
        } catch (KubernetesClientException e) {
            // Where we may not even look, what is made in it will say whether it is there and ours to use.
            if (e.getCode() == 403 && e.getStatus() != null) {
                return false;
            }
            throw e;
        }
        if (there == null) {
            made(name, team, rules.create());
            guards.forget(name);
        } else {
            isTheTeams(there, team, rules.create());
        }
        if (rules.create() && (there == null || closed(labels(there)))) {
            guards.stand(name, rules);
        }
        return there == null;
    }

    /** Made by us as closed: one of before is left as it is, because what lives in it may rely on that. */
    private static boolean closed(Map<String, String> labels) {
        return Cluster.MANAGER.equals(labels.get(Labels.MANAGED_BY))
                && labels.keySet().containsAll(POD_SECURITY.keySet());
    }

    private static Map<String, String> labels(Namespace namespace) {
        Map<String, String> labels = namespace.getMetadata().getLabels();
        return labels == null ? Map.of() : labels;
    }

    private static void isTheTeams(Namespace there, TeamId team, boolean create) {
        Map<String, String> labels = labels(there);
        var name = there.getMetadata().getName();
        var other = labels.getOrDefault(Labels.TEAM, team.value());
        if (!other.equals(team.value())) {
            throw refusal(
                    409,
                    "The namespace " + name + " is the team " + other + "'s; the platform team gives the team \"" + team
                            + "\" one of its own in people.yaml.");
        }
        // Whoever installs with Helm has its name there as the manager; whose it is stands beside that.
        if (create && !labels.containsKey(Labels.TEAM) && !Cluster.MANAGER.equals(labels.get(Labels.MANAGED_BY))) {
            throw refusal(
                    409,
                    "The namespace " + name + " is there already and wasn't made by us, so nothing was made in"
                            + " it. If it is the team's, the platform team labels it " + Labels.TEAM + "=" + team
                            + ".");
        }
    }

    private void made(String name, TeamId team, boolean create) {
        if (!create) {
            throw refusal(404, "The namespace " + name + " doesn't exist; the platform team makes it.");
        }
        var namespace = new NamespaceBuilder()
                .withNewMetadata()
                .withName(name)
                .addToLabels(Labels.MANAGED_BY, Cluster.MANAGER)
                .addToLabels(Labels.TEAM, team.value())
                .addToLabels(POD_SECURITY)
                .endMetadata()
                .build();
        try {
            client.resource(namespace).create();
        } catch (KubernetesClientException e) {
            if (e.getStatus() != null && "AlreadyExists".equals(e.getStatus().getReason())) {
                // Whose it is, is seen at the next look.
                throw new LateException();
            }
            throw e;
        }
    }

    private static KubernetesClientException refusal(int code, String words) {
        return new KubernetesClientException(words, code, null);
    }
}
