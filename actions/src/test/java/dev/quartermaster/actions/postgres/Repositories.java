package dev.quartermaster.actions.postgres;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Every repository over one test class's database, made as in the application, with nothing else around. */
public record Repositories(ConfigurableApplicationContext context) implements AutoCloseable {
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @AutoConfigurationPackage(basePackages = "dev.quartermaster.actions")
    static class Wiring {}

    static Repositories over(Database database) {
        return new Repositories(new SpringApplicationBuilder(Wiring.class)
                .web(WebApplicationType.NONE)
                .properties("spring.main.banner-mode=off", "spring.flyway.enabled=false", "db-scheduler.enabled=false")
                .initializers(
                        starting -> starting.getBeanFactory().registerSingleton("dataSource", database.dataSource()))
                .run());
    }

    public <T> T the(Class<T> repository) {
        return context.getBean(repository);
    }

    public void inTransaction(Runnable work) {
        new TransactionTemplate(the(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        context.close();
    }
}
