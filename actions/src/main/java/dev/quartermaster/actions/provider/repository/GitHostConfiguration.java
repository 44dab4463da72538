package dev.quartermaster.actions.provider.repository;

import dev.quartermaster.actions.CannotStart;
import java.net.URI;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which host repositories are kept on. */
@Configuration(proxyBeanMethods = false)
class GitHostConfiguration {
    @Bean
    GitHost gitHost(
            @Value("${quartermaster.home:.quartermaster}/repositories") Path folder,
            @Value("${quartermaster.url:http://localhost:8080}") String url) {
        return new EmbeddedGitHost(GitStore.at(folder), address(url) + "/git/");
    }

    /** @throws CannotStart for what is no web address: every clone URL would be a dead one */
    static String address(String url) {
        String address = url.strip().replaceFirst("/+$", "");
        try {
            URI parsed = URI.create(address);
            if (address.matches("https?://.*") && parsed.getHost() != null && parsed.getUserInfo() == null) {
                return address;
            }
        } catch (IllegalArgumentException none) {
            // Said below.
        }
        throw new CannotStart("QUARTERMASTER_URL is no address such as https://quartermaster.example.com. Set it to the"
                + " one under which people's machines reach this program.");
    }
}
