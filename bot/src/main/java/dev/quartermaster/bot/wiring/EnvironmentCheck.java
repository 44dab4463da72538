package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.bot.slack.SlackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * What this process runs in, settled before anything starts: real Slack or the local workspace, real cluster or the
 * simulated one. Half a configuration does not start, and the open workspace page never stands before real things
 * without an explicit word (threats: 47).
 */
public final class EnvironmentCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final String WAREHOUSE_URL = "QUARTERMASTER_WAREHOUSE_URL";
    private static final String WAREHOUSE_USERNAME = "QUARTERMASTER_WAREHOUSE_USERNAME";
    private static final String WAREHOUSE_PASSWORD = "QUARTERMASTER_WAREHOUSE_PASSWORD";
    private static final String NOTEBOOKS = "QUARTERMASTER_LOCAL_NOTEBOOKS";
    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        boolean workspace = SlackSettings.read(environment::getProperty).isEmpty();
        boolean cluster = realCluster(environment);
        boolean buckets = environment.getProperty("QUARTERMASTER_S3_ENDPOINT") != null;
        boolean models = environment.getProperty("QUARTERMASTER_LLM_ENDPOINT") != null;
        boolean real = realWarehouse(environment) || cluster || buckets || models;
        if (workspace && real && !"allow".equals(environment.getProperty("QUARTERMASTER_WORKSPACE"))) {
            throw new CannotStart(
                    "No Slack is configured, so the local workspace would let anybody on this machine be anybody,"
                            + " in front of a real cluster, warehouse, bucket storage or language model. Set SLACK_SIGNING_SECRET"
                            + " and SLACK_BOT_TOKEN, or, to accept that, QUARTERMASTER_WORKSPACE=allow.");
        }
        Map<String, Object> settled = new HashMap<>();
        settled.put("quartermaster.notebooks.allowed", notebooks(environment, workspace, cluster));
        settled.put("quartermaster.workspace.enabled", workspace);
        settled.put("quartermaster.cluster.simulated", !cluster);
        settled.put(
                "quartermaster.model.enabled",
                ModelSettings.read(environment::getProperty).isPresent());
        if (workspace) {
            settled.put("server.address", "127.0.0.1");
            // Allowed only where metrics have a port of their own.
            String metrics = environment.getProperty("management.server.port");
            if (metrics != null && !metrics.equals(environment.getProperty("server.port"))) {
                settled.put("management.server.address", "127.0.0.1");
            }
            settled.put("quartermaster.time.offset-allowed", true);
        }
        event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("surroundings", settled));
    }

    /** Whoever uses the page runs what they like on this machine then: nowhere but where it is theirs. */
    private static boolean notebooks(Environment environment, boolean workspace, boolean cluster) {
        @Nullable String said = environment.getProperty(NOTEBOOKS);
        if (said == null) {
            return false;
        }
        if (!"allow".equals(said)) {
            throw new CannotStart(NOTEBOOKS + " can only be \"allow\". Set it to that, or unset it.");
        }
        if (!workspace || cluster) {
            throw new CannotStart(NOTEBOOKS
                    + "=allow starts notebooks on this machine, which is for the local workspace with"
                    + " the simulated cluster; here is " + (workspace ? "a real cluster" : "Slack") + ". Unset it"
                    + (cluster ? "." : ", and give Quartermaster a cluster for notebooks (KUBECONFIG)."));
        }
        return true;
    }

    /** A warehouse of which only the account is said, or whose address got lost, is not the sample one. */
    private static boolean realWarehouse(Environment environment) {
        List<String> set = Stream.of(WAREHOUSE_URL, WAREHOUSE_USERNAME, WAREHOUSE_PASSWORD)
                .filter(name -> environment.getProperty(name) != null)
                .toList();
        @Nullable String url = environment.getProperty(WAREHOUSE_URL);
        if (!set.isEmpty() && (url == null || url.isBlank())) {
            throw new CannotStart("The warehouse is half configured: " + String.join(" and ", set) + " set and "
                    + WAREHOUSE_URL + " without a value. Give it one, or unset all of them for the sample warehouse.");
        }
        return !set.isEmpty();
    }

    /** In the words fabric8 and kubectl use: KUBECONFIG, or a service account mounted into the pod. */
    private static boolean realCluster(Environment environment) {
        @Nullable String kubeconfig = environment.getProperty("KUBECONFIG");
        if (kubeconfig != null && !kubeconfig.isBlank()) {
            for (String file : List.of(kubeconfig.split(java.io.File.pathSeparator))) {
                if (!Files.isReadable(Path.of(file))) {
                    throw new CannotStart("KUBECONFIG names " + file
                            + ", which cannot be read. Mend it, or unset KUBECONFIG" + " for the simulated cluster.");
                }
            }
            return true;
        }
        return environment.getProperty("KUBERNETES_SERVICE_HOST") != null && Files.isReadable(SERVICE_ACCOUNT);
    }
}
