package dev.quartermaster.intents.policy;

import static dev.quartermaster.intents.policy.Asking.eur;
import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.money.Money;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class GuardsTest {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final YearMonth JUNE = YearMonth.of(2026, 6);

    private final Asking asking = Asking.defaultOrganisation();

    @Test
    void withoutAnOverrunTheLimitIsTheMonthsBudget() {
        assertThat(guards(asking.judge("ana", notebook(Duration.ofHours(8)))))
                .containsExactly(new Guard(
                        asking.bundle()
                                .people()
                                .teamOf(new dev.quartermaster.intents.people.PersonId("ana"))
                                .orElseThrow()
                                .id(),
                        JUNE,
                        eur("0.88"),
                        eur("2000")));
    }

    @Test
    void anApprovedOverrunRaisesTheLimitToHalfAsMuchAgain() {
        assertThat(guards(asking.used("1999.90", "0").judge("ana", notebook(Duration.ofHours(8)))))
                .extracting(Guard::limit)
                .containsExactly(eur("3000"));
    }

    @Test
    void onlyTheMonthThatOverrunsIsRaised() {
        Asking late = asking.at("2026-06-29T23:00:00Z").used("1999.90", "0");
        assertThat(guards(late.judge("ana", notebook(Duration.ofDays(2)))))
                .extracting(Guard::limit)
                .containsExactly(eur("3000"), eur("2000"));
    }

    @Test
    void whatCostsNothingIsNotGuarded() {
        assertThat(guards(asking.judge("ana", Asking.read("product.catalogue", 14))))
                .isEmpty();
    }

    @Test
    void anExtensionGuardsItsNewPartOnly() {
        Judgement judgement =
                asking.extend("ana", notebook(Duration.ofDays(4)), Duration.ofDays(2), Duration.ofDays(1));
        assertThat(judgement.price().ceiling()).isEqualTo(eur("10.56"));
        assertThat(guards(judgement)).extracting(Guard::amount).containsExactly(eur("2.64"));
    }

    /** It costs 0.01 an hour and would cost 0.11, with a day to go: that day's difference is new money, and guarded as a launch is. */
    @Test
    void enlargingGuardsWhatItAddsUpToTheEnd() {
        Intent notebook = notebook(Duration.ofDays(3));
        Instant now = asking.asked("ana", notebook, null).now();
        Instant since = now.minus(Duration.ofDays(2));
        Instant until = now.plus(Duration.ofDays(1));
        EvaluationRequest same = asking.asked("ana", notebook, new EvaluationRequest.Already(since, until));
        EvaluationRequest larger =
                asking.asked("ana", notebook, new EvaluationRequest.Already(since, until, eur("0.01")));

        assertThat(guards(asking.bundle().judge().judge(same))).isEmpty();
        assertThat(guards(asking.bundle().judge().judge(larger)))
                .extracting(Guard::amount)
                .containsExactly(eur("2.40"));
    }

    @Test
    void anExtensionOver20EurInAllIsTheBudgetOwners() {
        Judgement judgement =
                asking.extend("ana", notebook(Duration.ofHours(182)), Duration.ofHours(100), Duration.ofHours(80));
        assertThat(asking.deciders(judgement, "ana")).containsExactly("mia|omar");
    }

    @Test
    void whereNoRuleAllowsAnOverrunThereIsNone() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
        files.remove("policies/budget.yaml");
        files.computeIfPresent(
                "policies/interns.yaml", (name, text) -> text.replaceAll("(?s)\ntests:.*", "\ntests: []\n"));
        Asking strict = Asking.ofFiles(files);
        assertThat(strict.used("1999.12", "0")
                        .judge("ana", notebook(Duration.ofHours(8)))
                        .verdict())
                .isInstanceOf(Verdict.Allowed.class);
        var refused = (Verdict.Refused) strict.used("1999.13", "0")
                .judge("ana", notebook(Duration.ofHours(8)))
                .verdict();
        assertThat(refused.reasons()).extracting(Verdict.Reason::rule).containsExactly("budget");
        assertThat(refused.reasons().getFirst().words())
                .contains("more than Growth has left", "Mia")
                .as("how much is left is the team's own, and a refusal may be read by others")
                .doesNotContain("0.87");
    }

    @Test
    void anAmountIsSplitAtTheMonthsEndOfTheOrganisation() {
        // London is an hour ahead of UTC in June: its July starts at 23:00Z.
        assertThat(split("30", "2026-06-30T13:00:00Z", "2026-07-01T04:00:00Z"))
                .isEqualTo(Map.of(JUNE, eur("20"), JUNE.plusMonths(1), eur("10")));
        assertThat(split("30", "2026-06-30T13:00:00Z", "2026-06-30T23:00:00Z")).isEqualTo(Map.of(JUNE, eur("30")));
    }

    @Test
    void theHourThatSummerTimeTakesIsNotCharged() {
        // London, 29 March 2026: 01:00 becomes 02:00. Three days to 1 April 00:00 are 71 hours, then one more hour.
        assertThat(split("72", "2026-03-29T00:00:00Z", "2026-04-01T00:00:00Z"))
                .isEqualTo(Map.of(YearMonth.of(2026, 3), eur("71"), YearMonth.of(2026, 4), eur("1")));
    }

    @Test
    void thePiecesAddUpExactly() {
        Map<YearMonth, Money> pieces = split("10", "2026-01-31T10:00:07Z", "2026-04-02T03:00:00Z");
        assertThat(pieces).hasSize(4);
        assertThat(pieces.values().stream().reduce(eur("0"), Money::plus)).isEqualTo(eur("10"));
    }

    private static Map<YearMonth, Money> split(String amount, String from, String to) {
        return MonthlySplit.split(eur(amount), Instant.parse(from), Instant.parse(to), LONDON);
    }

    private Intent notebook(Duration length) {
        return asking.launch("data-science-experimentation", length);
    }

    private static List<Guard> guards(Judgement judgement) {
        return switch (judgement.verdict()) {
            case Verdict.Allowed(var guards) -> guards;
            case Verdict.NeedsApproval(var stages, var guards) -> guards;
            case Verdict.Refused refused -> throw new AssertionError(refused);
        };
    }
}
