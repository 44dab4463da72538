package dev.quartermaster.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.DefaultBootstrapContext;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Threat 47: every combination of Slack, warehouse and the explicit word, each unset, blank or set. */
class EnvironmentCheckTest {
    private static final String NOTEBOOKS = "QUARTERMASTER_LOCAL_NOTEBOOKS";
    private static final List<String> NAMES = List.of(
            "SLACK_SIGNING_SECRET",
            "SLACK_BOT_TOKEN",
            "SLACK_APP_TOKEN",
            "SLACK_API_URL",
            "QUARTERMASTER_WAREHOUSE_URL",
            "QUARTERMASTER_WAREHOUSE_USERNAME",
            "QUARTERMASTER_WORKSPACE");

    @Test
    void theOpenPageStartsOnlyWhereNothingIsHalfSetAndNothingRealStandsBehindItUnasked() {
        int tried = 0;
        int open = 0;
        for (int number = 0; number < Math.pow(3, NAMES.size()); number++) {
            Map<String, Object> set = new HashMap<>();
            for (int i = 0, rest = number; i < NAMES.size(); i++, rest /= 3) {
                if (rest % 3 > 0) {
                    set.put(NAMES.get(i), rest % 3 == 1 ? " " : value(NAMES.get(i)));
                }
            }
            boolean slack = NAMES.subList(0, 4).stream().anyMatch(set::containsKey);
            boolean warehouse = NAMES.subList(4, 6).stream().anyMatch(set::containsKey);
            boolean allowed = "allow".equals(set.get("QUARTERMASTER_WORKSPACE"));
            boolean workspace = workspace(set);
            tried++;
            open += workspace ? 1 : 0;
            if (workspace) {
                assertThat(slack).as("%s", set).isFalse();
                assertThat(warehouse && !allowed).as("%s", set).isFalse();
                assertThat(warehouse && " ".equals(set.getOrDefault("QUARTERMASTER_WAREHOUSE_URL", " ")))
                        .as("%s", set)
                        .isFalse();
            }
        }
        assertThat(tried).isEqualTo(2187);
        assertThat(open).isBetween(1, 9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUARTERMASTER_S3_ENDPOINT", "QUARTERMASTER_LLM_ENDPOINT"})
    void anOrganisationsBucketsAndModelsAreRealAsWell(String endpoint) {
        assertThat(workspace(Map.of(endpoint, "https://real.example.org"))).isFalse();
        assertThat(workspace(Map.of(endpoint, "https://real.example.org", "QUARTERMASTER_WORKSPACE", "allow")))
                .isTrue();
    }

    @Test
    void notebooksAreStartedBesideTheLocalWorkspaceAndTheSimulatedClusterAlone() throws IOException {
        assertThat(notebooks(Map.of())).isEqualTo("false");
        assertThat(notebooks(Map.of(NOTEBOOKS, "allow"))).isEqualTo("true");
        assertThat(notebooks(Map.of(NOTEBOOKS, "yes"))).contains("can only be \"allow\"");
        assertThat(notebooks(Map.of(NOTEBOOKS, "allow", "SLACK_SIGNING_SECRET", "value", "SLACK_BOT_TOKEN", "value")))
                .contains("here is Slack", "Unset it");
        Path kubeconfig = Files.createTempFile("kubeconfig", "");
        assertThat(notebooks(Map.of(
                        NOTEBOOKS, "allow", "KUBECONFIG", kubeconfig.toString(), "QUARTERMASTER_WORKSPACE", "allow")))
                .contains("here is a real cluster", "Unset it");
        Files.delete(kubeconfig);
    }

    /** What was settled, or why it does not start. */
    private static String notebooks(Map<String, Object> set) {
        try {
            return String.valueOf(settled(set).getProperty("quartermaster.notebooks.allowed"));
        } catch (CannotStart refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static String value(String name) {
        return switch (name) {
            case "QUARTERMASTER_WORKSPACE" -> "allow";
            case "SLACK_API_URL" -> "http://127.0.0.1:1/api/";
            default -> "value";
        };
    }

    /** False too where it does not start. */
    private static boolean workspace(Map<String, Object> set) {
        try {
            return Boolean.parseBoolean(settled(set).getProperty("quartermaster.workspace.enabled"));
        } catch (CannotStart refused) {
            return false;
        }
    }

    private static StandardEnvironment settled(Map<String, Object> set) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().stream()
                .map(PropertySource::getName)
                .toList()
                .forEach(environment.getPropertySources()::remove);
        environment.getPropertySources().addFirst(new MapPropertySource("set", set));
        new EnvironmentCheck()
                .onApplicationEvent(new ApplicationEnvironmentPreparedEvent(
                        new DefaultBootstrapContext(), new SpringApplication(), new String[0], environment));
        return environment;
    }
}
