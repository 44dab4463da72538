package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.policy.Verdict.NeedsApproval;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What {@code by}, {@code needed}, {@code order} and {@code ping} of a rule come to for a question. */
class WhoIsAskedTest {
    private static final Deciders LEADS = new Deciders.Group("platform-leads");
    private static final Deciders ORDERS = new Deciders.OwnerOfData(new DatasetName("sales.orders"));
    private static final Deciders GROWTH = new Deciders.OwnerOfBudget(new TeamId("growth"));

    @Test
    void aListAsksEachOfThem() {
        assertThat(stages("by: [owner-of-data, owner-of-budget]"))
                .extracting(Stage::deciders)
                .containsExactly(ORDERS, GROWTH);
        assertThat(stages("by: {all: [owner-of-data, owner-of-budget]}"))
                .extracting(Stage::deciders)
                .containsExactly(ORDERS, GROWTH);
    }

    @Test
    void anyMeansThatOneOfThemIsEnough() {
        assertThat(stages("by: {any: [owner-of-data, 'group:platform-leads']}"))
                .extracting(Stage::deciders)
                .containsExactly(new Deciders.AnyOf(List.of(ORDERS, LEADS)));
    }

    @Test
    void whoeverMayAnswerForAnOwnerMayForEachOfSeveral() {
        Asking asking = Asking.withRules(rule("by: {any: [owner-of-data, 'person:kim']}"));
        Intent both = asking.launch("data-science-customer-data", Duration.ofHours(1));
        assertThat(asking.deciders(asking.judge("ana", both), "ana")).containsExactly("kim|lee|pat");
        assertThat(asking.deciders(asking.judge("ana", read("sales.*", 1)), "ana"))
                .containsExactly("dan|kim|omar");
    }

    @Test
    void anyPassesOverARoleThatHasNobodyForThisAndAListDoesNot() {
        Asking any = withoutData(rule("by: {any: [owner-of-data, manager]}"));
        Asking all = withoutData(rule("by: [owner-of-data, manager]"));
        Intent synthetic = any.launch("ray-cluster", Duration.ofHours(1));
        assertThat(stages(any.judge("ana", synthetic)))
                .extracting(Stage::deciders)
                .containsExactly(new Deciders.ManagerOf(new PersonId("ana")));
        var refused = (Verdict.Refused) all.judge("ana", synthetic).verdict();
        assertThat(refused.reasons().getFirst().words()).contains("has no answer");
    }

    @Test
    void allOfThemIsEverybodyWhoMayButTheAsker() {
        Asking asking = Asking.withRules(rule("by: 'group:platform-leads'\n    needed: all"));
        assertThat(asking.deciders(asking.judge("ana", read("sales.orders", 1)), "ana"))
                .containsExactly("kim|omar|pat needed 3");
        assertThat(asking.deciders(asking.judge("kim", read("sales.orders", 1)), "kim"))
                .containsExactly("omar|pat needed 2");
    }

    @Test
    void stagesKeepTheirOrderAndWhoIsPinged() {
        assertThat(stages("by: owner-of-data\n    order: 2\n    ping: digest"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.order()).isEqualTo(2))
                .satisfies(stage -> assertThat(stage.pinged()).isEqualTo(Stage.Ping.DIGEST));
        assertThat(stages("by: owner-of-data"))
                .singleElement()
                .satisfies(stage -> assertThat(stage.order()).isZero())
                .satisfies(stage -> assertThat(stage.pinged()).isEqualTo(Stage.Ping.OWNERS));
    }

    @Test
    void whoIsAskedByTwoRulesIsAskedOnceByTheStricterAndLaterAndLouder() {
        String more = rule("by: owner-of-data\n    needed: 2\n    ping: digest")
                + rule("by: owner-of-data\n    order: 3\n    ping: deciders")
                        .replace("rules:\n", "")
                        .replace("id: only", "id: other")
                        .replace("Ask.", "Ask again.");
        assertThat(stages(Asking.withRules(more).judge("ana", read("sales.orders", 1))))
                .singleElement()
                .satisfies(stage -> assertThat(stage.needed()).isEqualTo(2))
                .satisfies(stage -> assertThat(stage.order()).isEqualTo(3))
                .satisfies(stage -> assertThat(stage.pinged()).isEqualTo(Stage.Ping.DECIDERS))
                .satisfies(stage -> assertThat(stage.because()).isEqualTo("Ask. Ask again."));
    }

    @Test
    void ownersArePingedBeforeTheirDeputiesAndTheDigestPingsNobody() {
        Asking asking = Asking.defaultOrganisation();
        var pings = new PingRecipients(
                new Rights(asking.bundle().people(), asking.bundle().catalogue()));
        assertThat(pings.of(stage(ORDERS, Stage.Ping.OWNERS), new PersonId("ana")))
                .containsExactly(new PersonId("dan"));
        assertThat(pings.of(stage(ORDERS, Stage.Ping.OWNERS), new PersonId("dan")))
                .containsExactly(new PersonId("omar"));
        assertThat(pings.of(stage(ORDERS, Stage.Ping.DECIDERS), new PersonId("ana")))
                .containsExactly(new PersonId("dan"), new PersonId("omar"));
        assertThat(pings.of(stage(ORDERS, Stage.Ping.DIGEST), new PersonId("ana")))
                .isEmpty();
        assertThat(pings.of(stage(new Deciders.AnyOf(List.of(ORDERS, GROWTH)), Stage.Ping.OWNERS), new PersonId("ana")))
                .containsExactly(new PersonId("dan"), new PersonId("mia"));
        assertThat(pings.of(stage(GROWTH, Stage.Ping.OWNERS), new PersonId("ana")))
                .containsExactly(new PersonId("mia"));
        assertThat(List.<Deciders>of(
                        LEADS,
                        new Deciders.ManagerOf(new PersonId("ana")),
                        new Deciders.SponsorOf(new PersonId("iris")),
                        new Deciders.OwnerOfPath(new PathName("ray-cluster")),
                        new Deciders.Named(new PersonId("kim"))))
                .allSatisfy(each -> assertThat(pings.of(stage(each, Stage.Ping.OWNERS), new PersonId("raj")))
                        .isNotEmpty());
    }

    private static Asking withoutData(String rules) {
        Map<String, String> files = Asking.files(rules);
        files.computeIfPresent(
                "golden-paths/ray-cluster.yaml",
                (name, text) -> text.replaceAll("(?m)^  - \\{name: warehouse.*\\n", ""));
        return Asking.ofFiles(files);
    }

    private static Stage stage(Deciders deciders, Stage.Ping ping) {
        return new Stage(Set.of(new PartName("data")), deciders, 1, "", 0, ping);
    }

    private static String rule(String by) {
        return """
            rules:
              - id: only
                when: "true"
                then: approve
                BY
                because: Ask.
            """.replace("BY", by);
    }

    private static List<Stage> stages(String by) {
        return stages(Asking.withRules(rule(by)).judge("ana", read("sales.orders", 1)));
    }

    private static List<Stage> stages(Judgement judgement) {
        return ((NeedsApproval) judgement.verdict()).stages();
    }
}
