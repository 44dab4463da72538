package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.time.DatabaseTime;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The clocks: the machine's for signatures and retries; what matters to money or expiry asks {@link DatabaseTime}. */
@Configuration(proxyBeanMethods = false)
class ClockWiring {
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
