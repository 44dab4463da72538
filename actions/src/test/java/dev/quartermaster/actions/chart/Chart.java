package dev.quartermaster.actions.chart;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.Yaml;

/** The Helm chart, rendered by Helm itself as a library: no cluster is asked. */
public final class Chart {
    public static final Path OURS = Path.of("../deploy/chart/quartermaster");
    static final String NAMESPACE = "installed-here";

    private Chart() {}

    /** @param values as in a values file */
    public static List<Map<String, Object>> rendered(Path chart, String values) throws IOException {
        var text = new Helm(chart)
                .template()
                .withName("quartermaster")
                .withNamespace(NAMESPACE)
                .withKubeVersion("1.36.0")
                .withValuesFile(file(values))
                .call();
        return StreamSupport.stream(new Yaml().loadAll(text).spliterator(), false)
                .filter(Map.class::isInstance)
                .map(each -> fields((Map<?, ?>) each))
                .toList();
    }

    static LintResult lint() {
        return new Helm(OURS).lint().strict().call();
    }

    private static Path file(String values) throws IOException {
        var file = Files.createTempFile("values", ".yaml");
        file.toFile().deleteOnExit();
        return Files.writeString(file, values);
    }

    private static Map<String, Object> fields(Map<?, ?> map) {
        var fields = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        return fields;
    }
}
