package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.cluster.ClusterSetup;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import dev.quartermaster.actions.provider.kubernetes.waiting.ClusterSnapshotReader;
import dev.quartermaster.intents.catalogue.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What we have to be allowed in the cluster for a catalogue's golden paths: the one list that a role is made of, by
 * {@link ClusterRights#rules}. Of a kind that no path makes any more it allows nothing beyond a look: render it again when
 * the last lease of such a path is over.
 */
public final class KubernetesRights {
    private static final String QUEUE = "kueue.x-k8s.io/queue-name";

    private KubernetesRights() {}

    /** @param createNamespaces as {@code organisation.yaml} says it */
    public static ClusterRights of(Catalogue catalogue, boolean createNamespaces) {
        var parts = catalogue.paths().values().stream()
                .flatMap(path -> path.parts().stream())
                .filter(part -> part.type() instanceof KubernetesPart)
                .map(part -> Tree.of(part.spec()))
                .toList();
        var manifests =
                parts.stream().flatMap(part -> part.items("manifests").stream()).toList();
        var made = manifests.stream()
                .map(manifest -> new ApiKind(manifest.text("apiVersion"), manifest.text("kind")))
                .collect(Collectors.toSet());
        var queued = manifests.stream()
                .anyMatch(manifest -> manifest.at("metadata", "labels").has(QUEUE));
        return Cluster.rights(made, createNamespaces)
                .and(ClusterSnapshotReader.rights(queued))
                .and(ClusterSetup.rights(queued))
                .and(new ClusterRights(byPart(parts, manifests)));
    }

    private static List<ClusterRight> byPart(List<Tree> parts, List<Tree> manifests) {
        var rights = new ArrayList<ClusterRight>();
        if (parts.stream().anyMatch(part -> part.has("token"))) {
            rights.add(TokenSecret.right());
        }
        if (manifests.stream().anyMatch(manifest -> manifest.at("spec").has("volumeClaimTemplates"))) {
            rights.add(ClusterRight.inTeams(
                    new ApiKind("v1", "PersistentVolumeClaim"),
                    Set.of(Verb.GET, Verb.LIST, Verb.DELETE),
                    "takes away the claims that a stateful set leaves behind"));
        }
        return rights;
    }
}
