package dev.quartermaster.actions.cluster;

import dev.quartermaster.actions.cluster.ClusterCall.LateException;
import dev.quartermaster.actions.cluster.Ownership.Identity;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** One part's objects, throwing as the client library does; {@link LeaseObjects} is where that ends. */
final class LiveObjects {
    private final KindObjects objects;
    private final Labels labels;
    private final Ownership ownership;

    LiveObjects(KindObjects objects, Labels labels, Ownership ownership) {
        this.objects = objects;
        this.labels = labels;
        this.ownership = ownership;
    }

    FoundObject find(ObjectRef ref) {
        var there = objects.get(ref);
        if (there.isEmpty()) {
            return new FoundObject.Absent();
        }
        return mark(ref, there.get()).isPresent()
                ? new FoundObject.Ours(objects.tree(there.get()))
                : new FoundObject.Foreign(ref);
    }

    Map<String, Object> apply(Map<String, Object> manifest, String namespace) {
        var ref = ObjectRef.of(manifest, namespace);
        var there = objects.get(ref);
        if (there.isEmpty()) {
            return objects.tree(create(ref, manifest));
        }
        var mark = mayWrite(ref, there.get());
        return objects.tree(objects.applyOnto(ref, there.get(), labels.onto(manifest, namespace, mark)));
    }

    /** Makes it when nothing of that name is there, and leaves what is. */
    void once(Map<String, Object> manifest, String namespace) {
        var ref = ObjectRef.of(manifest, namespace);
        objects.get(ref).ifPresentOrElse(there -> mayWrite(ref, there), () -> create(ref, manifest));
    }

    /** @return whether anything of ours was there */
    boolean delete(ObjectRef ref) {
        var there = objects.get(ref).filter(object -> made(ref, object));
        there.ifPresent(object -> {
            notUnderANewerClaim(object.getMetadata());
            objects.delete(ref, object);
        });
        return there.isPresent();
    }

    /** What we made, and what controllers made of it, which goes with it. */
    List<ObjectRef> remaining(String namespace) {
        var made = ownership.made(labels);
        var left = new LinkedHashSet<ObjectRef>();
        for (var object : objects.labelled(namespace, labels.ofPart())) {
            var ref = ref(object, namespace);
            if (made(ref, object) || followsOurs(object, namespace, made)) {
                left.add(ref);
            }
        }
        made.stream()
                .filter(ref -> !left.contains(ref))
                .filter(ref -> objects.get(ref)
                        .filter(object -> mark(ref, object).isPresent())
                        .isPresent())
                .forEach(left::add);
        return List.copyOf(left);
    }

    private GenericKubernetesResource create(ObjectRef ref, Map<String, Object> manifest) {
        var mark = ownership.intend(ref, labels);
        try {
            var made = objects.create(ref, labels.onto(manifest, ref.namespace(), mark));
            mark(ref, made);
            return made;
        } catch (KubernetesClientException e) {
            if (e.getStatus() != null && "AlreadyExists".equals(e.getStatus().getReason())) {
                // Whose it is, is seen at the next look.
                throw new LateException();
            }
            throw e;
        }
    }

    private String mayWrite(ObjectRef ref, GenericKubernetesResource there) {
        var mark = mark(ref, there)
                .orElseThrow(() -> new KubernetesClientException(new FoundObject.Foreign(ref).words(), 409, null));
        notUnderANewerClaim(there.getMetadata());
        return mark;
    }

    private Optional<String> mark(ObjectRef ref, GenericKubernetesResource object) {
        var metadata = object.getMetadata();
        var identity =
                new Identity(metadata.getUid(), annotation(metadata, Labels.MARK), label(metadata, Labels.LEASE));
        return ownership.mark(ref, labels, identity);
    }

    /** A claim that our stateful set made from its template belongs to nobody in the cluster and is named after both. */
    private boolean made(ObjectRef ref, GenericKubernetesResource object) {
        return mark(ref, object).isPresent()
                || ref.kind().equals("PersistentVolumeClaim")
                        && label(object.getMetadata(), Labels.LEASE)
                                .equals(labels.lease().value())
                        && ownership.made(labels).stream()
                                .filter(other -> other.kind().equals("StatefulSet"))
                                .anyMatch(set -> ref.name().matches(".+-" + Pattern.quote(set.name()) + "-\\d+"));
    }

    private boolean followsOurs(GenericKubernetesResource object, String namespace, List<ObjectRef> made) {
        var owners = object.getMetadata().getOwnerReferences();
        return owners != null && owners.stream().anyMatch(owner -> isOurs(owner, namespace, made));
    }

    /** A deployment's pods are its replica set's, which nobody remembers; its name is the deployment's and a hash. */
    private boolean isOurs(OwnerReference owner, String namespace, List<ObjectRef> made) {
        if (owner.getKind().equals("ReplicaSet")) {
            return made.stream()
                    .filter(ref -> ref.kind().equals("Deployment"))
                    .anyMatch(deployment -> owner.getName().matches(Pattern.quote(deployment.name()) + "-[a-z0-9]+"));
        }
        var ref = new ObjectRef(owner.getApiVersion(), owner.getKind(), namespace, owner.getName());
        return ownership.mark(ref, labels, new Identity(owner.getUid(), "", "")).isPresent();
    }

    private void notUnderANewerClaim(ObjectMeta there) {
        var epoch = annotation(there, Labels.EPOCH);
        if (epoch.matches("\\d{1,18}") && Long.parseLong(epoch) > labels.epoch()) {
            throw new LateException();
        }
    }

    private static ObjectRef ref(GenericKubernetesResource object, String namespace) {
        return new ObjectRef(
                object.getApiVersion(),
                object.getKind(),
                namespace,
                object.getMetadata().getName());
    }

    private static String annotation(ObjectMeta there, String name) {
        return there.getAnnotations() == null ? "" : there.getAnnotations().getOrDefault(name, "");
    }

    private static String label(ObjectMeta there, String name) {
        return there.getLabels() == null ? "" : there.getLabels().getOrDefault(name, "");
    }
}
