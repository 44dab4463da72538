package dev.quartermaster.actions.provider.bucket;

import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** An organisation's own S3 storage. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(EndpointSettings.ENDPOINT)
class EndpointConfiguration {
    @Bean
    BucketStorage bucketStorage(Environment environment) {
        EndpointSettings settings = EndpointSettings.of(environment);
        return new EndpointStorage(settings, settings.s3(), settings.sts(), Clock.systemUTC());
    }
}
