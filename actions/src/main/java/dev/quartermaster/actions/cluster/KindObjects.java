package dev.quartermaster.actions.cluster;

import io.fabric8.kubernetes.api.model.DeleteOptionsBuilder;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ManagedFieldsEntry;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.FieldValidateable.Validation;
import io.fabric8.kubernetes.client.dsl.Resource;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Single calls about objects of any kind, whosever they are. They throw as the client library does. */
final class KindObjects {
    private final KubernetesClient client;
    private final ResourceKinds kinds;

    KindObjects(KubernetesClient client) {
        this.client = client;
        kinds = new ResourceKinds(client);
    }

    Optional<GenericKubernetesResource> get(ObjectRef ref) {
        return kinds.find(ref.apiVersion(), ref.kind())
                .map(kind -> client.genericKubernetesResources(kind)
                        .inNamespace(ref.namespace())
                        .withName(ref.name())
                        .get());
    }

    /** Reads a path that is no object's, such as a list of another API. @throws KubernetesClientException 404 as well */
    Map<String, Object> read(String path) {
        return answer(client.raw(path, "GET", null));
    }

    /** Sends what is answered with an object and kept nowhere, such as a review. */
    Map<String, Object> ask(String path, Map<String, Object> asked) {
        return answer(client.raw(path, "POST", asked));
    }

    private Map<String, Object> answer(String text) {
        var read = new LinkedHashMap<String, Object>();
        Map<?, ?> raw = client.getKubernetesSerialization().unmarshal(text, Map.class);
        raw.forEach((name, value) -> read.put(String.valueOf(name), value));
        return read;
    }

    /** Only where nothing of that name is. Written out: the library's own call can't say who we are. @throws KubernetesClientException 409, AlreadyExists */
    GenericKubernetesResource create(ObjectRef ref, Map<String, Object> tree) {
        var query = "?fieldManager=" + Cluster.MANAGER + "&fieldValidation=Strict";
        return client.getKubernetesSerialization()
                .unmarshal(client.raw(collection(ref) + query, "POST", tree), GenericKubernetesResource.class);
    }

    /** What {@link #create} would come to; nothing of it is kept. */
    void rehearse(ObjectRef ref, Map<String, Object> tree) {
        var query = "?dryRun=All&fieldManager=" + Cluster.MANAGER + "&fieldValidation=Strict";
        client.raw(collection(ref) + query, "POST", tree);
    }

    /** Only onto this very object in this very state: a name that was freed and taken again isn't written to. */
    GenericKubernetesResource applyOnto(ObjectRef ref, GenericKubernetesResource before, Map<String, Object> tree) {
        var there = asApplied(ref, before);
        var object = object(tree);
        object.getMetadata().setResourceVersion(there.getMetadata().getResourceVersion());
        object.getMetadata().setUid(there.getMetadata().getUid());
        return resource(ref, object)
                .fieldValidation(Validation.STRICT)
                .fieldManager(Cluster.MANAGER)
                .forceConflicts()
                .serverSideApply();
    }

    /** This very object in this very state, with what it owns in the background. Written out: the library's own call has no uid. */
    void delete(ObjectRef ref, GenericKubernetesResource object) {
        var metadata = object.getMetadata();
        var options = new DeleteOptionsBuilder()
                .withPropagationPolicy("Background")
                .withNewPreconditions()
                .withUid(metadata.getUid())
                .withResourceVersion(metadata.getResourceVersion())
                .endPreconditions()
                .build();
        try {
            client.raw(collection(ref) + "/" + ref.name(), "DELETE", options);
        } catch (KubernetesClientException e) {
            if (e.getCode() != 404) {
                throw e;
            }
        }
    }

    /** Of every kind that may hold something of ours, and that we may list. */
    List<GenericKubernetesResource> labelled(String namespace, Map<String, String> labels) {
        var found = new ArrayList<GenericKubernetesResource>();
        for (var kind : kinds.namespaced()) {
            try {
                found.addAll(list(kind, namespace, labels, Map.of()));
            } catch (KubernetesClientException e) {
                if (e.getCode() != 403) {
                    throw e;
                }
                // What we made of it is remembered; what controllers make goes with it.
            }
        }
        return List.copyOf(found);
    }

    List<GenericKubernetesResource> list(
            String apiVersion, String kind, String namespace, Map<String, String> labels, Map<String, String> fields) {
        return kinds.find(apiVersion, kind)
                .map(context -> list(context, namespace, labels, fields))
                .orElse(List.of());
    }

    Map<String, Object> tree(GenericKubernetesResource object) {
        var tree = new LinkedHashMap<String, Object>();
        Map<?, ?> raw = client.getKubernetesSerialization().convertValue(object, Map.class);
        raw.forEach((name, value) -> tree.put(String.valueOf(name), value));
        return tree;
    }

    /** A kind whose operator isn't installed has no objects. */
    private List<GenericKubernetesResource> list(
            ResourceDefinitionContext kind, String namespace, Map<String, String> labels, Map<String, String> fields) {
        try {
            return client
                    .genericKubernetesResources(kind)
                    .inNamespace(namespace)
                    .withLabels(labels)
                    .withFields(fields)
                    .list()
                    .getItems()
                    .stream()
                    .map(object -> named(object, kind))
                    .toList();
        } catch (KubernetesClientException e) {
            if (e.getCode() == 404) {
                return List.of();
            }
            throw e;
        }
    }

    /** In a list of a kind the server leaves out which it is. */
    private static GenericKubernetesResource named(GenericKubernetesResource object, ResourceDefinitionContext kind) {
        if (object.getKind() == null) {
            object.setKind(kind.getKind());
        }
        if (object.getApiVersion() == null) {
            var core = kind.getGroup() == null || kind.getGroup().isEmpty();
            object.setApiVersion(core ? kind.getVersion() : kind.getGroup() + "/" + kind.getVersion());
        }
        return object;
    }

    /**
     * What create set is owned by us as by somebody who wrote it once, and would stay when a later apply no longer says
     * it. The way kubectl goes over to applying: the entry is renamed (Kubernetes, "Upgrading from client-side apply").
     */
    private GenericKubernetesResource asApplied(ObjectRef ref, GenericKubernetesResource object) {
        var entries = object.getMetadata().getManagedFields();
        if (entries == null || entries.stream().noneMatch(KindObjects::writtenByUs)) {
            return object;
        }
        entries.stream().filter(KindObjects::writtenByUs).forEach(entry -> entry.setOperation("Apply"));
        var version = object.getMetadata().getResourceVersion();
        var patch = client.getKubernetesSerialization()
                .asJson(List.of(
                        Map.of("op", "replace", "path", "/metadata/managedFields", "value", entries),
                        Map.of("op", "replace", "path", "/metadata/resourceVersion", "value", version)));
        return client.genericKubernetesResources(known(ref))
                .inNamespace(ref.namespace())
                .withName(ref.name())
                .patch(PatchContext.of(PatchType.JSON), patch);
    }

    private String collection(ObjectRef ref) {
        var kind = known(ref);
        var core = kind.getGroup() == null || kind.getGroup().isEmpty();
        return (core ? "/api/" : "/apis/" + kind.getGroup() + "/") + kind.getVersion() + "/namespaces/"
                + ref.namespace() + "/" + kind.getPlural();
    }

    private static boolean writtenByUs(ManagedFieldsEntry entry) {
        return Cluster.MANAGER.equals(entry.getManager())
                && "Update".equals(entry.getOperation())
                && (entry.getSubresource() == null || entry.getSubresource().isEmpty());
    }

    private GenericKubernetesResource object(Map<String, Object> tree) {
        return client.getKubernetesSerialization().convertValue(tree, GenericKubernetesResource.class);
    }

    private Resource<GenericKubernetesResource> resource(ObjectRef ref, GenericKubernetesResource object) {
        return client.genericKubernetesResources(known(ref))
                .inNamespace(ref.namespace())
                .resource(object);
    }

    private ResourceDefinitionContext known(ObjectRef ref) {
        var kind = kinds.find(ref.apiVersion(), ref.kind())
                .orElseThrow(() -> new KubernetesClientException(
                        "The cluster doesn't know " + ref.kind() + " (" + ref.apiVersion()
                                + "): what serves it isn't installed there.",
                        404,
                        null));
        if (!kind.isNamespaceScoped()) {
            throw new KubernetesClientException(
                    ref.kind() + " doesn't belong to a namespace; only what stays in the team's may be made.",
                    403,
                    null);
        }
        return kind;
    }
}
