package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterCheck;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import java.time.InstantSource;

/** How a cluster is looked at. */
public final class KubernetesChecks {
    private KubernetesChecks() {}

    /** @param fixedNodes whether no node comes when a pod waits for one */
    public static ClusterSurvey survey(Cluster cluster, boolean fixedNodes) {
        return new ClusterSurvey(
                cluster,
                bundle -> KubernetesRights.of(
                        bundle.catalogue(), bundle.organisation().createNamespaces()),
                fixedNodes,
                InstantSource.system());
    }

    public static ClusterCheck of(Cluster cluster, boolean fixedNodes) {
        return new ClusterCheck(cluster, survey(cluster, fixedNodes));
    }
}
