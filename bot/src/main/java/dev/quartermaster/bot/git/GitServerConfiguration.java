package dev.quartermaster.bot.git;

import dev.quartermaster.actions.provider.OwnAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.http.server.GitServlet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.util.unit.DataSize;

/** Serves the repositories of this process's folder under {@code /git/}, unless they are kept somewhere else. */
@Configuration(proxyBeanMethods = false)
@DependsOn("gitHost")
@ConditionalOnProperty(name = "quartermaster.git.host", havingValue = "embedded")
class GitServerConfiguration {
    /** Clones and pushes at once. */
    private static final int MANY = 8;

    private static final String PATHS = "/git/*";

    private static final Logger LOG = LoggerFactory.getLogger(GitServerConfiguration.class);

    GitServerConfiguration(
            @Value("${quartermaster.home}") Path home,
            OwnAddress address,
            @Value("${quartermaster.workspace.enabled}") boolean workspace,
            @Value("${spring.datasource.url:}") String database) {
        warnings(home, address.base(), workspace, !database.isBlank()).forEach(LOG::warn);
    }

    /** @param shared whether other processes of this program may work on the same database */
    static List<String> warnings(Path home, URI url, boolean workspace, boolean shared) {
        List<String> warnings = new ArrayList<>();
        boolean here = List.of("localhost", "127.0.0.1", "[::1]").contains(url.getHost());
        if (!workspace && here) {
            warnings.add("Repositories are handed out at " + url + ", which only this machine reaches. Set"
                    + " QUARTERMASTER_URL to the address people's machines reach this program at.");
        }
        if (!here && "http".equals(url.getScheme())) {
            warnings.add("Repositories are handed out at " + url + ", where their passwords can be read on the way."
                    + " Put TLS before this program and set QUARTERMASTER_URL to its https address.");
        }
        if (shared) {
            warnings.add("Repositories are kept in " + home.resolve("repositories") + ". If more processes of this"
                    + " program share its database, give all of them this folder on a shared volume, or keep"
                    + " repositories elsewhere with QUARTERMASTER_GIT_HOST: otherwise a clone reaches the wrong one.");
        }
        return warnings;
    }

    @Bean
    ServletRegistrationBean<GitServlet> gitServer(@Value("${quartermaster.git.largest-push}") DataSize push) {
        return new ServletRegistrationBean<>(GitServer.servlet(push.toBytes()), PATHS);
    }

    @Bean
    FilterRegistrationBean<GitAccessFilter> gitAccessFilter(GitAccess access, OwnAddress address) {
        FilterRegistrationBean<GitAccessFilter> registration = new FilterRegistrationBean<>(
                new GitAccessFilter(access, address.base().toString(), MANY));
        registration.addUrlPatterns(PATHS);
        return registration;
    }
}
