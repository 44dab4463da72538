package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a cluster is set up with, as it was read at one moment. What could not be read is empty or absent, and nothing is
 * concluded from that.
 *
 * @param served of each kind that was asked about, in which versions its group has it; none where it isn't installed
 * @param storage StorageClasses. @param ingress IngressClasses
 * @param nodes the labels of each
 * @param namespaces of teams, by name
 * @param refused rights that we don't have
 * @param unseen what could not be read, each as the beginning of a sentence: {@code The nodes}
 */
record ClusterFacts(
        String version,
        Map<ApiKind, List<String>> served,
        Optional<List<NamedClass>> storage,
        Optional<List<NamedClass>> ingress,
        Optional<List<Map<String, String>>> nodes,
        Map<String, TeamNamespace> namespaces,
        List<RefusedRight> refused,
        List<String> unseen) {
    ClusterFacts with(List<RefusedRight> others) {
        return new ClusterFacts(version, served, storage, ingress, nodes, namespaces, others, unseen);
    }

    /** @param standard whether it is the one for those that name none */
    record NamedClass(String name, boolean standard) {}

    /**
     * @param there whether it is. @param enforced its level of Pod Security; empty: none
     * @param queues names of its LocalQueues, where they could be read
     */
    record TeamNamespace(boolean there, String enforced, Optional<Set<String>> queues) {}

    /** @param namespace empty: nowhere */
    record RefusedRight(ClusterRight right, Verb verb, String namespace) {}
}
