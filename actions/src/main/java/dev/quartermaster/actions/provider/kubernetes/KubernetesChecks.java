package dev.quartermaster.actions.provider.kubernetes;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterCheck;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterSurvey;
import java.time.InstantSource;

/** How a cluster is looked at. */
public final class KubernetesChecks {
    private KubernetesChecks() {}

    /** @param nodesOnDemand whether nodes come when pods wait for them */
    public static ClusterSurvey survey(Cluster cluster, boolean nodesOnDemand) {
        return new ClusterSurvey(
                cluster,
                bundle -> KubernetesRights.of(
                        bundle.catalogue(), bundle.organisation().createNamespaces()),
                nodesOnDemand,
                InstantSource.system());
    }

    public static ClusterCheck of(Cluster cluster, boolean nodesOnDemand) {
        return new ClusterCheck(cluster, survey(cluster, nodesOnDemand));
    }
}
