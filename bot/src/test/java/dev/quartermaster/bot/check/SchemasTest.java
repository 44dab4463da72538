package dev.quartermaster.bot.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Schemas are for editors: they say what the reader says, as far as one file and no expression tells it, and never more. */
class SchemasTest {
    private static final Path KEPT = Path.of("../deploy/config");
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Schema> SCHEMAS = schemas();

    private static Map<String, Schema> schemas() {
        var registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
        Map<String, Schema> schemas = new HashMap<>();
        SchemaFiles.texts().forEach((name, text) -> schemas.put(name, registry.getSchema(text, InputFormat.JSON)));
        return schemas;
    }

    @Test
    void thoseKeptBesideTheFilesAreWhatThisProgramKnows() throws IOException {
        Map<String, String> kept = new TreeMap<>();
        try (Stream<Path> files = Files.list(KEPT.resolve("schemas"))) {
            for (Path file : files.toList()) {
                kept.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        assertThat(kept)
                .as("write them anew: java -jar bot/target/quartermaster.jar check --schemas deploy/config/schemas")
                .isEqualTo(SchemaFiles.texts());
    }

    @Test
    void everyDefaultFileNamesItsSchemaAndFitsIt() throws IOException {
        var files = BundleFiles.ofFolder(KEPT);
        assertThat(files.keySet()).noneMatch(name -> name.startsWith("schemas"));
        files.forEach((name, text) -> {
            if (name.endsWith(".yaml")) {
                String up = name.contains("/") ? "../" : "";
                assertThat(text)
                        .startsWith("# yaml-language-server: $schema=" + up + "schemas/" + schemaOf(name) + "\n");
                assertThat(errors(name, text)).as(name).isEmpty();
            }
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            organisation.yaml | currency: EUR | currency: euro
            organisation.yaml | currency: EUR | curency: EUR
            organisation.yaml | namespaces: create | namespaces: made
            organisation.yaml | lapse: 3d | lapse: three days
            organisation.yaml | quiet: {from: "20:00" | quiet: {from: noon
            organisation.yaml | hourly: 30 | hourly: -1
            organisation.yaml | registries: [registry.example.com/] | registries: registry.example.com/
            organisation.yaml | resolve: true | resolve: maybe
            people.yaml | role: manager | rôle: manager
            people.yaml | perMonth: 300 | perMonth: -300
            people.yaml | atCap: stop | atCap: halt
            people.yaml | channel: growth | channel: "#growth"
            people.yaml | namespace: team-growth | namespace: Team_Growth
            people.yaml | emails: [ana@example.com] | emails: [ana]
            people.yaml | slack: [U012AB3CD] | slack: [ana]
            data.yaml | class: internal | class: secret
            data.yaml | name: sales.orders | name: orders
            data.yaml | masked: {email: mail} | masked: {email: blurred}
            jobs.yaml | longest: 6h | longest: 6 hours
            jobs.yaml | provider: airflow | provider: cron
            jobs.yaml | dag: nightly_churn | dag: nightly churn
            prices.yaml | cpu: 0.05 | cpu: cheap
            prices.yaml | storage: 0.05 | storages: 0.05
            golden-paths/lab.yaml | kind: GoldenPath | kind: Path
            golden-paths/lab.yaml | version: 1 | version: 0
            golden-paths/lab.yaml | type: integer | type: number
            golden-paths/lab.yaml | name: cpu, | name: CPU,
            golden-paths/lab.yaml | classes: [synthetic] | classes: [fake]
            golden-paths/lab.yaml | login: token | login: password
            golden-paths/lab.yaml | login: token | log: token
            golden-paths/lab.yaml | https://${lease.host}/ | https://example.com/
            golden-paths/lab.yaml | start: early | start: soon
            golden-paths/lab.yaml | after: 2h | after: two hours
            golden-paths/lab.yaml | about: A place to work. | abut: A place to work.
            policies/all.yaml | then: allow | then: permit
            policies/all.yaml | needed: 1 | needed: 11
            policies/all.yaml | overrun: 150 | overrun: 100
            policies/all.yaml | verdict: allow | verdict: yes
            policies/all.yaml | days: [mon] | days: [monday]
            policies/all.yaml | because: Labs are free to all. | why: Labs are free to all.
            """)
    void whatTheReaderRefusesOnALineTheSchemaRefusesThere(String name, String text, String instead) {
        Map<String, String> files = new TreeMap<>(EverythingSaid.FILES);
        String changed = EverythingSaid.changed(name, text, instead);
        files.put(name, changed);

        List<Integer> told = lines(name, read(files));
        List<Error> errors = errors(name, changed);
        assertThat(told).as(instead).isNotEmpty();
        assertThat(errors).as(instead).isNotEmpty();
        assertThat(errors.stream().map(error -> line(name, changed, error)))
                .as("%s", errors)
                .containsAnyElementsOf(told);
    }

    @Test
    void theSchemaNeverRefusesWhatTheReaderTakes() {
        assertThat(read(EverythingSaid.FILES)).isEmpty();
        EverythingSaid.FILES.forEach(
                (name, text) -> assertThat(errors(name, text)).as(name).isEmpty());
        List<String> stricter = new ArrayList<>();
        int refused = 0;
        int both = 0;
        for (String name : EverythingSaid.FILES.keySet()) {
            for (Object tree :
                    Mutants.of(root(name, EverythingSaid.FILES.get(name)).tree().orElseThrow())) {
                String text = JSON.writeValueAsString(tree);
                Map<String, String> files = new TreeMap<>(EverythingSaid.FILES);
                files.put(name, text);
                boolean reader = !lines(name, read(files)).isEmpty();
                boolean schema = !errors(name, text).isEmpty();
                refused += reader ? 1 : 0;
                both += reader && schema ? 1 : 0;
                if (schema && !reader) {
                    stricter.add(name + ": " + errors(name, text));
                }
            }
        }
        System.out.println("of " + refused + " files that the reader refuses, the schema refuses " + both);
        assertThat(stricter).isEmpty();
        assertThat(both).isGreaterThan(refused / 2);
    }

    private static List<Problem> read(Map<String, String> files) {
        return new BundleReader(PartTypeScan.found()).read(files) instanceof Loaded.Broken(var problems)
                ? problems
                : List.of();
    }

    private static List<Integer> lines(String name, List<Problem> problems) {
        return problems.stream()
                .filter(each -> each.file().equals(name))
                .map(Problem::line)
                .toList();
    }

    private static List<Error> errors(String name, String text) {
        Object tree = root(name, text).tree().orElseThrow();
        return SCHEMAS.get(schemaOf(name)).validate(JSON.writeValueAsString(tree), InputFormat.JSON);
    }

    private static String schemaOf(String name) {
        return name.replaceFirst("golden-paths/.*", "golden-path.yaml")
                .replaceFirst("policies/.*", "policy.yaml")
                .replace(".yaml", ".schema.json");
    }

    private static int line(String name, String text, Error error) {
        Node here = root(name, text);
        var way = error.getInstanceLocation();
        for (int i = 0; i < way.getNameCount(); i++) {
            Object step = way.getElement(i);
            here = here.isList()
                    ? here.list().get((Integer) step)
                    : here.names().optional(step.toString()).orElseThrow();
        }
        String key = error.getProperty();
        return key != null && here.isMap() && here.names().optional(key).isPresent()
                ? here.names().key(key).line()
                : here.line();
    }

    private static Node root(String name, String text) {
        return YamlFile.read(name, text, new ArrayList<>()).orElseThrow();
    }
}
