package dev.quartermaster.actions.persistence;

import jakarta.persistence.EntityManagerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Found by Spring Boot wherever there are repositories: none can be had without their rules. */
@AutoConfiguration
public class PersistenceAutoConfiguration {
    @Bean
    static DetachedRows detachedRows(ObjectProvider<EntityManagerFactory> factory) {
        return new DetachedRows(factory);
    }

    @Bean
    static JdbcExceptions jdbcExceptions() {
        return new JdbcExceptions();
    }
}
