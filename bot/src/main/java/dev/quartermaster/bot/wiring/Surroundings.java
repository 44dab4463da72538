package dev.quartermaster.bot.wiring;

import dev.quartermaster.actions.CannotStart;
import dev.quartermaster.bot.model.ModelSettings;
import dev.quartermaster.bot.slack.SlackSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
public final class Surroundings implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {
    private static final Path SERVICE_ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        boolean workspace = SlackSettings.read(environment::getProperty).isEmpty();
        boolean cluster = realCluster(environment);
        String warehouse = environment.getProperty("QUARTERMASTER_WAREHOUSE_URL");
        boolean real = cluster || (warehouse != null && !warehouse.isBlank());
        if (workspace && real && !"allow".equals(environment.getProperty("QUARTERMASTER_WORKSPACE"))) {
            throw new Unsafe(
                    "No Slack is configured, so the local workspace would let anybody on this machine be anybody,"
                            + " in front of a real cluster or warehouse. Set SLACK_SIGNING_SECRET and SLACK_BOT_TOKEN, or, to"
                            + " accept that, QUARTERMASTER_WORKSPACE=allow.");
        }
        Map<String, Object> settled = new HashMap<>();
        settled.put("quartermaster.workspace.enabled", workspace);
        settled.put("quartermaster.cluster.simulated", !cluster);
        settled.put(
                "quartermaster.model.enabled",
                ModelSettings.read(environment::getProperty).isPresent());
        if (workspace) {
            settled.put("server.address", "127.0.0.1");
            settled.put("quartermaster.time.offset-allowed", true);
        }
        event.getEnvironment().getPropertySources().addFirst(new MapPropertySource("surroundings", settled));
    }

    /** In the words fabric8 and kubectl use: KUBECONFIG, or a service account mounted into the pod. */
    private static boolean realCluster(Environment environment) {
        @Nullable String kubeconfig = environment.getProperty("KUBECONFIG");
        if (kubeconfig != null && !kubeconfig.isBlank()) {
            for (String file : List.of(kubeconfig.split(java.io.File.pathSeparator))) {
                if (!Files.isReadable(Path.of(file))) {
                    throw new Unsafe("KUBECONFIG names " + file + ", which cannot be read. Mend it, or unset KUBECONFIG"
                            + " for the simulated cluster.");
                }
            }
            return true;
        }
        return environment.getProperty("KUBERNETES_SERVICE_HOST") != null && Files.isReadable(SERVICE_ACCOUNT);
    }

    /** It doesn't start; the message says what to set. */
    static final class Unsafe extends CannotStart {
        private static final long serialVersionUID = 1;

        Unsafe(String words) {
            super(words);
        }
    }
}
