package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.life.Timings;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.bot.simulated.SimulatedLinks;
import dev.quartermaster.bot.simulated.Simulation;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** A real cluster where one is configured, otherwise the simulated one, which says so. */
@Configuration(proxyBeanMethods = false)
class ClusterWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWiring.class);

    /** In this process, unless it shares another's by its address; with a port of its own, others can share this one. */
    @Bean(destroyMethod = "close")
    @Conditional(InProcess.class)
    SimulatedCluster simulatedCluster(@Value("${quartermaster.cluster.simulated-port:0}") int port) {
        return SimulatedCluster.start(port, Timings.standard());
    }

    @Bean(destroyMethod = "close")
    Cluster cluster(
            ObjectProvider<SimulatedCluster> simulated,
            @Value("${quartermaster.cluster.simulated-url:}") String shared) {
        Cluster cluster = Cluster.from(System.getenv())
                .orElseGet(() -> Cluster.simulatedAt(
                        shared.isBlank() ? simulated.getObject().url() : URI.create(shared)));
        LOG.info("Cluster: {}", cluster.describe());
        return cluster;
    }

    static final class InProcess implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            Environment environment = context.getEnvironment();
            boolean shared = !environment
                    .getProperty("quartermaster.cluster.simulated-url", "")
                    .isBlank();
            boolean sharing = environment.getProperty("quartermaster.cluster.simulated-port", Integer.class, 0) > 0;
            return environment.getProperty("quartermaster.cluster.simulated", Boolean.class, false)
                    && (sharing || !shared);
        }
    }

    @Bean
    Simulation simulation(Cluster cluster, OwnAddress address, Bundles bundles) {
        return new SimulatedLinks(
                cluster,
                address.base(),
                lease -> bundles.current().organisation().hostPattern().replace("${lease}", lease));
    }
}
