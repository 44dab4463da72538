package dev.quartermaster.intents.policy.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.Planner;
import dev.quartermaster.intents.policy.Asking;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Circumstances;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Holding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * {@code deploy/config/FACTS.md} says what there is: no more, no less. It is written anew by {@code mvn -pl intents -am
 * test -Dtest=FactsPageTest -Dfacts.write=true -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class FactsPageTest {
    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void thePageSaysWhatRulesMayName() throws IOException {
        Path page = root().resolve("deploy/config/FACTS.md");
        if (Boolean.getBoolean("facts.write")) {
            Files.writeString(page, page());
        }
        assertThat(Files.readString(page))
                .as("made again with -Dfacts.write=true")
                .isEqualTo(page());
    }

    @Test
    void everyFactOfThePageIsFilledInForEveryQuestion() {
        FactTypes vocabulary = new FactTypes(asking.bundle().catalogue());
        examples()
                .forEach(facts -> FactNames.GROUPS.forEach((group, names) -> {
                    if (!group.equals(FactTypes.DATASET)) {
                        assertThat(((Map<?, ?>) facts.get(group)).keySet())
                                .as(group)
                                .isEqualTo(names.stream().map(FactName::name).collect(Collectors.toSet()));
                    }
                }));
        assertThat(examples().getFirst().keySet())
                .containsExactlyInAnyOrderElementsOf(vocabulary.variables().keySet());
    }

    @Test
    void everyFactHasAnExampleAndSaysWhatItIs() {
        assertThat(page().lines().filter(line -> line.startsWith("| `") && !line.startsWith("| `p.")))
                .allSatisfy(line -> assertThat(line).doesNotEndWith("|  |"));
    }

    private String page() {
        return new FactsPage(new FactTypes(asking.bundle().catalogue()), examples()).text();
    }

    private List<Map<String, Object>> examples() {
        return List.of(
                facts("iris", asking.launch("data-science-customer-data", Duration.ofDays(3), "gpus=4")),
                facts(
                        "kim",
                        asking.launch("ray-cluster", Duration.ofDays(3), "gpus=1", "image=elsewhere.example/ray:1")),
                facts("ana", Asking.read("sales.orders", 14)));
    }

    private Map<String, Object> facts(String by, Intent wish) {
        var bundle = asking.bundle();
        var person = bundle.people().find(new PersonId(by)).orElseThrow();
        var team = bundle.people().teamOf(person.id()).orElseThrow();
        var held = new Holding(Asking.LEASE, person.id(), team.id(), new PathName("ray-cluster"), 2, "a100", true);
        EvaluationRequest bare = asking.used("300", "120.50").asked(by, wish, null);
        EvaluationRequest asked = new EvaluationRequest(
                bare.by(),
                wish,
                bare.lease(),
                bare.now(),
                gone(bare.budget(), by),
                null,
                new Circumstances(List.of(held), List.of()));
        Draft draft = new Planner(bundle.organisation(), bundle.catalogue(), bundle.prices())
                .draft(wish, person, team, asked.lease(), asked.now());
        EvaluationFacts question = EvaluationFacts.of(
                asked,
                new EvaluationFacts.Who(person, team, person),
                (Draft.Ready) draft,
                bundle.catalogue(),
                bundle.organisation().zone());
        return new Facts(bundle.organisation(), bundle.people(), bundle.catalogue()).of(question);
    }

    /** With a share of their own that anything would go over. */
    private static BudgetView gone(BudgetView budget, String by) {
        var share = new BudgetView.Share(
                BudgetView.Share.Kind.PERSON, by, Money.zero(budget.perMonth().currency()), budget.months());
        return new BudgetView(budget.perMonth(), budget.months(), budget.atCap(), List.of(share));
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("deploy/config"))) {
            at = at.getParent();
        }
        return at;
    }
}
