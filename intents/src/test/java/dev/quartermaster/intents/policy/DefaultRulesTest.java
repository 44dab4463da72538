package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static dev.quartermaster.intents.policy.Asking.write;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Verdict.Allowed;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.policy.Verdict.NeedsApproval;
import dev.quartermaster.intents.policy.Verdict.Refused;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The table of the design's section 6, line by line and at its edges, with the persons it comes down to. */
class DefaultRulesTest {
    private static final String NOTEBOOK = "data-science-experimentation";
    private static final String CUSTOMERS = "data-science-customer-data";
    private static final Duration HOUR = Duration.ofHours(1);

    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void smallNotebookOnSyntheticDataIsAllowed() {
        Judgement judgement = asking.judge("ana", asking.launch(NOTEBOOK, Duration.ofHours(8)));
        assertThat(judgement.verdict()).isInstanceOf(Allowed.class);
        assertThat(judgement.price().ceiling()).hasToString("0.88 EUR");
        assertThat(judgement.rules()).extracting(Judgement.Matched::rule).containsExactly("compute-small");
    }

    @Test
    void over20EurTheBudgetOwnerIsAskedAndForTheOwnersOwnWishTheDeputy() {
        Intent wish = asking.launch(NOTEBOOK, Duration.ofHours(182));
        assertThat(asking.judge("ana", asking.launch(NOTEBOOK, Duration.ofHours(181)))
                        .verdict())
                .isInstanceOf(Allowed.class);
        assertThat(who("ana", wish)).containsExactly("mia|omar");
        assertThat(who("mia", wish)).containsExactly("omar");
        assertThat(who("dan", wish)).containsExactly("omar");
        assertThat(who("omar", wish)).containsExactly("pat");
    }

    @Test
    void upToFourGpusNeedOneLeadAndUpToEightTwo() {
        assertThat(who("ana", gpus(1))).containsExactly("kim|omar|pat");
        assertThat(who("ana", gpus(4))).containsExactly("kim|omar|pat");
        assertThat(who("ana", gpus(5))).containsExactly("kim|omar|pat needed 2");
        assertThat(who("ana", asking.launch(NOTEBOOK, HOUR, "gpus=8"))).contains("kim|omar|pat needed 2");
        assertThat(who("omar", gpus(4))).containsExactly("kim|pat");
        assertThat(who("omar", gpus(5))).containsExactly("kim|pat needed 2");
    }

    @Test
    void fourA100sForThreeDaysNeedALeadAndTheBudgetOwner() {
        Judgement judgement = asking.judge("ana", asking.launch("ray-cluster", Duration.ofDays(3), "gpus=4"));
        assertThat(asking.deciders(judgement, "ana")).containsExactly("kim|omar|pat", "mia|omar");
    }

    @Test
    void moreThanEightGpusAreOutOfBoundsAndEightAreOffered() {
        Refused refused = refused("ana", gpus(12));
        assertThat(refused.reasons()).extracting(Verdict.Reason::rule).containsExactly("bounds");
        assertThat(refused.reasons().getFirst().words()).contains("8");
        assertThat(refused.alternatives())
                .singleElement()
                .satisfies(offered -> assertThat(offered.intent()).isEqualTo(gpus(8)))
                .satisfies(offered -> assertThat(offered.label()).isEqualTo("8 GPUs"));
    }

    @Test
    void customerDataIsOpenedByItsOwnerAndOnlyThePartsThatOpenItWait() {
        Intent wish = asking.launch(CUSTOMERS, Duration.ofHours(8));
        assertThat(who("ana", wish)).containsExactly("lee|pat");
        assertThat(who("lee", wish)).containsExactly("pat");
        NeedsApproval needs = (NeedsApproval) asking.judge("ana", wish).verdict();
        assertThat(needs.stages())
                .singleElement()
                .extracting(Stage::covers)
                .isEqualTo(Set.of(new PartName("warehouse")));
        assertThat(who("ana", asking.launch(CUSTOMERS, Duration.ofDays(14)))).containsExactly("lee|pat", "mia|omar");
    }

    @Test
    void syntheticAndPublicDataMayBeReadFor90Days() {
        List.of("synthetic.customers", "synthetic.*", "product.catalogue").forEach(name -> {
            assertThat(asking.judge("ana", read(name, 90)).verdict()).isInstanceOf(Allowed.class);
            assertThat(refused("ana", read(name, 91)).alternatives())
                    .extracting(Alternative::intent)
                    .containsExactly(read(name, 90));
        });
    }

    @Test
    void internalAndConfidentialDataAreReadWithTheirOwnersYes() {
        assertThat(who("ana", read("sales.orders", 14))).containsExactly("dan|omar");
        assertThat(who("ana", read("sales.*", 90))).containsExactly("dan|omar");
        assertThat(who("dan", read("sales.orders", 14))).containsExactly("omar");
        assertThat(who("raj", read("customer.accounts", 14))).containsExactly("lee|pat");
        assertThat(refused("raj", read("customer.accounts", 91)).alternatives()).hasSize(1);
    }

    @Test
    void onlyInternalDataIsWrittenAndReadingTheRestIsOffered() {
        assertThat(who("ana", write("sales.orders", 90))).containsExactly("dan|omar");
        List.of("customer.accounts", "product.catalogue", "synthetic.products")
                .forEach(name -> assertThat(refused("ana", write(name, 14)).alternatives())
                        .extracting(Alternative::intent)
                        .containsExactly(read(name, 14)));
    }

    @Test
    void anOverrunIsTheBudgetOwnersAndBeyondHalfAsMuchAgainIsRefused() {
        Intent wish = asking.launch(NOTEBOOK, Duration.ofHours(8));
        assertThat(asking.used("1000", "999.12").judge("ana", wish).verdict()).isInstanceOf(Allowed.class);
        Judgement over = asking.used("1000", "999.13").judge("ana", wish);
        assertThat(asking.deciders(over, "ana")).containsExactly("mia|omar");
        assertThat(((NeedsApproval) over.verdict()).stages().getFirst().because())
                .contains("overrun");
        assertThat(asking.used("2999.12", "0").judge("ana", wish).verdict()).isInstanceOf(NeedsApproval.class);
        assertThat(asking.used("2999.13", "0").judge("ana", wish).verdict()).isInstanceOf(Refused.class);
    }

    @Test
    void fourteenDaysAreForAllExtensionsTogetherAndWhatIsLeftIsOffered() {
        Duration ran = Duration.ofDays(12);
        Duration left = Duration.ofDays(1);
        Judgement most = asking.extend("ana", asking.launch(NOTEBOOK, Duration.ofDays(14)), ran, left);
        assertThat(most.verdict()).isInstanceOf(NeedsApproval.class);
        Judgement more = asking.extend("ana", asking.launch(NOTEBOOK, Duration.ofDays(15)), ran, left);
        Alternative offered = ((Refused) more.verdict()).alternatives().getFirst();
        assertThat(offered.intent())
                .isEqualTo(new Intent.Extend(new Target.Id(Asking.LEASE.value()), new Term.For(Duration.ofDays(1))));
        assertThat(offered.label()).isEqualTo("1 day more");
        Judgement nothing = asking.extend("ana", asking.launch(NOTEBOOK, Duration.ofDays(15)), ran, left.plusDays(1));
        assertThat(((Refused) nothing.verdict()).alternatives()).isEmpty();
    }

    @Test
    void anInternIsRefusedWithTheNearestThatIsAllowed() {
        assertThat(refused("iris", gpus(1)).alternatives())
                .extracting(Alternative::intent)
                .containsExactly(gpus(0));
        assertThat(refused("iris", asking.launch(NOTEBOOK, Duration.ofHours(49)))
                        .alternatives())
                .extracting(Alternative::intent)
                .containsExactly(asking.launch(NOTEBOOK, Duration.ofDays(2)));
        assertThat(refused("iris", asking.launch(NOTEBOOK, Duration.ofHours(18), "size=medium"))
                        .alternatives())
                .extracting(Alternative::intent)
                .containsExactly(asking.launch(NOTEBOOK, Duration.ofHours(17), "size=medium"));
        assertThat(refused("iris", asking.launch(NOTEBOOK, Duration.ofDays(3), "gpus=4"))
                        .alternatives())
                .extracting(Alternative::command)
                .containsExactly(
                        "launch data-science-experimentation --gpus 0 --duration 2d --purpose \"churn study\"");
    }

    @Test
    void anInternsSponsorAgreesToDataAndHearsOfLongRuns() {
        assertThat(who("iris", read("sales.orders", 14))).containsExactly("ana", "dan|omar");
        assertThat(asking.judge("iris", asking.launch(NOTEBOOK, Duration.ofHours(4)))
                        .told())
                .isEmpty();
        assertThat(asking.judge("iris", asking.launch(NOTEBOOK, Duration.ofHours(5)))
                        .told())
                .containsExactly(new PersonId("ana"));
        assertThat(asking.judge("ana", asking.launch(NOTEBOOK, Duration.ofHours(5)))
                        .told())
                .isEmpty();
    }

    @Test
    void anImageFromElsewhereIsRefusedNamingTheRegistries() {
        List.of("evil.example.org/x:1", "quay.io/jupyterevil/x:1", "quay.io/jupyter/../x:1")
                .forEach(image -> {
                    Refused refused = refused("ana", asking.launch(NOTEBOOK, HOUR, "image=" + image));
                    assertThat(refused.reasons().getFirst().words()).contains("quay.io/jupyter/");
                    assertThat(refused.alternatives())
                            .extracting(Alternative::intent)
                            .containsExactly(asking.launch(NOTEBOOK, HOUR));
                });
        assertThat(asking.judge("ana", asking.launch(NOTEBOOK, HOUR, "image=quay.io/jupyter/r-notebook:1"))
                        .verdict())
                .isInstanceOf(Allowed.class);
    }

    @Test
    void dataForSomebodyElseIsNotAskedForThem() {
        Intent.Grant own = (Intent.Grant) read("sales.orders", 14);
        Intent forOmar = new Intent.Grant(own.dataset(), Access.READ, own.term(), own.purpose(), new PersonId("omar"));
        assertThat(refused("ana", forOmar).reasons())
                .extracting(Verdict.Reason::rule)
                .containsExactly("bounds");
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
