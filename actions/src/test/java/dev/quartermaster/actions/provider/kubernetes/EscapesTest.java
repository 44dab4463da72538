package dev.quartermaster.actions.provider.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.provider.kubernetes.manifest.Manifests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** None of these can be said to the cluster: there is no {@link Manifests} that holds it. */
class EscapesTest {
    private static final String WITHOUT = "automountServiceAccountToken: false,";

    @Test
    void whatStaysInItsPodIsFine() {
        assertThat(Manifests.of(Orders.order(Orders.lab(Orders.pod("")), null)))
                .isInstanceOf(Manifests.Checked.Fine.class);
        assertThat(Manifests.of(Orders.order(Orders.ray(4), null))).isInstanceOf(Manifests.Checked.Fine.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hostNetwork: true,",
                "hostPID: true,",
                "hostIPC: true,",
                "shareProcessNamespace: true,",
                "nodeName: node-1,",
                "serviceAccountName: cluster-admin,",
                "serviceAccount: cluster-admin,",
                "volumes: [{name: a, hostPath: {path: /}}],",
                "volumes: [{name: a, hostPath: /var/run}],",
                "volumes: [{name: a, projected: {sources: [{serviceAccountToken: {path: t}}]}}],",
                "volumes: [{name: a, nfs: {server: a, path: /}}],",
                "volumes: [{name: a, gcePersistentDisk: {pdName: a}}],",
                "initContainers: [{name: a, image: b, securityContext: {privileged: true}}],",
                "initContainers: [{name: a, image: b}],",
                "ephemeralContainers: [{name: a, image: b}],",
            })
    void podThatReachesOutIsRefused(String more) {
        refused(Orders.lab(Orders.pod(more)));
        refused(Orders.ray(1).replace("{ automount", "{" + more + " automount"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowPrivilegeEscalation: true, capabilities: {drop: [ALL]}",
                "capabilities: {drop: [ALL]}",
                "allowPrivilegeEscalation: false",
                "allowPrivilegeEscalation: false, capabilities: {drop: [NET_RAW]}",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL], add: [SYS_ADMIN]}",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, privileged: true",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, runAsUser: 0",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, runAsNonRoot: false",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, procMount: Unmasked",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: Unconfined}",
                "allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, windowsOptions: {hostProcess: true}",
            })
    void containerThatMayMoreThanItNeedsIsRefused(String context) {
        refused(Orders.lab(
                Orders.pod("").replace("allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}", context)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ports: [{containerPort: 80, hostPort: 80}], name: main",
                "volumeDevices: [{name: a, devicePath: /dev/sda}], name: main"
            })
    void containerThatTakesOfTheHostIsRefused(String container) {
        refused(Orders.lab(Orders.pod("").replace("name: main", container)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: kube-system}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: ../../kube-system/x}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: \"a b\"}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {}}",
                "{apiVersion: v1, kind: ConfigMap, metadata: {name: a, finalizers: [x/y]}}",
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: {name: a}}",
                "{apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: {name: a}}",
            })
    void manifestThatLeavesTheTeamsNamespaceIsRefused(String manifest) {
        refused("manifests: [" + manifest + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "volumes: [{name: a, hostPath: {path: /}}]",
                "storage: {local: {hostPath: {path: /, type: Directory}}}",
                "worker: {podPolicy: {hostNetwork: true}}",
                "worker: {hostIPC: true}",
                "worker: {security: {privileged: true}}",
                "worker: {ports: [{containerPort: 80, hostPort: 80}]}",
            })
    void aKindThatNobodyHereKnowsReachesTheHostNoMore(String spec) {
        refused("manifests: [{apiVersion: example.com/v1, kind: Board, metadata: {name: a}, spec: {" + spec + "}}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "automountServiceAccountToken: true,", "serviceAccountName: default,"})
    void aPodWithoutAnAccountOfItsOwnHasNoTokenEither(String said) {
        var lab = Orders.lab(Orders.pod(""));
        assertThat(lab).contains(WITHOUT);
        refused(lab.replace(WITHOUT, said));
    }

    @Test
    void partWithoutManifestsIsRefused() {
        refused("manifests: []");
        refused("manifests: text");
        refused("other: 1");
    }

    private static void refused(String spec) {
        assertThat(Manifests.of(Orders.order(spec, null)))
                .isInstanceOfSatisfying(
                        Manifests.Checked.Escapes.class,
                        escapes -> assertThat(escapes.words())
                                .startsWith("The golden path's part \"home\" asks the cluster for what isn't allowed"));
    }
}
