package dev.quartermaster.bot.simulated;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.actions.cluster.Cluster;
import dev.quartermaster.actions.cluster.ClusterResult;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.lease.Leases;
import dev.quartermaster.intents.plan.LeaseId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The page that a link into the simulated cluster opens. There is no login here, so that only beside the local workspace,
 * which is bound to loopback, it tells of the lease and shows the objects that were made.
 */
@RestController
class SimulatedPages {
    private static final String PAGE = """
            <!doctype html><html lang="en"><head><meta charset="utf-8"><title>%s (simulated)</title>
            <meta name="viewport" content="width=device-width">
            <link rel="icon" href="/workspace/assets/icon.svg" type="image/svg+xml">
            <style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1d1c1d}
            .note{background:#fff4d6;border:1px solid #e3b341;border-radius:8px;padding:.75rem 1rem}
            pre{background:#f6f6f6;border-radius:8px;padding:1rem;overflow:auto;font-size:13px}
            summary{cursor:pointer;font-weight:600;padding:.25rem 0}</style></head><body>
            <h1>%s</h1><p class="note"><strong>Simulated.</strong> %s</p>%s</body></html>""";
    private static final String BACK = "<p><a href=\"/\">Back to the workspace</a></p>";

    private final Leases leases;
    private final Cluster cluster;
    private final Bundles bundles;
    private final boolean workspace;
    private final JsonMapper json = JsonMapper.builder().build();

    SimulatedPages(
            Leases leases,
            Cluster cluster,
            Bundles bundles,
            @Value("${quartermaster.workspace.enabled:false}") boolean workspace) {
        this.workspace = workspace;
        this.leases = leases;
        this.cluster = cluster;
        this.bundles = bundles;
    }

    @GetMapping(
            path = {"/simulated/{lease}", "/simulated/{lease}/**"},
            produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable String lease) {
        if (workspace) {
            return ResponseEntity.ok(local(lease));
        }
        return cluster.simulated()
                ? ResponseEntity.ok(page(
                        "Nothing runs here",
                        "This program has no cluster, so no pod runs behind this link. The platform team gives it one"
                                + " (KUBECONFIG); what is asked for after that runs there.",
                        ""))
                : ResponseEntity.notFound().build();
    }

    private String local(String lease) {
        Optional<Lease> found = LeaseId.of(lease).flatMap(leases::find);
        if (found.isEmpty()) {
            return page("Nothing here", "No lease has this id.", BACK);
        }
        String title = found.get().plan().path() + ", " + found.get().id();
        return page(
                title,
                "No cluster is configured, so no pod runs behind this link. In a real cluster it would open "
                        + names(found.get())
                        + ". These are the objects that would be there, as the simulated API server holds them now.",
                objects(found.get()) + BACK);
    }

    private String objects(Lease lease) {
        String namespace =
                bundles.current().people().team(lease.team()).orElseThrow().namespace();
        return switch (cluster.objects(namespace, lease.id().value())) {
            case ClusterResult.Done<List<Map<String, Object>>>(var objects) ->
                objects.isEmpty()
                        ? "<p>" + none(lease) + "</p>"
                        : String.join("", objects.stream().map(this::object).toList());
            case ClusterResult.Unreachable<List<Map<String, Object>>> unreachable ->
                "<p>The cluster cannot be reached right now.</p>";
            case ClusterResult.Late<List<Map<String, Object>>> late ->
                "<p>They are changing right now; load the page again.</p>";
            case ClusterResult.Refused<List<Map<String, Object>>> refused -> "<p>The cluster refused to list them.</p>";
        };
    }

    private static String none(Lease lease) {
        return lease.state() == Lease.State.LIVE
                        && lease.parts().stream().anyMatch(part -> SimulatedLinks.here(part.provider()))
                ? "None: a notebook was started on this machine in their place, and of the rest there is nothing here."
                : "None: it has ended, or is not made yet.";
    }

    private String object(Map<String, Object> object) {
        Map<String, Object> shown = new LinkedHashMap<>(object);
        if ("Secret".equals(object.get("kind"))) {
            shown.replaceAll((key, value) -> key.equals("data") || key.equals("stringData") ? "(hidden)" : value);
        }
        shown.computeIfPresent("metadata", (key, value) -> withoutBookkeeping(value));
        Object metadata = object.get("metadata");
        Object name = metadata instanceof Map<?, ?> map ? map.get("name") : "";
        return "<details><summary>" + HtmlUtils.htmlEscape(object.get("kind") + " " + name) + "</summary><pre>"
                + HtmlUtils.htmlEscape(json.writerWithDefaultPrettyPrinter().writeValueAsString(shown))
                + "</pre></details>";
    }

    /** As kubectl shows it: who set which field is no news to anybody here. */
    private static Object withoutBookkeeping(Object metadata) {
        if (!(metadata instanceof Map<?, ?> map)) {
            return metadata;
        }
        Map<Object, Object> shown = new LinkedHashMap<>(map);
        shown.remove("managedFields");
        return shown;
    }

    private static String names(Lease lease) {
        return String.join(
                " or ", lease.links().stream().map(link -> link.title()).toList());
    }

    private static String page(String title, String words, String body) {
        String safe = HtmlUtils.htmlEscape(title);
        return PAGE.formatted(safe, safe, HtmlUtils.htmlEscape(words), body);
    }
}
