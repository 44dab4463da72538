package dev.quartermaster.actions.provider.bucket;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** This machine's own storage, where no endpoint is configured. */
@Configuration(proxyBeanMethods = false)
class BucketConfiguration {
    @Bean
    MachineServer machineServer(KeyedAccess access, @Value("${quartermaster.s3.port:9010}") int port) {
        return new MachineServer(access, port);
    }

    @Bean
    ServerKey bucketServerKey(@Value("${quartermaster.home:.quartermaster}/buckets") Path folder) {
        return ServerKey.in(MachineStorage.prepared(whole(folder)).resolve("server-key"));
    }

    @Bean
    KeyedAccess keyedAccess(
            BucketQueries keys, ServerKey secrets, @Value("${quartermaster.home:.quartermaster}/buckets") Path folder) {
        return new KeyedAccess(keys, secrets, whole(folder));
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
}
