package dev.quartermaster.actions.provider.modelkey;

import dev.quartermaster.actions.time.DatabaseTime;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which proxy gives keys; with none the provider says so to whoever asks. */
@Configuration(proxyBeanMethods = false)
class ModelKeyConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(ModelKeyConfiguration.class);
    /** Showing a key takes four calls, and a form has three seconds; a look takes two. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Bean
    ModelKeyProvider modelKeyProvider(Environment environment, JdbcClient jdbc, DatabaseTime time) {
        return ModelEndpoint.of(environment)
                .map(endpoint -> {
                    LOG.info("Shared language model: keys of the proxy at {}", endpoint.url());
                    return new ModelKeyProvider(new LeaseKeys(
                            endpoint, new LiteLlm(endpoint, PATIENCE), new KeySpendQueries(jdbc), time::now));
                })
                .orElseGet(() -> new ModelKeyProvider(null));
    }
}
