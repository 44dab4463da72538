package dev.quartermaster.intents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.Problem;
import dev.quartermaster.intents.yaml.YamlFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Threat 20: whatever people write, a plan's trees keep their shape, and their words stay the one leaf they were put in. */
class InjectionTest {
    private static final int ROUNDS = 10_000;
    private static final Bundle BUNDLE = DefaultOrganisation.load();
    private static final PathName PATH = new PathName("annotated");
    private static final List<String> BAITS = List.of(
            "\n---\nkind: Pod\n",
            "\n",
            ": ",
            "${p.note}",
            "${lease.id}",
            "$${",
            "}",
            "{",
            "\"",
            "'",
            "\\",
            "#",
            " #",
            "- ",
            "&a",
            "*a",
            "!!python/object",
            "|",
            ">",
            "%YAML 1.1",
            "\t",
            "\u0000",
            "\u2028",
            "\ud83d\ude80",
            "<<: *x",
            "[",
            "]",
            ",",
            "?",
            "@",
            "`",
            "null",
            "true",
            "0644",
            "{\"kind\":\"Secret\"}",
            "\r\n  privileged: true",
            "when",
            "then");

    private final Planner planner = new Planner(BUNDLE.organisation(), catalogue(), BUNDLE.prices());

    @Test
    void wordsStayOneScalar() {
        var random = new Random(20);
        Object shape = shape(tree("plain", "plain"));
        for (int round = 0; round < ROUNDS; round++) {
            String note = words(random).replaceAll("\\p{Cntrl}", "");
            String purpose = words(random);
            Map<?, ?> tree = tree(note, purpose);
            assertThat(shape(tree)).as("round %d: %s", round, note).isEqualTo(shape);
            Map<?, ?> annotations = (Map<?, ?>) ((Map<?, ?>) tree.get("metadata")).get("annotations");
            assertThat(annotations.get("note")).isEqualTo(note);
            assertThat(annotations.get("both")).isEqualTo("for " + purpose + " by " + note);
            assertThat(throughYaml(tree)).as("round %d", round).isEqualTo(tree);
        }
    }

    /** Out as YAML and back in through our own reader: still the same tree. */
    private static Object throughYaml(Map<?, ?> tree) {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setNonPrintableStyle(DumperOptions.NonPrintableStyle.ESCAPE);
        List<Problem> problems = new ArrayList<>();
        return YamlFile.read("round.yaml", new Yaml(options).dump(tree), problems)
                .flatMap(Node::tree)
                .orElseThrow(() -> new AssertionError(problems));
    }

    private Map<?, ?> tree(String note, String purpose) {
        Person ana = BUNDLE.people().find(new PersonId("ana")).orElseThrow();
        Team team = BUNDLE.people().teamOf(ana.id()).orElseThrow();
        var said = new TreeMap<String, Value>(Map.of("note", new Value.Text(note)));
        var launch = new Intent.Launch(PATH, said, new Term.Unsaid(), purpose);
        Draft draft = planner.draft(launch, ana, team, new LeaseId("lease-abcdefghij"), Instant.EPOCH);
        if (!(draft instanceof Draft.Ready(var plan, var price))) {
            throw new AssertionError(draft);
        }
        return (Map<?, ?>) ((List<?>) plan.parts().getFirst().spec().get("manifests")).getFirst();
    }

    /** Keys and types without the words. */
    private static Object shape(Object tree) {
        return switch (tree) {
            case Map<?, ?> map -> {
                Map<Object, Object> shape = new TreeMap<>();
                map.forEach((key, value) -> shape.put(key, shape(value)));
                yield shape;
            }
            case List<?> list -> list.stream().map(InjectionTest::shape).toList();
            default -> tree.getClass();
        };
    }

    private static String words(Random random) {
        var words = new StringBuilder();
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            words.append(random.nextBoolean() ? "churn " : "").append(BAITS.get(random.nextInt(BAITS.size())));
        }
        return words.toString();
    }

    /** One object with people's words in an annotation, alone and among other text. */
    private static Catalogue catalogue() {
        var manifest = Map.of(
                "apiVersion", "v1",
                "kind", "ConfigMap",
                "metadata",
                        Map.of(
                                "name",
                                "${lease.id}",
                                "annotations",
                                Map.of("note", "${p.note}", "both", "for ${lease.purpose} by ${p.note}")));
        var note = new Parameter(
                "note", Parameter.Type.TEXT, "", null, null, new Value.Whole(500), List.of(), Map.of(), true);
        var duration = new Parameter(
                "duration",
                Parameter.Type.DURATION,
                "",
                new Value.Span(Duration.ofHours(8)),
                null,
                null,
                List.of(),
                Map.of(),
                false);
        var path = new GoldenPath(
                PATH,
                1,
                "Annotated",
                "platform",
                "",
                List.of(),
                List.of(),
                "",
                List.of(note, duration),
                new GoldenPath.Data(Set.of(DataClass.SYNTHETIC), List.of()),
                List.of(new GoldenPath.PartTemplate(
                        "home", DefaultOrganisation.type("kubernetes"), Map.of("manifests", List.of(manifest)), null)),
                Map.of(),
                List.of(),
                null,
                GoldenPath.Start.TOGETHER);
        return new Catalogue(Map.of(PATH, path), Map.of());
    }
}
