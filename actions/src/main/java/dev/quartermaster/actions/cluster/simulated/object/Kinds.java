package dev.quartermaster.actions.cluster.simulated.object;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.LimitRange;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Node;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ResourceQuota;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.CronJob;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressClass;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBinding;
import io.fabric8.kubernetes.api.model.rbac.Role;
import io.fabric8.kubernetes.api.model.rbac.RoleBinding;
import io.fabric8.kubernetes.api.model.storage.StorageClass;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What this cluster serves. A further kind is one line here, and a shape in {@code Shapes} when it isn't a core one. */
public final class Kinds {
    public static final Kind NAMESPACE = new Kind("", "v1", "Namespace", "namespaces", false);
    public static final Kind POD = new Kind("", "v1", "Pod", "pods", true);
    public static final Kind EVENT = new Kind("", "v1", "Event", "events", true);
    public static final Kind SERVICE = new Kind("", "v1", "Service", "services", true);
    public static final Kind CLAIM = new Kind("", "v1", "PersistentVolumeClaim", "persistentvolumeclaims", true);
    public static final Kind SECRET = new Kind("", "v1", "Secret", "secrets", true);
    public static final Kind STATEFUL_SET = new Kind("apps", "v1", "StatefulSet", "statefulsets", true);
    public static final Kind DEPLOYMENT = new Kind("apps", "v1", "Deployment", "deployments", true);
    public static final Kind JOB = new Kind("batch", "v1", "Job", "jobs", true);
    public static final Kind INGRESS = new Kind("networking.k8s.io", "v1", "Ingress", "ingresses", true);
    public static final Kind RAY_CLUSTER = new Kind("ray.io", "v1", "RayCluster", "rayclusters", true);
    public static final Kind WORKLOAD = new Kind("kueue.x-k8s.io", "v1beta2", "Workload", "workloads", true);
    public static final Kind SPARK_APPLICATION =
            new Kind("sparkoperator.k8s.io", "v1beta2", "SparkApplication", "sparkapplications", true);
    public static final Kind SPARK_CONNECT =
            new Kind("sparkoperator.k8s.io", "v1alpha1", "SparkConnect", "sparkconnects", true);

    public static final Kind NODE = new Kind("", "v1", "Node", "nodes", false);
    public static final Kind STORAGE_CLASS = new Kind("storage.k8s.io", "v1", "StorageClass", "storageclasses", false);
    public static final Kind INGRESS_CLASS =
            new Kind("networking.k8s.io", "v1", "IngressClass", "ingressclasses", false);

    /** In the order discovery lists them; the value is the model whose fields are the schema, where there is one. */
    private final Map<Kind, Optional<Class<?>>> served = new LinkedHashMap<>();

    /** @param lacking groups that aren't installed */
    public Kinds(Set<String> lacking) {
        served.put(NAMESPACE, Optional.of(Namespace.class));
        served.put(POD, Optional.of(Pod.class));
        served.put(EVENT, Optional.of(Event.class));
        served.put(SERVICE, Optional.of(Service.class));
        served.put(CLAIM, Optional.of(PersistentVolumeClaim.class));
        served.put(SECRET, Optional.of(Secret.class));
        served.put(new Kind("", "v1", "ConfigMap", "configmaps", true), Optional.of(ConfigMap.class));
        served.put(new Kind("", "v1", "ServiceAccount", "serviceaccounts", true), Optional.of(ServiceAccount.class));
        served.put(new Kind("", "v1", "ResourceQuota", "resourcequotas", true), Optional.of(ResourceQuota.class));
        served.put(new Kind("", "v1", "LimitRange", "limitranges", true), Optional.of(LimitRange.class));
        served.put(STATEFUL_SET, Optional.of(StatefulSet.class));
        served.put(DEPLOYMENT, Optional.of(Deployment.class));
        served.put(JOB, Optional.of(Job.class));
        served.put(new Kind("batch", "v1", "CronJob", "cronjobs", true), Optional.of(CronJob.class));
        served.put(INGRESS, Optional.of(Ingress.class));
        served.put(
                new Kind("networking.k8s.io", "v1", "NetworkPolicy", "networkpolicies", true),
                Optional.of(NetworkPolicy.class));
        served.put(
                new Kind("policy", "v1", "PodDisruptionBudget", "poddisruptionbudgets", true),
                Optional.of(PodDisruptionBudget.class));
        right(ClusterRole.class, "clusterroles", false);
        right(ClusterRoleBinding.class, "clusterrolebindings", false);
        right(Role.class, "roles", true);
        right(RoleBinding.class, "rolebindings", true);
        queue("ResourceFlavor", "resourceflavors", false);
        queue("ClusterQueue", "clusterqueues", false);
        queue("LocalQueue", "localqueues", true);
        served.put(RAY_CLUSTER, Optional.empty());
        served.put(WORKLOAD, Optional.empty());
        served.put(SPARK_APPLICATION, Optional.empty());
        served.put(SPARK_CONNECT, Optional.empty());
        served.put(NODE, Optional.of(Node.class));
        served.put(STORAGE_CLASS, Optional.of(StorageClass.class));
        served.put(INGRESS_CLASS, Optional.of(IngressClass.class));
        served.keySet().removeIf(kind -> lacking.contains(kind.group()));
    }

    private void right(Class<?> model, String plural, boolean namespaced) {
        served.put(
                new Kind("rbac.authorization.k8s.io", "v1", model.getSimpleName(), plural, namespaced),
                Optional.of(model));
    }

    private void queue(String name, String plural, boolean namespaced) {
        served.put(new Kind("kueue.x-k8s.io", "v1beta2", name, plural, namespaced), Optional.empty());
    }

    public List<Kind> all() {
        return List.copyOf(served.keySet());
    }

    public Optional<Class<?>> model(Kind kind) {
        return served.getOrDefault(kind, Optional.empty());
    }

    Optional<Kind> find(String group, String version, String plural) {
        return all().stream()
                .filter(kind -> kind.group().equals(group)
                        && kind.version().equals(version)
                        && kind.plural().equals(plural))
                .findFirst();
    }
}
