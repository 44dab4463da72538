package dev.quartermaster.actions.provider.kubernetes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.chart.Chart;
import dev.quartermaster.actions.chart.ChartValues;
import dev.quartermaster.actions.cluster.ClusterRight;
import dev.quartermaster.actions.cluster.ClusterRight.Verb;
import dev.quartermaster.actions.cluster.ClusterRight.Where;
import dev.quartermaster.actions.cluster.ClusterRights;
import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The chart's roles are rendered from what the program says it calls; {@code -Drights.fix=true} writes the file again. */
class ChartRightsTest {
    private static final Path FILE = Chart.OURS.resolve("files/rights.yaml");
    private static final ClusterRights ALONE = rights(false);
    private static final ClusterRights CREATING = rights(true);

    @Test
    void theFileIsWhatTheProgramSays() throws IOException {
        var text = "# Written by ChartRightsTest with -Drights.fix=true; of the default organisation's golden paths.\n"
                + section("existing", ALONE)
                + section("created", CREATING);
        if (Boolean.getBoolean("rights.fix")) {
            Files.writeString(FILE, text);
        }
        assertThat(Files.readString(FILE))
                .as("run this test with -Drights.fix=true to write it again")
                .isEqualTo(text);
    }

    @Test
    void theRolesAllowThatAndNothingElse() throws IOException {
        var small = roles("teams: [{id: growth, namespace: team-growth}]");
        assertThat(small.getFirst()).isEqualTo(ALONE.rules(Where.TEAMS));
        assertThat(small.getLast()).isEqualTo(ALONE.rules(Where.CLUSTER));
        var creating = roles("rbac: {scope: cluster}");
        assertThat(creating.getFirst()).isEqualTo(CREATING.rules(Where.TEAMS));
        assertThat(creating.getLast()).isEqualTo(CREATING.rules(Where.CLUSTER));
    }

    @Test
    void theyHoldInTheTeamsNamespacesAlone() throws IOException {
        var objects = Chart.rendered(Chart.OURS, ChartValues.LARGE);
        assertThat(each(objects, "ClusterRoleBinding", "roleRef", "name"))
                .isEqualTo(List.of("installed-here-quartermaster-cluster"));
        assertThat(each(objects, "RoleBinding", "metadata", "namespace"))
                .isEqualTo(List.of("team-growth", "team-risk"));
    }

    private static List<String> each(List<Map<String, Object>> objects, String kind, String in, String field) {
        return objects.stream()
                .filter(object -> object.get("kind").equals(kind))
                .map(object -> Tree.of(object).at(in).text(field))
                .toList();
    }

    private static List<Object> roles(String values) throws IOException {
        return Chart.rendered(Chart.OURS, "workspace: true\n" + values).stream()
                .filter(each -> each.get("kind").equals("ClusterRole"))
                .map(each -> each.get("rules"))
                .toList();
    }

    private static ClusterRights rights(boolean createNamespaces) {
        return KubernetesRights.of(DefaultPlans.BUNDLE.catalogue(), createNamespaces);
    }

    /** @param name of namespaces: there already, or made by the program */
    private static String section(String name, ClusterRights rights) {
        return name + ":\n" + rules("teams", rights, Where.TEAMS) + rules("cluster", rights, Where.CLUSTER);
    }

    private static String rules(String name, ClusterRights rights, Where where) {
        return rights.all().stream()
                .filter(right -> right.where() == where)
                .map(ChartRightsTest::rule)
                .collect(joining("", "  " + name + ":\n", ""));
    }

    private static String rule(ClusterRight right) {
        var verbs = right.verbs().stream().sorted().map(Verb::word).collect(joining(", "));
        return "    # " + right.why() + "\n    - {apiGroups: [\"" + right.group() + "\"], resources: ["
                + right.resource() + "], verbs: [" + verbs + "]}\n";
    }
}
