package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.provider.OwnAddress;
import dev.quartermaster.intents.people.Team;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Which host repositories are kept on. */
@Configuration(proxyBeanMethods = false)
class GitHostConfiguration {
    private static final String HOST = "QUARTERMASTER_GIT_HOST";
    private static final Logger LOG = LoggerFactory.getLogger(GitHostConfiguration.class);

    @Bean
    Settings gitHostSettings(
            @Value("${quartermaster.git.host:embedded}") String host,
            @Value("${quartermaster.git.url:}") String url,
            @Value("${quartermaster.git.token:}") String token,
            @Value("${quartermaster.git.owner:}") String owner) {
        return new Settings(host.strip(), url.strip(), token.strip(), owner.strip());
    }

    /** As the environment's variables say it, without an application around it. */
    static Settings settings(Environment environment) {
        String host = environment.getProperty(HOST, "").strip();
        return new Settings(
                host.isEmpty() ? "embedded" : host,
                environment.getProperty(HOST.replace("HOST", "URL"), "").strip(),
                environment.getProperty(HOST.replace("HOST", "TOKEN"), "").strip(),
                environment.getProperty(HOST.replace("HOST", "OWNER"), "").strip());
    }

    @Bean
    GitHost gitHost(
            Settings settings,
            Bundles bundles,
            @Value("${quartermaster.home:.quartermaster}/repositories") Path folder,
            OwnAddress here) {
        if (settings.kept()) {
            return new EmbeddedGitHost(GitStore.at(folder), here.base() + "/git/");
        }
        RemoteGit git = settings.remote();
        LOG.info("Repositories: {}, under {}", git.title(), settings.owner());
        return new RemoteGitHost(
                git,
                team -> bundles.current().people().team(team).map(Team::members).orElse(Set.of()));
    }

    /** @throws CannotStart where it names no host, or less or more than that host needs */
    record Settings(String host, String url, String token, String owner) {
        private static final List<String> HOSTS = List.of("embedded", "github", "gitlab");

        Settings {
            if (!HOSTS.contains(host)) {
                throw new CannotStart("QUARTERMASTER_GIT_HOST is none of " + String.join(", ", HOSTS)
                        + ". Correct it, or unset it to keep repositories here.");
            }
            if (host.equals("embedded")) {
                if (!(url + token + owner).isEmpty()) {
                    throw new CannotStart(
                            "QUARTERMASTER_GIT_URL, _TOKEN or _OWNER is set and no git host is chosen. Set"
                                    + " QUARTERMASTER_GIT_HOST to github or gitlab, or unset them.");
                }
            } else {
                List<String> missing = new ArrayList<>();
                if (token.isEmpty()) missing.add("QUARTERMASTER_GIT_TOKEN");
                if (owner.isEmpty()) missing.add("QUARTERMASTER_GIT_OWNER");
                if (!missing.isEmpty()) {
                    throw new CannotStart(
                            "QUARTERMASTER_GIT_HOST is " + host + " and " + String.join(" and ", missing)
                                    + " has no value. Set the token and the organisation or group that repositories are made in.");
                }
            }
        }

        boolean kept() {
            return host.equals("embedded");
        }

        RemoteGit remote() {
            return host.equals("github")
                    ? new GitHub(api("https://api.github.com"), token, owner)
                    : new GitLab(api("https://gitlab.com"), token, owner);
        }

        private String api(String cloud) {
            return address("QUARTERMASTER_GIT_URL", url.isEmpty() ? cloud : url);
        }

        @Override
        public String toString() {
            return host;
        }
    }

    /** @throws CannotStart for what is no web address: every clone URL would be a dead one */
    static String address(String setting, String url) {
        String address = url.strip().replaceFirst("/+$", "");
        try {
            URI parsed = URI.create(address);
            if (address.matches("https?://.*") && parsed.getHost() != null && parsed.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw new CannotStart(setting + " is no address such as https://quartermaster.example.com. Set it to one that"
                + " begins with https:// and has a host and no user.");
    }
}
