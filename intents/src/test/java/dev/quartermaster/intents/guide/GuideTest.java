package dev.quartermaster.intents.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Judgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The default organisation's answers, with nothing spent yet. */
class GuideTest {

    private static final Bundle BUNDLE = DefaultOrganisation.load();

    private static String answer(String text, Duration... took) {
        return answer(BUNDLE, text, took);
    }

    private static String answer(Bundle bundle, String text, Duration... took) {
        return new Guide(bundle, new Measured(List.of(took)))
                .answer(new PersonId("ana"), text)
                .orElse("");
    }

    private record Measured(List<Duration> took) implements Measures {
        @Override
        public Judgement judged(PersonId by, Intent intent) {
            var budget = new BudgetView(Money.of("2000", "EUR"), Map.of());
            return BUNDLE.judge()
                    .judge(new EvaluationRequest(
                            by,
                            intent,
                            new LeaseId("lease-abcdefgh23"),
                            Instant.parse("2026-03-11T10:30:00Z"),
                            budget,
                            null));
        }

        @Override
        public List<Duration> handedOver(PathName path) {
            return took;
        }
    }

    @Test
    void eachSizeAskedAboutHasItsPriceAndWhoseYesItNeeds() {
        var answer = answer(
                "how long does it take to give someone an isolated environment with 2 cores and 2GB ram? What about 16"
                        + " cores? What about 64?",
                Duration.ofSeconds(9),
                Duration.ofSeconds(12),
                Duration.ofSeconds(40));
        assertThat(answer.lines().filter(line -> line.startsWith("•"))).hasSize(3);
        assertThat(answer)
                .contains("2 cores, 2 GiB: 0.11 EUR an hour, 0.88 EUR for the usual 8 hours; at once")
                .contains("16 cores, 2 GiB: 0.81 EUR an hour")
                .contains(
                        "64 cores, 2 GiB: 3.21 EUR an hour, 25.68 EUR for the usual 8 hours; after a yes from Mia Lindqvist or"
                                + " Omar Haddad")
                .contains("12 seconds");
    }

    @Test
    void nothingMeasuredYetIsSaidSo() {
        assertThat(answer("how long does it take to get a notebook?")).contains("has not been measured yet");
    }

    @Test
    void whoMayHaveItIsWhatTheRulesSayForEachKindOfPerson() {
        assertThat(answer("who can spin up a ray cluster?"))
                .contains("You: at once")
                .contains("analysts of Growth");
        assertThat(answer("who can launch a notebook with customer data?")).contains("Lee Okafor or Pat Moreau");
    }

    @Test
    void plannedPathsAreSaidToBePlannedWithTheirData() {
        var planned = DefaultOrganisation.planned("pycharm");
        assertThat(answer(planned, "who can launch PyCharm? what data can PyCharm access?"))
                .contains("PyCharm is planned and not offered yet")
                .contains("synthetic data without asking")
                .contains("Dan Kowalski: product.catalogue (public)");
    }

    @Test
    void pricesComeFromTheList() {
        assertThat(answer("how much is an h100 per hour")).isEqualTo("An h100 costs 4.00 EUR an hour.");
        assertThat(answer("what does a t4 cost?")).isEqualTo("A t4 costs 0.40 EUR an hour.");
        assertThat(answer("what do things cost")).contains("a core 0.05 EUR").contains("a GiB of memory 0.005 EUR");
    }

    @Test
    void aPriceOfWhatWouldBeRefusedSaysSo() {
        assertThat(price(Access.WRITE))
                .contains(" costs nothing. It would be refused as things are: ")
                .endsWith(" Nothing was asked for.");
        assertThat(price(Access.READ)).endsWith(" costs nothing. Nothing was asked for.");
    }

    private static String price(Access access) {
        var term = new Term.For(Duration.ofDays(1));
        var wish = new Intent.Grant(new DatasetName("customer.accounts"), access, term, "", null);
        return new Guide(BUNDLE, new Measured(List.of()))
                .price(new PersonId("ana"), wish)
                .words();
    }

    @Test
    void imagesAndSizesComeFromTheFiles() {
        assertThat(answer("which images are allowed")).contains("quay.io/jupyter/");
        assertThat(answer("what sizes are there"))
                .contains("small (cpu 2, memory 2Gi)")
                .contains("Ray cluster");
    }

    @Test
    void whatIsNoneOfTheseIsLeftToOthers() {
        assertThat(answer("show me how to create a website")).isEmpty();
        assertThat(answer("how much did we spend last month")).isEmpty();
    }
}
