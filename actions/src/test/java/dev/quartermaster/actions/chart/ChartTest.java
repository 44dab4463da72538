package dev.quartermaster.actions.chart;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quartermaster.actions.provider.kubernetes.manifest.Tree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChartTest {
    private static final Path CONFIG = Path.of("../deploy/config");

    @Test
    void helmFindsNothingWrong() {
        assertThat(Chart.lint().getMessages()).containsExactly("[INFO] Chart.yaml: icon is recommended");
    }

    @ParameterizedTest
    @MethodSource("dev.quartermaster.actions.chart.ChartValues#all")
    void noSecretIsMade(String values) throws IOException {
        assertThat(Chart.rendered(Chart.OURS, values)).noneMatch(each -> "Secret".equals(each.get("kind")));
    }

    @ParameterizedTest
    @MethodSource("dev.quartermaster.actions.chart.ChartValues#all")
    void eachPortThatIsNamedIsOneOfThePods(String values) throws IOException {
        var objects = Chart.rendered(Chart.OURS, values);
        var pod = pod(objects);
        var open = new ArrayList<String>();
        for (var containers : List.of("initContainers", "containers")) {
            for (var container : pod.items(containers)) {
                container.items("ports").forEach(port -> open.add(port.text("name")));
            }
        }
        var named = Pattern.compile("(?:targetPort|port)=([a-z]+)")
                .matcher(objects.stream()
                        .filter(each -> !"Ingress".equals(each.get("kind")))
                        .map(Object::toString)
                        .collect(joining()));
        var ports = named.results().map(found -> found.group(1)).toList();
        assertThat(ports).isNotEmpty().isSubsetOf(open);
    }

    @Test
    void aFolderOfConfigurationComesOutAsItWas(@TempDir Path folder) throws IOException {
        copy(Chart.OURS, folder);
        copy(CONFIG, folder.resolve("config"));
        var objects = Chart.rendered(folder, ChartValues.TRIED_OUT + "config: {from: folder}");

        var kept = one(objects, "ConfigMap").at("data").fields();
        var mounted = new TreeMap<String, Object>();
        var volume = pod(objects).items("volumes").stream()
                .filter(each -> each.text("name").equals("config"))
                .findFirst()
                .orElseThrow();
        for (var item : volume.at("configMap").items("items")) {
            mounted.put(item.text("path"), kept.get(item.text("key")));
        }
        assertThat(mounted).isEqualTo(yamlFiles());
    }

    @Test
    void theQueueIsTheOneThatGoldenPathsName() throws IOException {
        var named = yamlFiles().values().stream()
                .flatMap(text -> Pattern.compile("kueue\\.x-k8s\\.io/queue-name: \"?([a-z-]+)")
                        .matcher((String) text)
                        .results())
                .map(found -> found.group(1))
                .distinct();
        var queue = one(Chart.rendered(Chart.OURS, ChartValues.LARGE), "LocalQueue");
        assertThat(named).containsExactly(queue.at("metadata").text("name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "workspace: false; Name the Secret with SLACK_SIGNING_SECRET",
                "url: ''; Say in url how people's machines reach it",
                "workspace: true; workspace is for a try without Slack",
                "{workspace: true, slack: {secret: ''}, ingress: {enabled: true}}; never by an Ingress",
                "replicas: 2; name its Secret in database.secret",
                "{replicas: 2, database: {secret: db}}; has to be ReadWriteMany",
                "teams: []; list the teams",
                "config: {from: folder}; copy it to config/ beside Chart.yaml",
                "config: {from: git}; say which in config.git.repository",
                "kueue: {enabled: true}; say what there is in kueue.flavors",
                "environment: {QUARTERMASTER_MODEL_KEY: sk-1}; QUARTERMASTER_MODEL_KEY",
                "slack: {signingSecret: abc}; signingSecret",
                "config: {git: {repository: 'https://me:secret@git.example.com/a'}}; does not match pattern",
                "config: {git: {repository: 'https://git.example.com/a?private_token=abc'}}; does not match pattern",
                "environment: {AWS_CREDENTIALS_JSON: abc}; AWS_CREDENTIALS_JSON",
                "environment: {GITHUB_TOKEN_FOR_CI: abc}; GITHUB_TOKEN_FOR_CI",
                "environment: {QUARTERMASTER_WORKSPACE: allow}; QUARTERMASTER_WORKSPACE",
                "environment: {DB: 'jdbc:postgresql://db/q?user=q&password=abc'}; environment.DB holds a secret",
                "environment: {JAVA_TOOL_OPTIONS: '-Djavax.net.ssl.trustStorePassword=abc'}; holds a secret",
                "environment: {SPRING_APPLICATION_JSON: '{\"token\": \"abc\"}'}; holds a secret",
                "environment: {HTTPS_PROXY: 'http://me:abc@proxy.example.com:3128'}; HTTPS_PROXY holds a secret",
                "teams: [{id: growth, namespace: default}]; default is the cluster's own",
                "teams: [{id: growth, namespace: kube-public}]; kube-public is the cluster's own",
                "teams: [{id: growth, namespace: installed-here}]; is the one that this is installed in",
                "teams: [{id: a, namespace: one}, {id: a, namespace: two}]; The team a stands twice",
                "teams: [{id: a, namespace: one}, {id: b, namespace: one}]; teams a and b have one namespace",
                "teamDefaults: {labels: {quartermaster.dev/team: other}}; label quartermaster.dev/team of",
                "teamDefaults: {labels: {app.kubernetes.io/managed-by: quartermaster}}; managed-by of",
                "teamDefaults: {labels: {pod-security.kubernetes.io/enforce: privileged}}; enforce of",
            })
    void whatCannotWorkIsSaidBeforeAnythingIsMade(String example) {
        var wrong = example.split("; ");
        var values = new org.yaml.snakeyaml.Yaml();
        Map<String, Object> all = values.load(ChartValues.SMALL);
        if (wrong[0].equals("workspace: false")) {
            all.remove("slack");
        }
        Map<String, Object> changed = values.load(wrong[0]);
        all.putAll(changed);
        assertThatThrownBy(() -> Chart.rendered(Chart.OURS, values.dump(all))).hasMessageContaining(wrong[1]);
    }

    @Test
    void whatIsNoSecretIsTakenAsItStands() throws IOException {
        var values = ChartValues.SMALL
                + "environment: {HTTPS_PROXY: 'http://proxy.example.com:3128/a@b', JAVA_TOOL_OPTIONS: -Xmx1g}\n";
        assertThat(pod(Chart.rendered(Chart.OURS, values))
                        .items("containers")
                        .getFirst()
                        .items("env"))
                .extracting(each -> each.text("value"))
                .contains("http://proxy.example.com:3128/a@b", "-Xmx1g");
    }

    static Tree pod(List<Map<String, Object>> objects) {
        return one(objects, "Deployment").at("spec", "template", "spec");
    }

    private static Tree one(List<Map<String, Object>> objects, String kind) {
        return objects.stream()
                .filter(each -> kind.equals(each.get("kind")))
                .findFirst()
                .map(Tree::of)
                .orElseThrow();
    }

    private static Map<String, Object> yamlFiles() throws IOException {
        try (var files = Files.walk(CONFIG)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .collect(toMap(
                            file -> CONFIG.relativize(file).toString(), ChartTest::text, (a, b) -> a, TreeMap::new));
        }
    }

    private static Object text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }
}
