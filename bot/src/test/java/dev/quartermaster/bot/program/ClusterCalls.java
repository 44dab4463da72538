package dev.quartermaster.bot.program;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.simulated.Asked;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.provider.kubernetes.KubernetesRights;
import dev.quartermaster.intents.config.Bundle;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** What a program did in its cluster beside what a role made of its list of rights would let it do. */
final class ClusterCalls {
    private ClusterCalls() {}

    static Set<Asked> undeclared(ApplicationContext context) {
        Bundle bundle = context.getBean(Bundles.class).current();
        Set<Asked> undeclared = new HashSet<>();
        context.getBeanProvider(SimulatedCluster.class)
                .ifAvailable(simulated -> undeclared.addAll(simulated.asked("quartermaster")));
        KubernetesRights.of(bundle.catalogue(), bundle.organisation().createNamespaces())
                .all()
                .forEach(right -> right.verbs()
                        .forEach(verb -> undeclared.remove(new Asked(verb.word(), right.group(), right.resource()))));
        return undeclared;
    }
}
