package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.policy.Rehearsal.Change;
import dev.quartermaster.intents.policy.Verdict.Refused;
import dev.quartermaster.intents.policy.rule.Variant;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a rule declares to be about is a part of its condition. */
class RuleScopeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final Asking asking = Asking.defaultOrganisation();
    private final Intent ray = asking.launch("ray-cluster", HOUR);
    private final Intent customers = asking.launch("data-science-customer-data", HOUR);

    @Test
    void aRuleIsAboutItsPathsAndNothingElse() {
        Asking asks = refusing("paths: [ray-cluster, vscode]");
        assertThat(applies(asks, "ana", ray)).isTrue();
        assertThat(applies(asks, "ana", customers)).isFalse();
        assertThat(applies(asks, "ana", read("sales.orders", 1))).isFalse();
    }

    @Test
    void aRuleIsAboutTheTeamsThatPay() {
        Asking asks = refusing("teams: [growth]");
        assertThat(applies(asks, "ana", ray)).isTrue();
        assertThat(applies(asks, "raj", ray)).isFalse();
    }

    @Test
    void oneDatasetThatIsOpenedIsEnoughForWhatIsNotAllowing() {
        assertThat(applies(refusing("datasets: [sales.*]"), "ana", read("sales.orders", 1)))
                .isTrue();
        assertThat(applies(refusing("datasets: [sales.orders]"), "ana", read("sales.*", 1)))
                .isTrue();
        assertThat(applies(refusing("datasets: [sales.returns]"), "ana", read("sales.orders", 1)))
                .isFalse();
        assertThat(applies(refusing("datasets: [customer.*]"), "ana", customers))
                .isTrue();
        assertThat(applies(refusing("datasets: [customer.*]"), "ana", ray)).isFalse();
    }

    @Test
    void whatLetsOneDatasetBeOpenedLetsNoOtherBe() {
        for (String letting : List.of("allow", "approve, by: owner-of-data")) {
            Asking asks = letting("datasets: [sales.orders]", letting);
            assertThat(refused(asks, read("sales.orders", 1))).as(letting).isFalse();
            assertThat(refused(asks, read("sales.*", 1))).as(letting).isTrue();
            assertThat(refused(letting("datasets: [sales.*]", letting), read("sales.*", 1)))
                    .as(letting)
                    .isFalse();
            assertThat(refused(asks, asking.launch("bucket", HOUR))).as(letting).isTrue();
        }
    }

    @Test
    void twoRulesTogetherLetBeOpenedWhatEachNames() {
        Asking asks = Asking.withRules(
                "rules:\n  - {id: one, datasets: [sales.orders], when: 'true', then: allow, because: So.}\n"
                        + "  - {id: other, datasets: [sales.returns], when: 'true', then: approve, by: owner-of-data, because: So.}\n");
        assertThat(asks.judge("ana", read("sales.*", 1)).verdict()).isInstanceOf(Verdict.NeedsApproval.class);
        assertThat(asks.judge("ana", read("sales.orders", 1)).verdict()).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void brokenGlassOpensOnlyWhatItsRuleNames() {
        Asking asks = Asking.withRules("""
            rules:
              - {id: open, when: "true", then: approve, by: owner-of-data, because: So.}
              - {id: glass, datasets: [sales.orders], when: "true", then: break-glass, by: "person:kim", longest: 1h, because: So.}
            """);
        assertThat(given(asks, Variant.lasting(read("sales.orders", 1), HOUR))).isTrue();
        assertThat(given(asks, Variant.lasting(read("sales.*", 1), HOUR))).isFalse();
        assertThat(mayBreakIt(asks, "sales.orders")).contains("Kim Sato");
        assertThat(mayBreakIt(asks, "sales.*")).isEmpty();
    }

    @Test
    void eachKeyThatIsThereMustHold() {
        Asking asks = refusing("paths: [ray-cluster], teams: [risk]");
        assertThat(applies(asks, "raj", ray)).isTrue();
        assertThat(applies(asks, "ana", ray)).isFalse();
        assertThat(applies(asks, "raj", customers)).isFalse();
    }

    @Test
    void aRuleWithoutAnAnswerIsARefusalOnlyWhereItIsAsked() {
        Asking broken = Asking.withRules(OPEN + "  - {id: only, paths: [ray-cluster], when: 1 / (ours.gpus - ours.gpus)"
                + " > 0, then: allow, because: So.}\n");
        assertThat(reasons(broken, ray)).containsExactly("only");
        assertThat(broken.judge("ana", customers).verdict()).isInstanceOf(Verdict.Allowed.class);
    }

    @Test
    void breakingTheGlassIsForWhatItsRuleIsAbout() {
        Asking glass = Asking.withRules(
                OPEN + "  - {id: glass, paths: [ray-cluster], when: 'true', then: break-glass, by: 'person:omar',"
                        + " longest: 4h, because: So.}\n");
        assertThat(emergency(glass, "omar", ray)).isInstanceOf(Verdict.Allowed.class);
        assertThat(((Refused) emergency(glass, "ana", ray)).reasons().getFirst().words())
                .contains("Omar");
        assertThat(((Refused) emergency(glass, "omar", customers))
                        .reasons()
                        .getFirst()
                        .words())
                .contains("do not let you break the glass for this");
        assertThat(((Refused) emergency(glass, "ana", customers))
                        .reasons()
                        .getFirst()
                        .words())
                .doesNotContain("Omar");
    }

    @Test
    void whatWasLookedAtNamesTheScope() {
        assertThat(refusing("paths: [ray-cluster], teams: [growth]")
                        .judge("ana", ray)
                        .facts())
                .containsEntry("path.name", "ray-cluster")
                .containsEntry("team.id", "growth");
        assertThat(refusing("datasets: [sales.*]")
                        .judge("ana", read("sales.orders", 1))
                        .facts())
                .containsKey("datasets");
    }

    @Test
    void aRehearsalOfANarrowerRuleFindsWhomItNoLongerMeets() {
        var past = List.of(asking.asked("ana", ray, null), asking.asked("raj", ray, null));
        var rehearsal = new Rehearsal(side(refusing("teams: [growth, risk]")), side(refusing("teams: [growth]")));
        Rehearsal.Result result = rehearsal.over(past);
        assertThat(result.changed())
                .singleElement()
                .satisfies(changed -> assertThat(changed.asked()).isEqualTo(past.getLast()))
                .satisfies(changed -> assertThat(changed.change()).isEqualTo(Change.NOW_ALLOWED));
    }

    /** The default organisation's rules, once with a condition on the path and once declared: the same answers. */
    @Test
    void declaringSaysTheSameAsTheCondition() {
        String rule = "  - {id: only, %s then: refuse, lift: manager, because: So.}\n";
        Map<String, String> pairs = Map.of(
                "paths: [ray-cluster], when: 'true',", "when: path.name == 'ray-cluster',",
                "datasets: ['customer.*'], when: 'true',", "\"when\": \"datasets.exists(d, d.schema == 'customer')\",",
                "teams: [risk], when: request.gpus == 0,", "\"when\": \"team.id == 'risk' && request.gpus == 0\",");
        pairs.forEach((declared, condition) -> {
            Asking one = Asking.withRules(OPEN + rule.formatted(declared));
            Asking other = Asking.withRules(OPEN + rule.formatted(condition));
            for (Intent wish : List.of(ray, customers, read("sales.orders", 1), read("customer.accounts", 1))) {
                for (String by : List.of("ana", "raj")) {
                    assertThat(one.judge(by, wish).verdict())
                            .as("%s of %s by %s", declared, wish, by)
                            .isEqualTo(other.judge(by, wish).verdict());
                }
            }
        });
    }

    private static final String OPEN = "rules:\n  - {id: open, when: 'true', then: allow, because: So.}\n";

    private static Asking refusing(String scope) {
        return Asking.withRules(
                OPEN + "  - {id: only, " + scope + ", when: 'true', then: refuse, lift: manager, because: So.}\n");
    }

    private static Asking letting(String scope, String then) {
        return Asking.withRules(
                "rules:\n  - {id: only, " + scope + ", when: 'true', then: " + then + ", because: So.}\n");
    }

    private static boolean given(Asking asking, Intent wish) {
        return asking.bundle()
                .judge()
                .emergency(asking.asked("kim", wish, null))
                .given();
    }

    /** Whom ana is sent to. */
    private static String mayBreakIt(Asking asking, String dataset) {
        return ((Refused) emergency(asking, "ana", Variant.lasting(read(dataset, 1), HOUR)))
                .reasons()
                .getFirst()
                .lift();
    }

    private static boolean refused(Asking asking, Intent wish) {
        return asking.judge("ana", wish).verdict() instanceof Refused;
    }

    private static boolean applies(Asking asking, String by, Intent wish) {
        return asking.judge(by, wish).rules().stream()
                .anyMatch(rule -> rule.rule().equals("only"));
    }

    private static Verdict emergency(Asking asking, String by, Intent wish) {
        return asking.bundle()
                .judge()
                .emergency(asking.asked(by, wish, null))
                .judgement()
                .verdict();
    }

    private static List<String> reasons(Asking asking, Intent wish) {
        return ((Refused) asking.judge("ana", wish).verdict())
                .reasons().stream().map(Verdict.Reason::rule).toList();
    }

    private static Rehearsal.Side side(Asking asking) {
        return new Rehearsal.Side(
                asking.bundle().judge(),
                new Rights(asking.bundle().people(), asking.bundle().catalogue()));
    }
}
