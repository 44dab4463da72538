package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.Answers.LateException;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls themselves. They throw as the client library does; {@link Cluster} is where that ends. */
final class LiveObjects {
    private final KubernetesClient client;
    private final ResourceKinds kinds;

    LiveObjects(KubernetesClient client) {
        this.client = client;
        kinds = new ResourceKinds(client);
    }

    Optional<Map<String, Object>> find(ObjectRef ref) {
        return live(ref).map(this::tree);
    }

    Map<String, Object> apply(Map<String, Object> manifest, String namespace, Labels labels) {
        var ref = ObjectRef.of(manifest, namespace);
        var kind = known(ref);
        var live = live(ref);
        live.ifPresent(object -> mayWrite(ref, object.getMetadata(), labels));
        var object = client.getKubernetesSerialization()
                .convertValue(labels.onto(manifest, namespace), GenericKubernetesResource.class);
        // The version holds the door between looking and writing. Without one, on create, the name does.
        live.ifPresent(there ->
                object.getMetadata().setResourceVersion(there.getMetadata().getResourceVersion()));
        return tree(client.genericKubernetesResources(kind)
                .inNamespace(namespace)
                .resource(object)
                .fieldValidation(Validation.STRICT)
                .fieldManager(Cluster.MANAGER)
                .forceConflicts()
                .serverSideApply());
    }

    /** Makes it when nothing of that name is there, and leaves what is. */
    void once(Map<String, Object> manifest, String namespace, Labels labels) {
        var ref = ObjectRef.of(manifest, namespace);
        var kind = known(ref);
        var live = live(ref);
        if (live.isPresent()) {
            mayWrite(ref, live.get().getMetadata(), labels);
            return;
        }
        var object = client.getKubernetesSerialization()
                .convertValue(labels.onto(manifest, namespace), GenericKubernetesResource.class);
        try {
            client.genericKubernetesResources(kind)
                    .inNamespace(namespace)
                    .resource(object)
                    .fieldValidation(Validation.STRICT)
                    .create();
        } catch (KubernetesClientException e) {
            if (e.getStatus() != null && "AlreadyExists".equals(e.getStatus().getReason())) {
                throw new LateException();
            }
            throw e;
        }
    }

    /** With background propagation, the client library's default. @return whether anything of ours was there */
    boolean delete(ObjectRef ref, Labels labels) {
        var live = live(ref).filter(object -> isOf(object.getMetadata(), labels));
        if (live.isEmpty()) {
            return false;
        }
        notUnderANewerClaim(live.get().getMetadata(), labels);
        client.genericKubernetesResources(known(ref))
                .inNamespace(ref.namespace())
                .resource(live.get())
                .lockResourceVersion(live.get().getMetadata().getResourceVersion())
                .delete();
        return true;
    }

    List<Map<String, Object>> labelled(String namespace, Map<String, String> labels) {
        var found = new ArrayList<Map<String, Object>>();
        for (var kind : kinds.namespaced()) {
            found.addAll(list(kind, namespace, labels));
        }
        return List.copyOf(found);
    }

    List<Map<String, Object>> list(String apiVersion, String kind, String namespace) {
        return kinds.find(apiVersion, kind)
                .map(context -> list(context, namespace, Map.of()))
                .orElse(List.of());
    }

    /** A kind whose operator isn't installed has no objects. */
    private List<Map<String, Object>> list(
            ResourceDefinitionContext kind, String namespace, Map<String, String> labels) {
        try {
            return client
                    .genericKubernetesResources(kind)
                    .inNamespace(namespace)
                    .withLabels(labels)
                    .list()
                    .getItems()
                    .stream()
                    .map(this::tree)
                    .toList();
        } catch (KubernetesClientException e) {
            if (e.getCode() == 404) {
                return List.of();
            }
            throw e;
        }
    }

    private Optional<GenericKubernetesResource> live(ObjectRef ref) {
        return kinds.find(ref.apiVersion(), ref.kind())
                .map(kind -> client.genericKubernetesResources(kind)
                        .inNamespace(ref.namespace())
                        .withName(ref.name())
                        .get());
    }

    private ResourceDefinitionContext known(ObjectRef ref) {
        var kind = kinds.find(ref.apiVersion(), ref.kind())
                .orElseThrow(() -> refusal(
                        404,
                        "The cluster doesn't know " + ref.kind() + " (" + ref.apiVersion()
                                + "): what serves it isn't installed there."));
        if (!kind.isNamespaceScoped()) {
            throw refusal(
                    403, ref.kind() + " doesn't belong to a namespace; only what stays in the team's may be made.");
        }
        return kind;
    }

    private static void mayWrite(ObjectRef ref, ObjectMeta live, Labels labels) {
        if (!isOf(live, labels)) {
            throw refusal(409, ref + " is there already and isn't this lease's; it was left as it is.");
        }
        notUnderANewerClaim(live, labels);
    }

    private static void notUnderANewerClaim(ObjectMeta live, Labels labels) {
        var epoch = annotation(live, Labels.EPOCH);
        if (epoch.matches("\\d{1,18}") && Long.parseLong(epoch) > labels.epoch()) {
            throw new LateException();
        }
    }

    private static boolean isOf(ObjectMeta live, Labels labels) {
        var lease = live.getLabels() == null ? null : live.getLabels().get(Labels.LEASE);
        return labels.lease().value().equals(lease);
    }

    private static String annotation(ObjectMeta live, String name) {
        return live.getAnnotations() == null ? "" : live.getAnnotations().getOrDefault(name, "");
    }

    private static KubernetesClientException refusal(int code, String words) {
        return new KubernetesClientException(words, code, null);
    }

    private Map<String, Object> tree(GenericKubernetesResource object) {
        var tree = new LinkedHashMap<String, Object>();
        Map<?, ?> raw = client.getKubernetesSerialization().convertValue(object, Map.class);
        raw.forEach((name, value) -> tree.put(String.valueOf(name), value));
        return tree;
    }
}
