package dev.quartermaster.bot.wiring;

import dev.quartermaster.bot.model.MeteredAllowance;
import dev.quartermaster.bot.model.ModelClients;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.intents.reading.model.Allowance;
import dev.quartermaster.intents.reading.model.ModelReader;
import dev.quartermaster.prompts.Prompts;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The language model behind the embedded reader, where one is configured. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "quartermaster.model.enabled", havingValue = "true")
class ModelWiring {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWiring.class);

    @Bean
    ModelReader modelReader(Environment environment, Allowance books, MeterRegistry metrics) {
        ModelSettings settings = ModelSettings.read(environment::getProperty).orElseThrow();
        ModelReader reader = ModelClients.reader(settings, new Prompts(), new MeteredAllowance(books, metrics));
        Gauge.builder("quartermaster.model.resting", reader, each -> each.resting() ? 1 : 0)
                .description("1 while the model is left alone after failures")
                .register(metrics);
        LOG.info("The language model {} is asked where the embedded reader is unsure", settings.name());
        return reader;
    }
}
