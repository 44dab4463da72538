package dev.quartermaster.actions.provider.bucket;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.NoneNestedConditions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** This machine's own storage, where no endpoint is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(MachineConfiguration.NoEndpoint.class)
class MachineConfiguration {
    @Bean
    ServerKey bucketServerKey(
            @Value("${quartermaster.home:.quartermaster}/buckets") Path folder, Environment environment) {
        EndpointSettings.none(environment);
        return ServerKey.in(MachineStorage.prepared(whole(folder)).resolve("server-key"));
    }

    @Bean
    KeyedAccess keyedAccess(
            BucketQueries keys, ServerKey secrets, @Value("${quartermaster.home:.quartermaster}/buckets") Path folder) {
        return new KeyedAccess(keys, secrets, whole(folder));
    }

    @Bean
    MachineServer machineServer(KeyedAccess access, @Value("${quartermaster.s3.port:9010}") int port) {
        return new MachineServer(access, port);
    }

    @Bean
    BucketStorage bucketStorage(
            ServerKey secrets,
            MachineServer server,
            @Value("${quartermaster.home:.quartermaster}/buckets") Path folder) {
        return new MachineStorage(whole(folder), secrets, server);
    }

    private static Path whole(Path folder) {
        return folder.toAbsolutePath().normalize();
    }

    static final class NoEndpoint extends NoneNestedConditions {
        NoEndpoint() {
            super(ConfigurationPhase.PARSE_CONFIGURATION);
        }

        @ConditionalOnProperty(EndpointSettings.ENDPOINT)
        static class Configured {}
    }
}
