package dev.quartermaster.bot.wiring;

import com.zaxxer.hikari.HikariDataSource;
import dev.quartermaster.actions.provider.grant.warehouse.SampleWarehouse;
import dev.quartermaster.actions.provider.grant.warehouse.Warehouse;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The two databases, our own and the warehouse: configured, or embedded in one server that starts when either needs it. */
@Configuration(proxyBeanMethods = false)
class DatabaseWiring {
    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWiring.class);

    @Bean
    DataDirectory home(@Value("${quartermaster.home}") Path folder) throws IOException {
        return DataDirectory.at(folder);
    }

    @Bean(destroyMethod = "close")
    @Lazy
    DirectoryLock ownership(DataDirectory home) throws IOException {
        return DirectoryLock.of(home);
    }

    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedServer embeddedServer(DataDirectory home, DirectoryLock ownership) throws IOException {
        return EmbeddedServer.start(home, ownership);
    }

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    @ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "embedded")
    DataSource dataSource(ObjectProvider<EmbeddedServer> embedded, DataDirectory home)
            throws IOException, SQLException {
        EmbeddedServer server = embedded.getObject();
        server.ensure("quartermaster", "quartermaster", home.secret("database"), false);
        server.ensureReports("quartermaster");
        LOG.info(
                "Database: embedded PostgreSQL, files in {}. Fine for trying out; for work set SPRING_DATASOURCE_URL, or"
                        + " back this folder up.",
                home.resolve("postgres"));
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(server.url("quartermaster"));
        source.setUsername("quartermaster");
        source.setPassword(home.secret("database"));
        return source;
    }

    @Bean
    @ConditionalOnMissingBean
    Warehouse warehouse(
            @Value("${quartermaster.warehouse.url}") String url,
            @Value("${quartermaster.warehouse.username}") String username,
            @Value("${quartermaster.warehouse.password}") String password,
            ObjectProvider<EmbeddedServer> embedded,
            DataDirectory home)
            throws IOException, SQLException {
        if (!url.isBlank()) {
            LOG.info("Warehouse: the one configured");
            return Warehouse.at(url, username, password);
        }
        EmbeddedServer server = embedded.getObject();
        server.ensure("warehouse", "warehouse", home.secret("warehouse"), true);
        Warehouse sample = Warehouse.at(server.url("warehouse"), "warehouse", home.secret("warehouse"));
        SampleWarehouse.fill(sample);
        LOG.info("Warehouse: a sample one in the embedded PostgreSQL, with made-up rows");
        return sample;
    }
}
