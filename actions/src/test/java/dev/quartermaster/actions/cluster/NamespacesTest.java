package dev.quartermaster.actions.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.people.TeamNamespace;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamespacesTest {
    @Test
    void whatIsTheClustersOrOurOwnIsNoTeamsWhoeverMakesNamespaces() {
        try (KubernetesClient client = new KubernetesClientBuilder().build()) {
            Namespaces namespaces = new Namespaces(client, Optional.of("approvals-program"));
            for (String name : List.of("default", "kube-system", "approvals-program")) {
                for (TeamNamespace rules : List.of(TeamNamespace.CREATED, TeamNamespace.EXISTING)) {
                    assertThatThrownBy(() -> namespaces.ready(name, new TeamId("growth"), rules))
                            .isInstanceOfSatisfying(
                                    KubernetesClientException.class,
                                    refusal -> assertThat(refusal.getCode()).isEqualTo(403))
                            .hasMessageContaining("people.yaml");
                }
            }
        }
    }
}
