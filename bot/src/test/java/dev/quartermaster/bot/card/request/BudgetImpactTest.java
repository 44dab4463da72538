package dev.quartermaster.bot.card.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BudgetImpactTest {
    private static final TeamId GROWTH = new TeamId("growth");
    private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
    private static final Instant FIFTH = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void whatIsReservedOnceIsNotForecastAgainAndAgain() {
        assertThat(line("100", "900", Set.of(), guard(NOVEMBER, "50")))
                .contains("*950.00 EUR after this*")
                .contains("Forecast for the month: 1000.00 EUR, 1050.00 EUR with this")
                .doesNotContain("more than the budget");
    }

    @Test
    void whatWentAheadIsReservedAlreadyAndNotCountedTwice() {
        assertThat(line("0", "50", Set.of(new PartName("home")), guard(NOVEMBER, "50")))
                .contains("1950.00 EUR left of 2000.00 EUR, *1950.00 EUR after this*")
                .contains("reserved 50.00 EUR, what this needs among it")
                .contains("Forecast for the month: 50.00 EUR _");
    }

    /** Rounded one by one they would be 0.01 and 0.01 used and reserved, and 1999.99 left of 2000. */
    @Test
    void whatStandsOnTheCardAddsUp() {
        assertThat(line("0.005", "0.005", Set.of(), guard(NOVEMBER, "0.885"), guard(NOVEMBER.plusMonths(1), "0.885")))
                .contains("1999.98 EUR left of 2000.00 EUR, *1999.09 EUR after this*")
                .contains("used 0.01 EUR, reserved 0.01 EUR")
                .contains("0.88 EUR of it in December 2026");
    }

    private static Guard guard(YearMonth month, String amount) {
        return new Guard(GROWTH, month, eur(amount), eur("2000"));
    }

    private static String line(String used, String reserved, Set<PartName> opened, Guard... guards) {
        BudgetView budget =
                new BudgetView(eur("2000"), Map.of(NOVEMBER, new BudgetView.Month(eur(used), eur(reserved))));
        Judgement judgement = new Judgement(
                new Intent.Launch(new PathName("ray-cluster"), new TreeMap<>(), new Term.Unsaid(), ""),
                null,
                Price.of(List.of(), eur("1"), Duration.ofHours(50)),
                new Verdict.Allowed(List.of(guards)),
                List.of(),
                "f00d");
        Request request = new Request(
                new RequestId("req-abcdefghij"),
                new PersonId("ana"),
                GROWTH,
                "Ray cluster",
                "",
                judgement,
                "",
                State.WAITING,
                List.of(),
                null,
                FIFTH,
                FIFTH.plusSeconds(60),
                opened,
                null);
        return new BudgetImpact(request, budget, ZoneOffset.UTC, FIFTH).text().value();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
