package dev.quartermaster.actions.provider.kubernetes.need;

import dev.quartermaster.actions.cluster.ApiKind;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.NamedClass;
import dev.quartermaster.actions.provider.kubernetes.need.ClusterFacts.RefusedRight;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds needs against what a cluster is set up with. What isn't known counts as there.
 *
 * @param fixedNodes whether no node comes when a pod waits for one; otherwise none now says nothing about then
 */
record NeedJudge(ClusterFacts facts, boolean fixedNodes) {
    private static final String KUEUE = "kueue.x-k8s.io";
    private static final Map<String, String> OPERATORS = Map.of(
            "ray.io",
            "helm install kuberay-operator kuberay-operator --repo https://ray-project.github.io/kuberay-helm/"
                    + " --namespace kuberay-system --create-namespace",
            "sparkoperator.k8s.io",
            "helm install spark-operator spark-operator --repo https://kubeflow.github.io/spark-operator"
                    + " --namespace spark-operator --create-namespace",
            KUEUE,
            "helm install kueue oci://registry.k8s.io/kueue/charts/kueue --namespace kueue-system --create-namespace");

    Optional<UnmetNeed> unmet(ClusterNeed need, String namespace) {
        return switch (need) {
            case ClusterNeed.Made(var kind) -> made(kind, namespace);
            case ClusterNeed.Queued(var queue) -> queued(queue, namespace);
            case ClusterNeed.Stored(var name) -> stored(name);
            case ClusterNeed.Entered(var name) -> entered(name);
            case ClusterNeed.Placed placed -> placed(placed);
        };
    }

    private Optional<UnmetNeed> made(ApiKind kind, String namespace) {
        var versions = facts.served().get(kind);
        if (versions == null || versions.contains(kind.version())) {
            return refused(kind, namespace);
        }
        var asker = "the cluster has nothing installed that runs a " + kind.kind() + " of this version";
        return Optional.of(
                versions.isEmpty()
                        ? new UnmetNeed(
                                "The cluster knows no " + kind.kind() + " (" + kind.apiVersion() + ").",
                                "the cluster has nothing installed that runs a " + kind.kind(),
                                installation(kind),
                                true)
                        : new UnmetNeed(
                                "The cluster serves " + kind.kind() + " as " + String.join(", ", versions) + " of "
                                        + kind.group() + ", and golden paths make " + kind.version() + ".",
                                asker,
                                "Update what serves it, or apiVersion in the golden paths. "
                                        + OPERATORS
                                                .getOrDefault(kind.group(), "")
                                                .replace(" install ", " upgrade "),
                                true));
    }

    private static String installation(ApiKind kind) {
        return OPERATORS.getOrDefault(
                kind.group(),
                "kubectl apply --server-side -f FILE    # the operator that brings " + kind.resource() + "."
                        + kind.group());
    }

    private Optional<UnmetNeed> refused(ApiKind kind, String namespace) {
        var lacking = facts.refused().stream()
                .filter(each -> each.verb() != Verb.LIST
                        && each.right().resource().equals(kind.resource())
                        && each.right().group().equals(kind.group())
                        && each.namespace().equals(namespace))
                .toList();
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnmetNeed(
                        RightWords.refused(lacking),
                        "we may not make a " + kind.kind() + " in your team's namespace",
                        RightWords.grant(lacking),
                        true));
    }

    /** Without Kueue nobody holds anything back, whatever queue it names. */
    private Optional<UnmetNeed> queued(String queue, String namespace) {
        var kueue = facts.served().entrySet().stream()
                .filter(entry -> entry.getKey().group().equals(KUEUE))
                .findFirst();
        if (kueue.isPresent() && kueue.get().getValue().isEmpty()) {
            return Optional.of(new UnmetNeed(
                    "Kueue isn't installed: what names the queue " + queue + " starts at once, whatever else runs.",
                    "",
                    OPERATORS.getOrDefault(KUEUE, ""),
                    false));
        }
        var there = facts.namespaces().get(namespace);
        if (there == null) {
            return Optional.empty();
        }
        var missing = there.there()
                ? there.queues().filter(queues -> !queues.contains(queue)).isPresent()
                : kueue.isPresent();
        return missing
                ? Optional.of(new UnmetNeed(
                        "There is no LocalQueue " + queue + ", so that what names it is never admitted.",
                        "your team has no queue for it in the cluster",
                        queue(queue, namespace),
                        there.there()))
                : Optional.empty();
    }

    private static String queue(String queue, String namespace) {
        return """
                kubectl apply -f - <<END
                apiVersion: kueue.x-k8s.io/v1beta2
                kind: LocalQueue
                metadata: {name: %s, namespace: %s}
                spec: {clusterQueue: CLUSTER-QUEUE}
                END""".formatted(queue, namespace);
    }

    private Optional<UnmetNeed> stored(String name) {
        if (facts.storage().isEmpty() || there(facts.storage().get(), name)) {
            return Optional.empty();
        }
        return Optional.of(
                name.isEmpty()
                        ? new UnmetNeed(
                                "No StorageClass is the default, and volumes are asked for without naming one.",
                                "the cluster has no storage set up for its volume",
                                "kubectl annotate storageclass "
                                        + facts.storage().get().stream()
                                                .map(NamedClass::name)
                                                .findFirst()
                                                .orElse("NAME")
                                        + " storageclass.kubernetes.io/is-default-class=true",
                                false)
                        : new UnmetNeed(
                                "There is no StorageClass " + name + ".",
                                "the cluster has no storage set up for its volume",
                                "kubectl get storageclass    # and then name one of these in the golden path, or make "
                                        + name,
                                false));
    }

    private Optional<UnmetNeed> entered(String name) {
        if (facts.ingress().isEmpty() || there(facts.ingress().get(), name)) {
            return Optional.empty();
        }
        var words = name.isEmpty()
                ? "No IngressClass is the default, and links are made without naming one: they may lead nowhere."
                : "There is no IngressClass " + name + ": links may lead nowhere.";
        var first = facts.ingress().get().stream().map(NamedClass::name).findFirst();
        var mend = name.isEmpty() && first.isPresent()
                ? "kubectl annotate ingressclass " + first.get() + " ingressclass.kubernetes.io/is-default-class=true"
                : "helm install ingress-nginx ingress-nginx --repo https://kubernetes.github.io/ingress-nginx"
                        + " --namespace ingress-nginx --create-namespace"
                        + (name.isEmpty()
                                ? " --set controller.ingressClassResource.default=true"
                                : " --set controller.ingressClassResource.name=" + name);
        return Optional.of(new UnmetNeed(words, "", mend, false));
    }

    private static boolean there(List<NamedClass> classes, String name) {
        return classes.stream()
                .anyMatch(each -> name.isEmpty() ? each.standard() : each.name().equals(name));
    }

    private Optional<UnmetNeed> placed(ClusterNeed.Placed need) {
        if (facts.nodes().isEmpty() || facts.nodes().get().stream().anyMatch(need::takes)) {
            return Optional.empty();
        }
        var labels = need.shortest();
        return Optional.of(new UnmetNeed(
                "No node has " + labels + (need.terms().size() > 1 ? ", or another label that would do." : "."),
                "no machine of the cluster has what it is to run on (" + labels + ")",
                "kubectl label node NODE " + labels
                        + (fixedNodes ? "" : "    # unless nodes with it come when pods wait for them"),
                fixedNodes));
    }

    /** Refused rights beside those to make these kinds, by resource: mostly to look at things, and nothing is held up. */
    List<List<RefusedRight>> others(Set<ApiKind> made) {
        return facts.refused().stream()
                .filter(each -> each.verb() == Verb.LIST
                        || made.stream()
                                .noneMatch(kind -> kind.group()
                                                .equals(each.right().group())
                                        && kind.resource().equals(each.right().resource())))
                .collect(Collectors.groupingBy(
                        each -> each.right().group() + "/" + each.right().resource(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .toList();
    }
}
