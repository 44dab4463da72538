package dev.quartermaster.intents.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Verdict.Alternative;
import dev.quartermaster.intents.policy.Verdict.Refused;
import dev.quartermaster.intents.policy.evaluate.RoundLengths;
import dev.quartermaster.intents.policy.rule.Variant;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is offered instead of what is refused: of round sizes, the same wish otherwise, and no way to read a budget off it. */
class OffersTest {
    private static final Asking ASKING = Asking.defaultOrganisation();

    @Test
    void whatIsOfferedOutOfABudgetIsRoundAndForThoseWhoSeeTheMoney() {
        // 0.11 EUR an hour; 150 % of 2,000 EUR are 3,000, so 16.50 EUR are left: 150 hours, or 6 days 6 hours.
        Refused refused = refused(ASKING.used("2983.5", "0"), ASKING.launch("data-science-experimentation", days(13)));

        assertThat(refused.alternatives())
                .singleElement()
                .satisfies(offer -> assertThat(offer.label()).isEqualTo("6 days"))
                .satisfies(offer -> assertThat(offer.open()).isFalse());
        assertThat(refused.reasons())
                .allSatisfy(reason -> assertThat(reason.words() + reason.limit())
                        .doesNotContain("16.5", "2983", "2,983", "3000", "3,000"));
    }

    @Test
    void whatIsOfferedByTheBoundsIsForAnybody() {
        Refused refused = refused(ASKING, ASKING.launch("ray-cluster", Duration.ofHours(8), "gpus=12"));

        assertThat(refused.alternatives()).singleElement().matches(Alternative::open);
    }

    @Test
    void anOfferSaysAllThatWasJudged() {
        var whole = new Intent.Launch(
                new PathName("ray-cluster"),
                new TreeMap<>(((Intent.Launch) ASKING.launch("ray-cluster", days(1), "gpus=12")).parameters()),
                new Term.For(days(1)),
                "churn \"2026\"",
                new PersonId("iris"),
                ASKING.now().plus(days(3)));
        for (Alternative offer : refused(ASKING, whole).alternatives()) {
            assertThat(offer.command()).isEqualTo(CommandText.of(offer.intent()));
            assertThat(offer.command())
                    .contains("--to iris", "--from 2026-06-13T09:00:00Z", "--purpose \"churn \\\"2026\\\"\"");
        }
    }

    @Test
    void lengthsAreRoundedDownToWholeDaysAndHours() {
        assertThat(List.of(rounded("PT149H"), rounded("PT47H59M"), rounded("PT61M"), rounded("PT59M30S")))
                .containsExactly(
                        Duration.ofHours(144), Duration.ofHours(47), Duration.ofHours(1), Duration.ofMinutes(59));
    }

    @Test
    void ofAnExtensionWhatIsAddedIsRound() {
        EvaluationRequest asked = ASKING.asked(
                "ana",
                ASKING.launch("ray-cluster", days(20)),
                new EvaluationRequest.Already(
                        ASKING.now().minus(Duration.ofMinutes(90)), ASKING.now().plus(Duration.ofMinutes(30))));

        Intent near = RoundLengths.rounded(asked, ASKING.launch("ray-cluster", days(14)));

        assertThat(Variant.term(near)).isEqualTo(new Term.For(days(13).plusHours(2)));
    }

    private static Duration rounded(String length) {
        EvaluationRequest asked = ASKING.asked("ana", ASKING.launch("ray-cluster", days(20)), null);
        Term term = Variant.term(RoundLengths.rounded(asked, ASKING.launch("ray-cluster", Duration.parse(length))));
        return ((Term.For) term).length();
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }

    private static Refused refused(Asking asking, Intent wish) {
        return (Refused) asking.judge("ana", wish).verdict();
    }
}
