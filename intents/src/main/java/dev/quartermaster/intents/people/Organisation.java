package dev.quartermaster.intents.people;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * {@code organisation.yaml}.
 *
 * @param approvalsChannel Slack channel name without {@code #}
 * @param hostPattern host of links, with {@code ${lease}} in it
 * @param images which may run
 * @param namespaces of teams
 * @param lapseAfter how long a request waits for a yes
 * @param approvals reminders, escalation, quiet hours and digests while it waits
 * @param limits how much one person may send
 * @param queryLink where people type SQL with a tool of the organisation's own, with {@code {database}} and
 *     {@code {login}} in it; empty: on a page of ours
 * @param gpus how nodes say which GPUs they have
 */
public record Organisation(
        String name,
        String currency,
        ZoneId zone,
        String approvalsChannel,
        String hostPattern,
        ImageRules images,
        TeamNamespace namespaces,
        Duration lapseAfter,
        Approvals approvals,
        PersonLimits limits,
        String queryLink,
        GpuNodes gpus) {
    public boolean createNamespaces() {
        return namespaces.create();
    }

    public List<String> imageRegistries() {
        return images.registries();
    }

    /** With the standard reminders and limits on persons, images by registry alone, our own page for SQL, and NVIDIA's label. */
    public Organisation(
            String name,
            String currency,
            ZoneId zone,
            String approvalsChannel,
            String hostPattern,
            List<String> imageRegistries,
            boolean createNamespaces,
            Duration lapseAfter) {
        this(
                name,
                currency,
                zone,
                approvalsChannel,
                hostPattern,
                new ImageRules(imageRegistries, Map.of(), false),
                createNamespaces ? TeamNamespace.CREATED : TeamNamespace.EXISTING,
                lapseAfter,
                Approvals.STANDARD,
                PersonLimits.STANDARD,
                "",
                GpuNodes.STANDARD);
    }
}
