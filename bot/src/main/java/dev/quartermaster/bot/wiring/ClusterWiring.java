package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.simulated.SimulatedCluster;
import dev.quartermaster.actions.cluster.simulated.Timings;
import dev.quartermaster.bot.announce.Simulation;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A real cluster where one is configured, otherwise the simulated one, which says so. */
@Configuration(proxyBeanMethods = false)
class ClusterWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterWiring.class);

    /** Several processes can share one by its address; then only one of them has it in process. */
    @Bean(destroyMethod = "close")
    @ConditionalOnProperty(name = "quartermaster.cluster.simulated", havingValue = "true")
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

    @Bean
    Simulation simulation(Cluster cluster, @Value("${server.port}") int port) {
        return new SimulatedLinks(cluster, URI.create("http://localhost:" + port));
    }
}
