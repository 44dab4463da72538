package dev.quartermaster.bot.card.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.lease.Lease;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.bot.card.RandomContent;
import dev.quartermaster.bot.slack.text.Mrkdwn;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ExtendedPriceTest {
    private static final RequestId ID = new RequestId("req-abcdefghij");
    private static final PathName PATH = new PathName("ray-cluster");
    private static final Duration EIGHT = Duration.ofHours(8);
    private static final Instant FROM = Instant.parse("2026-11-05T12:00:00Z");

    @Test
    void whatRunsAsLongAsAskedForCostsWhatWasAskedFor() {
        assertThat(card(EIGHT)).contains("*Price*\\n0.88 EUR in all");
    }

    @Test
    void whatWasExtendedShowsThePriceOfAllTheTimeItHasNow() {
        assertThat(card(Duration.ofHours(32))).contains("*Price*\\n3.52 EUR in all, 2.64 EUR a day");
    }

    private static String card(Duration agreed) {
        Money perHour = Money.of("0.11", "EUR");
        Plan plan = new Plan(PATH, 1, new TreeMap<>(), List.of(), List.of(), EIGHT, true);
        Judgement judgement = new Judgement(
                new Intent.Launch(PATH, new TreeMap<>(), new Term.For(EIGHT), ""),
                plan,
                Price.of(List.of(), perHour, EIGHT),
                new Verdict.Allowed(List.of()),
                List.of(),
                "f00d");
        Request request = new Request(
                ID,
                new PersonId("ana"),
                new TeamId("growth"),
                "Ray cluster, 8 hours",
                "",
                judgement,
                "",
                State.LIVE,
                List.of(),
                null,
                FROM,
                FROM.plus(EIGHT));
        Lease lease = new Lease(
                ID.lease(),
                ID,
                request.by(),
                request.team(),
                "",
                plan,
                Lease.State.LIVE,
                FROM,
                FROM.plus(agreed),
                List.of(),
                List.of(),
                perHour,
                Money.zero("EUR"));
        StatusCard.Shown shown = new StatusCard.Shown(
                request, lease, Mrkdwn.ours(""), "Ready.", List.of(), false, List.of(), true, true);
        return StatusCard.of(shown, new RandomContent(new Random(1)).rights()).blocks();
    }
}
