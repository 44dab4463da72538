package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static dev.quartermaster.intents.policy.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Parameter;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.policy.Verdict.Allowed;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.policy.Verdict.Refused;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lines of the design's table that meet, and what is told of each refusal. */
class DefaultRulesMeetTest {
    private static final String NOTEBOOK = "data-science-experimentation";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void aLeadWhoAsksForSixIsNotAmongTheTwoWhoDecide() {
        assertThat(who("omar", gpus(6))).containsExactly("kim|pat needed 2");
        assertThat(who("kim", asking.launch(NOTEBOOK, Duration.ofDays(1), "gpus=6")))
                .containsExactly("omar|pat", "omar|pat needed 2");
    }

    @Test
    void theBudgetsOwnerWhoOverrunsHerOwnBudgetIsAnsweredByHerDeputyAlone() {
        Intent wish = asking.launch(NOTEBOOK, Duration.ofHours(8));
        Asking spent = asking.used("2000", "0");
        assertThat(asking.deciders(spent.judge("mia", wish), "mia")).containsExactly("omar");
        assertThat(spent.judge("mia", wish).rules())
                .extracting(Judgement.Matched::rule)
                .contains("budget-overrun");
    }

    @Test
    void aNotebookOverTheEndOfTheMonthIsCountedInEachMonth() {
        Intent wish = asking.launch(NOTEBOOK, Duration.ofDays(2));
        Asking late = asking.at("2026-06-30T11:00:00Z");
        assertThat(late.used("1998.68", "0").judge("ana", wish).verdict()).isInstanceOf(Allowed.class);
        assertThat(asking.deciders(late.used("1998.69", "0").judge("ana", wish), "ana"))
                .containsExactly("mia|omar");
    }

    @Test
    void pathsWithoutComputeAreAllowedFor90Days() {
        List.of("sql-querying", "bucket", "repository", "shared-llm", "website").forEach(path -> {
            Asking offered = offering(path);
            assertThat(offered.judge("ana", offered.launch(path, Duration.ofDays(90), named(path)))
                            .verdict())
                    .as(path)
                    .isInstanceOf(Allowed.class);
            assertThat(offered.judge("iris", offered.launch(path, Duration.ofDays(90), named(path)))
                            .verdict())
                    .as(path)
                    .isInstanceOf(Allowed.class);
            Refused longer = (Refused) offered.judge("ana", offered.launch(path, Duration.ofDays(91), named(path)))
                    .verdict();
            assertThat(longer.alternatives())
                    .extracting(Alternative::intent)
                    .containsExactly(offered.launch(path, Duration.ofDays(90), named(path)));
        });
    }

    /** With the path as it is or will be offered, its bounds wide enough for the rule to speak. */
    private static Asking offering(String path) {
        try {
            Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
            files.computeIfPresent(
                    "golden-paths/" + path + ".yaml",
                    (name, text) ->
                            (text.contains("planned: true") ? made(text) : text).replace("max: 90d", "max: 365d"));
            return Asking.ofFiles(files);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String made(String planned) {
        return planned.replace("planned: true\n", "")
                + "parts: [{name: repository, provider: repository, template: data-science}]\n";
    }

    private static String[] and(String first, String[] rest) {
        return Stream.concat(Stream.of(first), Stream.of(rest)).toArray(String[]::new);
    }

    private String[] named(String path) {
        return asking.bundle().catalogue().path(new PathName(path)).orElseThrow().parameters().stream()
                .filter(Parameter::required)
                .map(parameter -> parameter.name() + "=churn")
                .toArray(String[]::new);
    }

    @Test
    void whatIsOfferedIsRefusedInNoSizeAndItsGpusAreForTheLeads() {
        for (GoldenPath path : asking.bundle().catalogue().paths().values()) {
            String name = path.name().value();
            Stream.of("small", "medium", "large")
                    .filter(size -> path.compute() && path.parameter("size").isPresent())
                    .forEach(size -> {
                        Intent wish = asking.launch(name, HOUR, and("size=" + size, named(name)));
                        assertThat(asking.judge("ana", wish).verdict())
                                .as(name + " " + size)
                                .isNotInstanceOf(Refused.class);
                    });
            if (path.compute() && path.parameter("gpus").isPresent()) {
                Intent wish = asking.launch(name, HOUR, "gpus=1", "gpu_kind=t4");
                assertThat(who("ana", wish)).as(name).contains("kim|omar|pat");
            }
        }
    }

    @Test
    void aFreezeIsNotForLeads() {
        Intent wish = gpus(1);
        Asking freeze = asking.at("2025-12-24T09:00:00Z");
        assertThat(freeze.judge("ana", wish).verdict()).isInstanceOf(Refused.class);
        assertThat(asking.deciders(freeze.judge("kim", wish), "kim")).containsExactly("omar|pat");
    }

    @Test
    void everyRefusalNamesTheValueTheLimitAndWhoCanLiftIt() {
        Map<String, Refused> refusals = Map.of(
                "bounds", refused("ana", gpus(12)),
                "grant-over-90-days", refused("ana", read("sales.orders", 91)),
                "write-other-data", refused("ana", write("customer.accounts", 1)),
                "intern-gpus", refused("iris", gpus(1)),
                "intern-over-20", refused("iris", asking.launch(NOTEBOOK, Duration.ofHours(18), "size=medium")),
                "intern-over-2-days", refused("iris", asking.launch(NOTEBOOK, Duration.ofHours(49))),
                "foreign-image", refused("ana", asking.launch(NOTEBOOK, HOUR, "image=evil.example.org/x:1")),
                "budget-limit",
                        (Refused) asking.used("3000", "0")
                                .judge("ana", asking.launch(NOTEBOOK, HOUR))
                                .verdict(),
                "year-end-freeze",
                        (Refused) asking.at("2025-12-24T09:00:00Z")
                                .judge("ana", gpus(1))
                                .verdict());
        refusals.forEach((rule, refused) -> assertThat(refused.reasons().getFirst())
                .as(rule)
                .satisfies(reason -> assertThat(reason.rule()).isEqualTo(rule))
                .satisfies(reason -> assertThat(reason.value()).isNotBlank())
                .satisfies(reason -> assertThat(reason.limit()).isNotBlank())
                .satisfies(reason -> assertThat(reason.lift()).isNotBlank()));
        assertThat(refusals.get("grant-over-90-days").reasons())
                .extracting(Verdict.Reason::value, Verdict.Reason::limit, Verdict.Reason::lift)
                .containsExactly(tuple("91 days", "90 days", "Kim Sato, Omar Haddad or Pat Moreau"));
        assertThat(refusals.get("bounds").reasons())
                .extracting(Verdict.Reason::value, Verdict.Reason::limit)
                .containsExactly(tuple("12", "8"));
        assertThat(refusals.get("budget-limit").reasons().getFirst().words()).doesNotContain("EUR");
    }

    @Test
    void whatTheRulesLookedAtIsKeptInWords() {
        Map<String, String> facts = asking.judge("ana", asking.launch(NOTEBOOK, Duration.ofDays(3), "gpus=4"))
                .facts();
        assertThat(facts)
                .containsEntry("request.gpus", "4")
                .containsEntry("path.compute", "yes")
                .containsKey("price.estimate")
                .doesNotContainKey("budget.left");
        assertThat(asking.judge("ana", read("sales.orders", 14)).facts())
                .containsEntry("datasets", "sales.orders (internal)");
    }

    private Intent gpus(int gpus) {
        return ((Intent.Launch) asking.launch(NOTEBOOK, HOUR)).with("gpus", new Value.Whole(gpus));
    }

    private Set<String> who(String asker, Intent wish) {
        return asking.deciders(asking.judge(asker, wish), asker);
    }

    private Refused refused(String asker, Intent wish) {
        return (Refused) asking.judge(asker, wish).verdict();
    }
}
