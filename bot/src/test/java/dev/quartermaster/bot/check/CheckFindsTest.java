package dev.quartermaster.bot.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with files that can each be read, in the words in which it is said. */
class CheckFindsTest {
    @TempDir
    private Path folder;

    private LabFolder lab;

    @BeforeEach
    void made() {
        lab = new LabFolder(folder);
    }

    @Test
    void nothingIsWrongWithTheLabAndWhatWasTriedIsCounted() {
        assertThat(lab.check()).as(lab.printed()).isZero();
        assertThat(lab.printed())
                .contains("Tried: 1 golden paths with ")
                .contains("all 18 pairs of edges")
                .contains("held against the simulated cluster's schemas.")
                .doesNotContain("warning");
    }

    @Test
    void aValueWithinItsBoundsThatCannotBePricedIsFoundAtTheEdge() {
        lab.lab("price: {cpu: \"${p.cpu}\"}", "price: {cpu: \"${7 - p.cpu}\"}");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains(
                        "golden-paths/lab.yaml:43: With --cpu 8: It cannot be made: Less than nothing of cpu. Correct the"
                                + " expression, or take the value out of the parameter's bounds.");
    }

    @Test
    void anExpressionThatHasNoValueAtTheEdgeIsFound() {
        lab.lab("cpu: \"${string(p.cpu)}\"", "cpu: \"${string(8 / (p.cpu - 1))}\"");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains(
                        "golden-paths/lab.yaml:41: With --cpu 1: It cannot be made: No value for string(8 / (p.cpu - 1))");
    }

    @Test
    void aFieldThatTheClusterWouldRefuseIsNamedWhereItsObjectStands() {
        lab.lab("spec: {ports: [{port: 80}]}", "spec: {port: [{port: 80}]}");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains("golden-paths/lab.yaml:22: With --kind fast: Service: ")
                .contains("unknown field \"spec.port\"")
                .contains("\"check --show lab\" prints what would be made.");
    }

    @Test
    void aNumberWhereTheClusterWantsTextIsFound() {
        lab.lab("data: {title: \"${p.title}\"}", "data: {title: \"${p.cpu}\"}");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains("golden-paths/lab.yaml:18: ConfigMap: ")
                .contains("of type string");
    }

    @Test
    void wordsOfPeopleInALabelAreFoundByTheirSigns() {
        lab.lab(
                "metadata: {name: \"${lease.id}\"}\n        data:",
                "metadata: {name: \"${lease.id}\", labels: {title: \"${p.title}\"}}\n        data:");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains("With --title x: '")
                .contains("ConfigMap: ")
                .contains("metadata.labels");
    }

    @Test
    void whatOurOwnRulesKeepOutOfTheClusterIsFound() {
        lab.lab("{allowPrivilegeEscalation: false, ", "{privileged: true, allowPrivilegeEscalation: false, ");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains("golden-paths/lab.yaml:14: The golden path's part \"home\" asks the cluster for what isn't"
                        + " allowed there: a privileged container.");
    }

    @Test
    void aPartThatNeverBecomesReadyIsFound() {
        lab.lab("o.kind == \"Deployment\"", "o.kind == \"Deploymint\"");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed()).contains("golden-paths/lab.yaml:16: It never becomes ready on the simulated cluster");
    }

    @Test
    void aKindIsHeldToItsOwnDefinition(@TempDir Path definitions) throws IOException {
        Files.writeString(definitions.resolve("benches.yaml"), """
                apiVersion: apiextensions.k8s.io/v1
                kind: CustomResourceDefinition
                metadata: {name: benches.example.com}
                spec:
                  group: example.com
                  names: {kind: Bench, plural: benches}
                  versions:
                    - name: v1
                      served: true
                      storage: true
                      schema:
                        openAPIV3Schema:
                          type: object
                          properties:
                            spec:
                              type: object
                              required: [wood]
                              properties:
                                wood: {type: string, enum: [oak, ash]}
                                legs: {type: integer, maximum: 4}
                """);
        String deployment = LabFolder.LAB.substring(
                LabFolder.LAB.indexOf("      - apiVersion: apps/v1"), LabFolder.LAB.indexOf("price:"));
        String bench = """
                      - apiVersion: example.com/v1
                        kind: Bench
                        metadata: {name: "${lease.id}"}
                        spec: {legs: "${p.cpu}", colour: red}
                """;
        lab.with("golden-paths/lab.yaml", LabFolder.LAB.replace(deployment, bench));

        assertThat(lab.check()).isZero();
        assertThat(lab.printed())
                .contains(
                        "Of these kinds nothing says what they look like: Bench (example.com/v1). Name their definitions"
                                + " with --crds FOLDER.");
        assertThat(lab.check("--crds", definitions.toString())).isOne();
        assertThat(lab.printed())
                .contains("golden-paths/lab.yaml:27: Bench: spec.wood is missing.")
                .contains("golden-paths/lab.yaml:27: With --cpu 8: Bench: spec.legs is more than 4.")
                .contains("Bench: spec.colour is unknown.");
        assertThat(lab.check("--crds", definitions.resolve("benches.yaml") + "x"))
                .isEqualTo(2);
    }

    @Test
    void twoGoldenPathsThatAreAskedForInTheSameWordsAreFound() {
        lab.with(
                        "golden-paths/hut.yaml",
                        LabFolder.LAB
                                .replace("name: lab", "name: hut")
                                .replace("title: Lab", "title: Hut")
                                .replace("give me a lab with 4 cores", "\"I need a lab with 16 cores, please\"")
                                .replace("synonyms: [bench]", "synonyms: [Bench]"))
                .other("policies/all.yaml", "path.name == \"lab\"", "true");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed())
                .contains(
                        "golden-paths/lab.yaml:5: \"give me a lab with 4 cores\" means hut as well: there \"I need a lab"
                                + " with 16 cores, please\" is how people ask for it. Keep it in one of them, or say in each what"
                                + " only that one is.")
                .contains("golden-paths/lab.yaml:6: \"bench\" means hut as well: there \"Bench\" is a name of it.");
        lab.lab("synonyms: [bench]", "synonyms: [hut]").check();
        assertThat(lab.printed())
                .contains(
                        "warning: golden-paths/lab.yaml:6: \"hut\" is what hut itself is called, so it never means this"
                                + " one. Remove it here.");
    }

    @Test
    void whatDoesNothingAndWhatNobodyCouldPayIsWarnedOf() {
        lab.lab("data: {title: \"${p.title}\"}", "data: {title: none}")
                .other("people.yaml", "groups: {leads: [mia]}", "groups: {leads: [mia], nobody: []}")
                .other("people.yaml", "perMonth: 300", "perMonth: 20")
                .with("policies/all.yaml", """
                        apiVersion: quartermaster/v1
                        kind: Policy
                        metadata: {name: all, title: All, owner: growth}
                        rules:
                          - {id: labs, when: p.cpu > 4, then: allow, because: Large labs are free to all.}
                        tests: []
                        """);
        assertThat(lab.check()).isZero();
        assertThat(lab.printed())
                .contains(
                        "warning: golden-paths/lab.yaml:10: The parameter title changes nothing. Name it as ${p.title} in"
                                + " parts or price, or remove it.")
                .contains("warning: golden-paths/lab.yaml:43: With --duration 14d: It comes to 33.60 EUR in a month, ")
                .contains("and no team has more than 20.00 EUR. Lower the parameter's max")
                .contains(
                        "warning: golden-paths/lab.yaml:3: No rule allows anybody to have it, so it is refused to all.");
    }

    @Test
    void aTestOfARuleThatFailsIsStillTheFirstThingSaid() {
        lab.other("policies/all.yaml", "expect: {verdict: allow}", "expect: {verdict: refuse}");
        assertThat(lab.check()).isOne();
        assertThat(lab.printed()).contains("policies/all.yaml:7: This test fails: ");
    }

    @Test
    void withoutAClusterThereIsNoDryRun() {
        assertThat(lab.check("--dry-run")).isEqualTo(2);
        assertThat(lab.printed()).contains("--dry-run wants a KUBECONFIG that names one.");
    }

    @Test
    void whatWouldBeMadeIsShownWithWhereItsValuesAreFrom() {
        assertThat(lab.check("--show", "lab", "--cpu", "4")).isZero();
        assertThat(lab.printed())
                .contains("# Lab, for 8 hours: 0.20 EUR an hour, 1.60 EUR in all")
                .contains("# --cpu 4 --duration 8h --kind plain --title none")
                .contains("  name: lease-aaaaaaaaaa  # ${lease.id}")
                .contains("cpu: '4'  # ${string(p.cpu)}")
                .doesNotContain("kind: Service")
                .contains("# link Lab: https://lease-aaaaaaaaaa.example.com/");
        assertThat(lab.check("--show", "lab", "--kind", "fast")).isZero();
        assertThat(lab.printed()).contains("kind: Service").contains("name: lease-aaaaaaaaaa-fast  # ${lease.id}-fast");
    }

    @Test
    void whatCannotBeShownIsSaid() {
        assertThat(lab.check("--show", "leb")).isEqualTo(2);
        assertThat(lab.printed()).contains("There is no golden path leb. Did you mean lab?");
        assertThat(lab.check("--show", "lab", "--cpus", "4")).isEqualTo(2);
        assertThat(lab.printed()).contains("lab has no parameter cpus. Did you mean cpu?");
        assertThat(lab.check("--show", "lab", "--cpu", "99")).isEqualTo(2);
        assertThat(lab.printed()).contains("Cpu can be 1 to 8, not 99.".replace("Cpu", "CPU"));
        assertThat(lab.check("--cpu", "4")).isEqualTo(2);
    }
}
