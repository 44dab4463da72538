package dev.quartermaster.intents.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlannerTest {
    private static final Bundle BUNDLE = DefaultOrganisation.load();
    private static final LeaseId LEASE = new LeaseId("lease-abcdefghij");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void theStandardNotebookCostsEightyEightCentsForEightHours() {
        Draft.Ready ready = ready(launch("data-science-experimentation", Map.of(), new Term.Unsaid()));
        assertThat(ready.price().perHour()).isEqualTo(Money.of("0.11", "EUR"));
        assertThat(ready.price().ceiling()).isEqualTo(Money.of("0.88", "EUR"));
        assertThat(ready.plan().term()).isEqualTo(Duration.ofHours(8));
        assertThat(ready.plan().compute()).isTrue();
        assertThat(ready.plan().links())
                .containsExactly(
                        new Link("JupyterLab", "https://lease-abcdefghij.quartermaster.example.com/lab", "token"),
                        new Link("VS Code", "https://ide-lease-abcdefghij.quartermaster.example.com/", "token"),
                        new Link("Repository", Outputs.place("parts.repository.url"), "none"),
                        new Link("Bucket (how to reach it)", Outputs.place("parts.bucket.page"), "none"),
                        new Link("SQL query page", Outputs.place("parts.warehouse.query"), "token"));
        assertThat(ready.plan().reaches())
                .extracting(DatasetName::value)
                .containsExactly("synthetic.customers", "synthetic.products", "synthetic.transactions");
    }

    @ParameterizedTest
    @CsvSource({
        "uplift-models, uplift-models", "q3, q3", "Uplift Models, uplift-models", "--a__b--, a-b",
                "../../etc/passwd, etc-passwd",
        "7-zip, zip", "x.git, x-git", "'', ", "---, ", "42, "
    })
    void aNameIsWrittenAsAddressesTakeIt(String said, String nearest) {
        Parameter name = BUNDLE.catalogue()
                .path(new PathName("repository"))
                .flatMap(path -> path.parameter("name"))
                .orElseThrow();

        assertThat(name.nearest(new Value.Text(said)).map(Value::text).orElse(null))
                .isEqualTo(nearest);
        assertThat(name.nearest(new Value.Text("n".repeat(41))).map(Value::text))
                .contains("n".repeat(40));
    }

    @Test
    void whatIsOnlyPlannedIsRefusedWithWhatThereIs() {
        Bundle bundle = DefaultOrganisation.planned("ml-stream");
        Draft draft = draft(bundle, launch("ml-stream", Map.of(), new Term.Unsaid()));
        String offered = bundle.catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .map(path -> path.name().value())
                .sorted()
                .collect(Collectors.joining(", "));
        assertThat(((Draft.Outside) draft).findings())
                .extracting(Draft.Finding::words)
                .containsExactly("Machine learning on streams is planned and not offered yet. What there is today: "
                        + offered + ". Ask platform when it comes.");
    }

    @ParameterizedTest
    @CsvSource({
        "data-science-experimentation, 0, a100, 8, 0.88",
        "data-science-experimentation, 1, t4, 1, 0.51",
        "data-science-experimentation, 1, h100, 24, 98.64",
        "data-science-customer-data, 0, a100, 24, 2.64",
        "ray-cluster, 0, a100, 8, 3.36",
        "ray-cluster, 4, a100, 72, 810.72",
        "ray-cluster, 4, t4, 72, 205.92",
        "ray-cluster, 8, h100, 24, 825.12",
    })
    void thePriceIsTheRateTimesTheTerm(String path, long gpus, String kind, long hours, String price) {
        Map<String, Value> said = Map.of("gpus", new Value.Whole(gpus), "gpu_kind", new Value.Text(kind));
        Draft.Ready ready = ready(launch(path, said, new Term.For(Duration.ofHours(hours))));
        assertThat(ready.price().ceiling()).isEqualTo(Money.of(price, "EUR"));
        assertThat(ready.price().lines().stream()
                        .map(Price.Line::perHour)
                        .reduce(Money.zero("EUR"), Money::plus)
                        .times(BigDecimal.valueOf(hours)))
                .isEqualTo(ready.price().ceiling());
    }

    @Test
    void aPresetStandsForItsValuesAndWhatWasSaidBeatsIt() {
        Map<String, Value> said = Map.of("size", new Value.Text("medium"), "cpu", new Value.Whole(4));
        var plan = ready(launch("data-science-experimentation", said, new Term.Unsaid()))
                .plan();
        assertThat(plan.parameters())
                .containsEntry("cpu", new Value.Whole(4))
                .containsEntry("memory", new Value.Quantity(BigDecimal.valueOf(64)))
                .doesNotContainKey("size");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        R                     | quay.io/jupyter/r-notebook:2025-03-14
        "R and Scala"         | quay.io/jupyter/all-spark-notebook:2025-03-14
        "Scala, Python and R" | quay.io/jupyter/all-spark-notebook:2025-03-14
        "the R & Scala kernels" | quay.io/jupyter/all-spark-notebook:2025-03-14
        registry.example.com/growth/own:1 | registry.example.com/growth/own:1
        """)
    void anImageIsSaidInAWordOrAsARegistryWritesIt(String said, String image) {
        var plan = ready(launch(
                        "data-science-experimentation",
                        Map.of("image", new Value.Text(said.replace("\"", ""))),
                        new Term.Unsaid()))
                .plan();
        assertThat(plan.parameters()).containsEntry("image", new Value.Text(image));
    }

    @ParameterizedTest
    @CsvSource({
        "sas, sas, pandas.read_sas",
        "SAS 9.4, SAS 9.4, pandas.read_sas",
        "Stata, Stata, pandas.read_stata",
        "matlab, matlab, scipy.io.loadmat"
    })
    void aToolThatMayNotBeUsedNamesTheOneThatMay(String said, String named, String instead) {
        Draft draft =
                draft(launch("data-science-experimentation", Map.of("image", new Value.Text(said)), new Term.Unsaid()));
        assertThat(draft)
                .isInstanceOfSatisfying(
                        Draft.Outside.class,
                        outside -> assertThat(outside.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.words())
                                            .startsWith(named + " is not offered here. Instead: Python");
                                    assertThat(finding.words()).contains(instead);
                                    assertThat(finding.nearest())
                                            .isEqualTo(new Value.Text("quay.io/jupyter/scipy-notebook:2025-03-14"));
                                }));
        // Somebody's own image may be named after one.
        assertThat(draft(launch(
                        "data-science-experimentation",
                        Map.of("image", new Value.Text("registry.example.com/sas/reader:1")),
                        new Term.Unsaid())))
                .isInstanceOf(Draft.Ready.class);
    }

    @ParameterizedTest
    @CsvSource({
        "gpus, 12, 8", "gpus, -1, 0", "gpus, 1000000000, 8", "cpu, 0, 1", "cpu, 65, 64",
        "memory, 2000Gi, 512Gi", "memory, 1Mi, 1Gi", "size, Medium, medium", "size, huge, ", "gpu_kind, v100, ",
        "image, quay.io/x; rm -rf /, ", "colour, red, "
    })
    void whatLiesOutsideTheBoundsComesWithTheNearestValidValue(String name, String said, String nearest) {
        var path = BUNDLE.catalogue()
                .path(new PathName("data-science-experimentation"))
                .orElseThrow();
        Value value = path.parameter(name).map(each -> each.type().read(said)).orElse(new Value.Text(said));
        Draft draft = draft(launch("data-science-experimentation", Map.of(name, value), new Term.Unsaid()));
        assertThat(draft).isInstanceOfSatisfying(Draft.Outside.class, outside -> {
            assertThat(outside.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.parameter()).isEqualTo(name);
                assertThat(finding.words()).endsWith(".");
                assertThat(finding.nearest() == null ? null : finding.nearest().text())
                        .isEqualTo(nearest);
            });
        });
    }

    @Test
    void aTermTooLongOrOverAlreadyIsOutside() {
        assertThat(outside(new Term.For(Duration.ofDays(9999))).nearest())
                .isEqualTo(new Value.Span(Duration.ofDays(14)));
        assertThat(outside(new Term.Until(NOW.minusSeconds(1))).words()).startsWith("That end has passed already.");
    }

    @Test
    void anEndIsCountedFromTheStartInWholeMinutes() {
        Draft.Ready ready = ready(launch(
                "ray-cluster",
                Map.of(),
                new Term.Until(NOW.plus(Duration.ofHours(3)).plusSeconds(30))));
        assertThat(ready.plan().term()).isEqualTo(Duration.ofMinutes(181));
    }

    @Test
    void gpusAddTheirGroupItsNodesAndItsTolerationAndNothingOtherwise() {
        assertThat(manifest(Map.of(), "RayCluster").toString())
                .contains("groupName=cpu")
                .doesNotContain("groupName=gpu", "nvidia", "when", "${");
        String four = manifest(Map.of("gpus", new Value.Whole(4)), "RayCluster").toString();
        assertThat(four)
                .contains(
                        "groupName=gpu, replicas=4, minReplicas=4, maxReplicas=4",
                        "key=nvidia.com/gpu.product, operator=In, values=[NVIDIA-A100-SXM4-40GB, NVIDIA-A100-SXM4-80GB, NVIDIA-A100-PCIE-40GB, NVIDIA-A100-80GB-PCIe]",
                        "key=quartermaster.dev/gpu, operator=In, values=[a100]")
                .doesNotContain("groupName=cpu", "when", "${");
    }

    @Test
    void aGrantIsOneFreePartWithTheCataloguesOwnNames() {
        var intent = new Intent.Grant(new DatasetName("sales.*"), Access.READ, new Term.Unsaid(), "", null);
        Draft.Ready ready = ready(intent);
        assertThat(ready.plan().path()).isEqualTo(Plan.GRANT);
        assertThat(ready.plan().term()).isEqualTo(Duration.ofDays(30));
        assertThat(ready.price().ceiling()).isEqualTo(Money.zero("EUR"));
        assertThat(ready.plan().parts())
                .singleElement()
                .satisfies(part -> assertThat(part.spec())
                        .isEqualTo(Map.of("datasets", List.of("sales.orders", "sales.returns"), "access", "read")));
    }

    @Test
    void anUnknownDatasetOrSomebodyElseAsGranteeIsOutside() {
        assertThat(draft(new Intent.Grant(new DatasetName("sales.order"), Access.READ, new Term.Unsaid(), "", null)))
                .isInstanceOfSatisfying(
                        Draft.Outside.class,
                        outside -> assertThat(outside.findings().getFirst().words())
                                .isEqualTo("There is no dataset sales.order. Did you mean sales.orders?"));
        assertThat(draft(new Intent.Grant(
                        new DatasetName("sales.orders"), Access.READ, new Term.Unsaid(), "", new PersonId("raj"))))
                .isInstanceOf(Draft.Outside.class);
    }

    private static Object manifest(Map<String, Value> said, String kind) {
        var part = ready(launch("ray-cluster", said, new Term.Unsaid()))
                .plan()
                .parts()
                .getFirst();
        return ((List<?>) part.spec().get("manifests"))
                .stream()
                        .filter(each -> ((Map<?, ?>) each).get("kind").equals(kind))
                        .findFirst()
                        .orElseThrow();
    }

    private static Draft.Finding outside(Term term) {
        Draft draft = draft(launch("ray-cluster", Map.of(), term));
        return ((Draft.Outside) draft).findings().getFirst();
    }

    private static Intent.Launch launch(String path, Map<String, Value> said, Term term) {
        return new Intent.Launch(new PathName(path), new TreeMap<>(said), term, "");
    }

    private static Draft.Ready ready(Intent intent) {
        return switch (draft(intent)) {
            case Draft.Ready ready -> ready;
            case Draft.Outside(var findings, var fault) -> throw new AssertionError(findings);
        };
    }

    private static Draft draft(Intent intent) {
        return draft(BUNDLE, intent);
    }

    private static Draft draft(Bundle bundle, Intent intent) {
        Person ana = bundle.people().find(new PersonId("ana")).orElseThrow();
        return new Planner(bundle.organisation(), bundle.catalogue(), bundle.prices())
                .draft(intent, ana, bundle.people().teamOf(ana.id()).orElseThrow(), LEASE, NOW);
    }
}
