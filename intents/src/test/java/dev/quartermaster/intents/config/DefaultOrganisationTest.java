package dev.quartermaster.intents.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.yaml.Node;
import dev.quartermaster.intents.yaml.YamlFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names and figures here are the ones that checks from outside rely on (design: sections 4, 6 and 8). */
class DefaultOrganisationTest {
    private final Bundle bundle = DefaultOrganisation.load();

    @Test
    void everySampleAccountIsItsPerson() {
        Map<String, String> roles = bundle.people().persons().values().stream()
                .collect(Collectors.toMap(person -> person.id().value(), Person::role));
        assertThat(roles)
                .isEqualTo(Map.of(
                        "ana", "analyst", "iris", "intern", "mia", "manager", "raj", "analyst", "lee", "manager", "dan",
                        "manager", "omar", "lead", "pat", "lead", "kim", "lead"));
        roles.keySet()
                .forEach(id -> assertThat(bundle.people().byEmail(id.toUpperCase() + "@Example.com"))
                        .get()
                        .extracting(Person::id)
                        .isEqualTo(new PersonId(id)));
        assertThat(bundle.people().find(new PersonId("iris")).orElseThrow().sponsor())
                .isEqualTo(new PersonId("ana"));
        assertThat(bundle.people().group("platform-leads")).isEqualTo(ids("omar", "pat", "kim"));
    }

    @Test
    void everyTeamHasItsMembersItsBudgetAndItsOwners() {
        assertTeam("growth", ids("ana", "iris", "mia"), "mia", 2000, "mia", "omar");
        assertTeam("risk", ids("raj", "lee"), "lee", 1500, "lee", "pat");
        assertTeam("commerce", ids("dan"), "dan", 800, "dan", "omar");
        assertTeam("platform", ids("omar", "pat", "kim"), "omar", 5000, "omar", "pat");
    }

    @Test
    void everyDatasetHasItsClassAndOwner() {
        Map<String, DataClass> classes = bundle.catalogue().datasets().values().stream()
                .collect(Collectors.toMap(each -> each.name().value(), Dataset::dataClass));
        assertThat(classes)
                .containsOnly(
                        Map.entry("synthetic.customers", DataClass.SYNTHETIC),
                        Map.entry("synthetic.transactions", DataClass.SYNTHETIC),
                        Map.entry("synthetic.products", DataClass.SYNTHETIC),
                        Map.entry("product.catalogue", DataClass.PUBLIC),
                        Map.entry("sales.orders", DataClass.INTERNAL),
                        Map.entry("sales.returns", DataClass.INTERNAL),
                        Map.entry("customer_clear.accounts", DataClass.CONFIDENTIAL),
                        Map.entry("customer.accounts", DataClass.CONFIDENTIAL),
                        Map.entry("customer.transactions", DataClass.CONFIDENTIAL));
        assertThat(bundle.catalogue().covered(new DatasetName("customer.*"))).allSatisfy(each -> {
            assertThat(each.owner()).isEqualTo(new PersonId("lee"));
            assertThat(each.deputy()).isEqualTo(new PersonId("pat"));
        });
        assertThat(bundle.catalogue().covered(new DatasetName("sales.*"))).allSatisfy(each -> {
            assertThat(each.owner()).isEqualTo(new PersonId("dan"));
            assertThat(each.deputy()).isEqualTo(new PersonId("omar"));
        });
    }

    @Test
    void everyPriceIsTheAgreedOne() {
        Map<String, String> hourly =
                Map.of("cpu", "0.05", "memory", "0.005", "gpu.t4", "0.40", "gpu.a100", "2.50", "gpu.h100", "4.00");
        hourly.forEach((resource, price) ->
                assertThat(bundle.prices().perHour(resource)).isEqualTo(Money.of(price, "EUR")));
        assertThat(bundle.prices().perHour("storage").times(new BigDecimal(730)).toString())
                .isEqualTo("0.05 EUR");
    }

    @Test
    void everyGoldenPathSaysHowItIsAskedForAndEnds() {
        for (GoldenPath path : bundle.catalogue().paths().values()) {
            assertThat(path.says()).as(path.name().value()).isNotEmpty().doesNotHaveDuplicates();
            assertThat(path.howTo()).isNotBlank();
            assertThat(path.synonyms()).isNotEmpty();
        }
    }

    @Test
    void aGoldenPathsFileShowsAFewSentencesAndThereAreMoreToLearn() throws IOException {
        var files = BundleFiles.ofJar();
        for (GoldenPath path : bundle.catalogue().paths().values()) {
            Node root = YamlFile.read("path", files.get("golden-paths/" + path.name() + ".yaml"), new ArrayList<>())
                    .orElseThrow();
            List<String> shown = root.names().optional("says").orElseThrow().texts();
            assertThat(shown).as(path.name().value()).hasSizeBetween(5, 10);
            assertThat(path.says()).startsWith(shown.toArray(String[]::new)).hasSizeGreaterThan(70);
        }
    }

    @Test
    void whatIsOfferedHasPartsAndTheRestIsOnlyPlanned() {
        var offered = bundle.catalogue().paths().values().stream()
                .filter(path -> !path.planned())
                .toList();
        assertThat(offered)
                .extracting(path -> path.name().value())
                .containsExactlyInAnyOrder(
                        "bucket",
                        "data-engineering",
                        "data-science-customer-data",
                        "data-science-experimentation",
                        "data-viz",
                        "genai-peft",
                        "genai-prompt-engineering",
                        "genai-rag",
                        "gpu-workstation",
                        "ml-batch",
                        "ml-stream",
                        "pycharm",
                        "ray-cluster",
                        "repository",
                        "rstudio",
                        "scheduled-job",
                        "shared-llm",
                        "spark-cluster",
                        "spark-job",
                        "sql-querying",
                        "vscode",
                        "website");
        assertThat(offered)
                .filteredOn(path -> !path.compute())
                .extracting(path -> path.name().value())
                .containsExactlyInAnyOrder("bucket", "repository", "shared-llm", "sql-querying", "website");
        assertThat(bundle.catalogue().paths()).hasSize(22);
    }

    private void assertTeam(String id, Set<PersonId> members, String manager, int budget, String owner, String deputy) {
        Team team = bundle.people().team(new TeamId(id)).orElseThrow();
        assertThat(team.members()).isEqualTo(members);
        assertThat(team.manager()).isEqualTo(new PersonId(manager));
        assertThat(team.budget())
                .isEqualTo(new Team.Budget(
                        Money.of(Integer.toString(budget), "EUR"), new PersonId(owner), new PersonId(deputy)));
    }

    private static Set<PersonId> ids(String... ids) {
        return Stream.of(ids).map(PersonId::new).collect(Collectors.toSet());
    }
}
