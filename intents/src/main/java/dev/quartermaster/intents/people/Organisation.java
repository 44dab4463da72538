package dev.quartermaster.intents.people;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * {@code organisation.yaml}.
 *
 * @param approvalsChannel Slack channel name without {@code #}
 * @param hostPattern host of links, with {@code ${lease}} in it
 * @param imageRegistries prefixes an image may start with
 * @param createNamespaces whether a team's namespace is created when absent
 * @param lapseAfter how long a request waits for a yes
 */
public record Organisation(
        String name,
        String currency,
        ZoneId zone,
        String approvalsChannel,
        String hostPattern,
        List<String> imageRegistries,
        boolean createNamespaces,
        Duration lapseAfter) {
    public Organisation {
        imageRegistries = List.copyOf(imageRegistries);
    }
}
