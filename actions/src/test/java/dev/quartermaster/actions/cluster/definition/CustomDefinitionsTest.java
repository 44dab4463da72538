package dev.quartermaster.actions.cluster.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomDefinitionsTest {
    private static final String BENCH = """
            apiVersion: apiextensions.k8s.io/v1
            kind: CustomResourceDefinition
            spec:
              group: example.com
              names: {kind: Bench}
              versions:
                - name: v1
                  schema:
                    openAPIV3Schema:
                      type: object
                      required: [spec]
                      properties:
                        spec:
                          type: object
                          properties:
                            legs: {type: integer, minimum: 3}
                            height: {type: number, maximum: 1.5}
                            port: {x-kubernetes-int-or-string: true}
                            folds: {type: boolean}
                            name: {type: string, maxLength: 5, pattern: "^[a-z]+$"}
                            labels: {type: object, additionalProperties: {type: string}}
                            extra: {type: object, x-kubernetes-preserve-unknown-fields: true}
                            planks: {type: array, items: {type: object, properties: {wood: {type: string}}}}
            """;

    @TempDir
    private Path folder;

    @Test
    void whatFitsIsNotObjectedTo() throws IOException {
        assertThat(wrong(Map.of(
                        "legs",
                        3L,
                        "height",
                        1,
                        "port",
                        "http",
                        "folds",
                        true,
                        "name",
                        "oak",
                        "labels",
                        Map.of("a", "b"),
                        "extra",
                        Map.of("any", List.of()),
                        "planks",
                        List.of(Map.of("wood", "ash")))))
                .isEmpty();
    }

    @Test
    void eachThingThatDoesNotFitIsNamedByItsField() throws IOException {
        assertThat(wrong(Map.of(
                        "legs",
                        2L,
                        "height",
                        1.6,
                        "port",
                        true,
                        "folds",
                        "yes",
                        "name",
                        "Bench1",
                        "labels",
                        Map.of("a", 1),
                        "planks",
                        List.of(Map.of("wood", "ash"), Map.of("wod", "ash")),
                        "colour",
                        "red")))
                .containsExactlyInAnyOrder(
                        "spec.legs is less than 3",
                        "spec.height is more than 1.5",
                        "spec.port is neither text nor a number",
                        "spec.folds is neither true nor false",
                        "spec.name is longer than 5 characters",
                        "spec.name does not fit ^[a-z]+$",
                        "spec.labels.a is no text",
                        "spec.planks[1].wod is unknown",
                        "spec.colour is unknown");
        assertThat(definitions().wrong(Map.of("apiVersion", "example.com/v1", "kind", "Bench", "spek", Map.of())))
                .contains(List.of("spek is unknown", "spec is missing"));
    }

    @Test
    void anotherVersionOfAKindIsAnotherDefinition() throws IOException {
        assertThat(definitions().kinds()).containsExactly("Bench (example.com/v1)");
        assertThat(definitions().wrong(Map.of("apiVersion", "example.com/v2", "kind", "Bench")))
                .isEmpty();
    }

    @Test
    void whatIsNoYamlIsNamed() throws IOException {
        Files.writeString(folder.resolve("torn.yaml"), "kind: [");
        assertThatThrownBy(() -> CustomDefinitions.of(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("torn.yaml is not YAML: ");
    }

    private List<String> wrong(Map<String, Object> spec) throws IOException {
        return definitions()
                .wrong(Map.of(
                        "apiVersion", "example.com/v1", "kind", "Bench", "metadata", Map.of("name", "x"), "spec", spec))
                .orElseThrow();
    }

    private CustomDefinitions definitions() throws IOException {
        Files.writeString(folder.resolve("bench.yaml"), BENCH);
        Files.writeString(folder.resolve("notes.txt"), "kind: [");
        Files.writeString(folder.resolve("other.yaml"), "kind: ConfigMap\n---\nnothing: here\n");
        return CustomDefinitions.of(folder);
    }
}
