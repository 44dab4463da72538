package dev.quartermaster.actions.provider.kubernetes.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a pod may ask for: the restricted Pod Security Standard
 * (<a href="https://kubernetes.io/docs/concepts/security/pod-security-standards/">source</a>), and no identity, node or
 * host but its own. A namespace may enforce the same; we don't rely on it, because the worst case of a slip is the node.
 */
final class PodRules {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");

    private static final String TOKEN = "a token for the cluster";

    private final Set<String> ownAccounts;
    private final List<String> objections = new ArrayList<>();

    private PodRules(Set<String> ownAccounts) {
        this.ownAccounts = ownAccounts;
    }

    /** @param ownAccounts names of service accounts that come with the part */
    static List<String> objections(Object manifest, Set<String> ownAccounts) {
        var rules = new PodRules(ownAccounts);
        rules.search(manifest);
        rules.spark(Tree.of(manifest));
        return List.copyOf(rules.objections);
    }

    /** The Spark operator makes pods of fields of its own, and of settings that may say anything about a pod. */
    private void spark(Tree manifest) {
        if (!manifest.text("apiVersion").startsWith("sparkoperator.k8s.io/")) {
            return;
        }
        var spec = manifest.at("spec");
        Stream.of("sparkConf", "hadoopConf")
                .flatMap(settings -> spec.at(settings).fields().keySet().stream())
                .filter(setting -> setting.startsWith("spark.kubernetes."))
                .forEach(setting -> objectIf(true, "the setting " + setting));
        objectIf(spec.has("proxyUser"), "another user (proxyUser)");
        for (var part : List.of("driver", "executor", "server")) {
            var fields = spec.at(part);
            if (spec.has(part)
                    && fields.at("template").at("spec").items("containers").isEmpty()) {
                pod(sparkPod(spec, fields));
            }
        }
    }

    /** The pod that the Spark operator would make of one part of an application. */
    private static Tree sparkPod(Tree spec, Tree part) {
        var pod = new LinkedHashMap<>(part.fields());
        pod.put("volumes", spec.fields().getOrDefault("volumes", List.of()));
        pod.put("securityContext", part.at("podSecurityContext").fields());
        var containers = new ArrayList<Object>();
        containers.add(part.fields());
        containers.addAll(part.fields().get("sidecars") instanceof List<?> sidecars ? sidecars : List.of());
        pod.put("containers", containers);
        return new Tree(pod);
    }

    /**
     * Pods stand at many depths, and custom kinds have their own: whatever has containers is one. What reaches for the
     * host is found wherever it stands, because an operator may make a pod of fields in any shape.
     */
    private void search(Object node) {
        if (node instanceof List<?> list) {
            list.forEach(this::search);
        } else if (node instanceof Map<?, ?> map) {
            var fields = Tree.of(map);
            if (map.get("containers") instanceof List<?>) {
                pod(fields);
                token(fields);
            }
            host(fields);
            map.values().forEach(this::search);
        }
    }

    private void host(Tree fields) {
        for (var host : List.of("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace")) {
            objectIf(fields.flag(host), host);
        }
        objectIf(fields.has("hostPath"), "a hostPath volume");
        objectIf(ownAccounts.isEmpty() && fields.has("serviceAccountToken"), TOKEN);
        objectIf(fields.flag("privileged"), "a privileged container");
        objectIf(fields.number("hostPort") > 0, "a port of the host");
    }

    /** Whoever is in the pod holds what it is given; without an account of its own it has nothing to ask the cluster. */
    private void token(Tree pod) {
        var account = Stream.of("serviceAccountName", "serviceAccount")
                .map(pod::text)
                .filter(ownAccounts::contains)
                .findFirst();
        objectIf(
                account.isEmpty() && !Boolean.FALSE.equals(pod.fields().get("automountServiceAccountToken")),
                TOKEN + " (automountServiceAccountToken must be false)");
        objectIf(
                account.isEmpty()
                        && pod.items("volumes").stream()
                                .flatMap(volume -> volume.at("projected").items("sources").stream())
                                .anyMatch(source -> source.has("serviceAccountToken")),
                TOKEN);
    }

    private void pod(Tree pod) {
        objectIf(pod.has("nodeName"), "nodeName");
        for (var account : List.of("serviceAccountName", "serviceAccount")) {
            var named = pod.text(account);
            objectIf(
                    !named.isEmpty() && !named.equals("default") && !ownAccounts.contains(named),
                    "the service account " + named);
        }
        for (var volume : pod.items("volumes")) {
            volume.fields().keySet().stream()
                    .filter(kind -> !kind.equals("name") && !VOLUMES.contains(kind))
                    .forEach(kind -> objectIf(true, "a " + kind + " volume"));
        }
        objectIf(pod.at("securityContext").has("sysctls"), "sysctls");
        user(pod.at("securityContext"));
        Stream.of("containers", "initContainers", "ephemeralContainers")
                .flatMap(field -> pod.items(field).stream())
                .forEach(container -> container(container, pod.at("securityContext")));
    }

    private void container(Tree container, Tree podContext) {
        var own = container.at("securityContext");
        user(own);
        objectIf(
                !Boolean.FALSE.equals(own.fields().get("allowPrivilegeEscalation")),
                "privilege escalation (allowPrivilegeEscalation must be false)");
        objectIf(own.has("procMount") && !own.text("procMount").equals("Default"), "procMount");
        var runsAsUser = own.has("runAsNonRoot") ? own.flag("runAsNonRoot") : podContext.flag("runAsNonRoot");
        objectIf(!runsAsUser, "root (runAsNonRoot must be true)");
        var capabilities = own.at("capabilities");
        objectIf(!capabilities.words("drop").contains("ALL"), "capabilities (drop must have ALL)");
        capabilities.words("add").stream()
                .filter(capability -> !capability.equals("NET_BIND_SERVICE"))
                .forEach(capability -> objectIf(true, "the capability " + capability));
        var seccomp = own.has("seccompProfile") ? own.at("seccompProfile") : podContext.at("seccompProfile");
        objectIf(!SECCOMP.contains(seccomp.text("type")), "system calls (seccompProfile must be RuntimeDefault)");
        objectIf(container.has("volumeDevices"), "a raw device");
    }

    private void user(Tree context) {
        objectIf(context.has("runAsUser") && context.number("runAsUser") == 0, "user 0");
        objectIf(context.at("windowsOptions").flag("hostProcess"), "a host process");
    }

    private void objectIf(boolean wrong, String what) {
        if (wrong && !objections.contains(what)) {
            objections.add(what);
        }
    }
}
