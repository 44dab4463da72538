package dev.quartermaster.actions.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Period;
import dev.quartermaster.intents.intent.Target;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTest {
    private final Json json = new Json();

    static Stream<Intent> intents() {
        var target = new Target.Id("lease-abcdefghij");
        var unsaid = new Term.Unsaid();
        var values = new TreeMap<String, Value>(Map.of(
                "gpus", new Value.Whole(4),
                "memory", new Value.Quantity(new BigDecimal("0.50")),
                "idle", new Value.Span(Duration.ofMinutes(90)),
                "image", new Value.Text("a\"b")));
        return Stream.of(
                new Intent.Launch(new PathName("ray-cluster"), values, new Term.For(Duration.ofDays(3)), "churn"),
                new Intent.Grant(new DatasetName("sales.*"), Access.READ, until(), "", new PersonId("raj")),
                new Intent.Grant(new DatasetName("sales.orders"), Access.WRITE, unsaid, "", null),
                new Intent.Extend(new Target.Last(), unsaid),
                new Intent.Resize(new Target.Described("my notebook"), values),
                new Intent.Stop(target),
                new Intent.Resume(target),
                new Intent.Withdraw(target),
                new Intent.Transfer(target, new PersonId("raj")),
                new Intent.Show(Intent.Show.What.ALL, target, true),
                new Intent.Spend(new TeamId("growth"), new Period(LocalDate.EPOCH, LocalDate.EPOCH.plusDays(1))),
                new Intent.Spend(null, null),
                new Intent.Decide(target, Intent.Decide.Choice.DENY, "too dear"),
                new Intent.Run("nightly"),
                new Intent.Find("orders"),
                new Intent.Why(target),
                new Intent.Holders(new DatasetName("sales.orders")),
                new Intent.Holders(null),
                new Intent.Help(""));
    }

    static Stream<Verdict> verdicts() {
        var guard = new Guard(new TeamId("growth"), YearMonth.of(2026, 11), eur("0.88"), eur("2000"));
        Stream<Deciders> deciders = Stream.of(
                new Deciders.OwnerOfData(new DatasetName("sales.orders")),
                new Deciders.OwnerOfBudget(new TeamId("growth")),
                new Deciders.ManagerOf(new PersonId("ana")),
                new Deciders.SponsorOf(new PersonId("iris")),
                new Deciders.OwnerOfPath(new PathName("ray-cluster")),
                new Deciders.Group("platform-leads"),
                new Deciders.Named(new PersonId("kim")));
        List<Stage> stages = deciders.map(
                        who -> new Stage(Set.of(new PartName("head"), new PartName("a")), who, 2, "because"))
                .toList();
        return Stream.of(
                new Verdict.Allowed(List.of(guard)),
                new Verdict.NeedsApproval(stages, List.of(guard)),
                new Verdict.Refused(
                        List.of(new Verdict.Reason("bounds", "words")),
                        List.of(new Verdict.Alternative("8", new Intent.Help("launch"), "launch x"))));
    }

    @Test
    void everyIntentIsAmongTheCases() {
        assertThat(intents().map(Object::getClass).distinct()).hasSize(Intent.class.getPermittedSubclasses().length);
    }

    @ParameterizedTest
    @MethodSource("intents")
    void intentsComeBackAsTheyWere(Intent intent) {
        assertThat(json.read(json.write(intent), Intent.class)).isEqualTo(intent);
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void judgementsComeBackAsTheyWere(Verdict verdict) {
        var judgement = new Judgement(
                intents().findFirst().orElseThrow(),
                plan(),
                price(),
                verdict,
                List.of(new Judgement.Matched("gpus", "approve", "because")),
                "f00d");

        assertThat(json.read(json.write(judgement), Judgement.class)).isEqualTo(judgement);
    }

    @Test
    void nothingPlannedComesBackAsNothing() {
        var judgement = new Judgement(
                new Intent.Help(""), null, null, new Verdict.Refused(List.of(), List.of()), List.of(), "f00d");

        assertThat(json.read(json.write(judgement), Judgement.class)).isEqualTo(judgement);
    }

    @Test
    void moneyIsTextWithItsCurrency() {
        assertThat(json.write(eur("0.880"))).isEqualTo("{\"amount\":\"0.88\",\"currency\":\"EUR\"}");
    }

    @Test
    void equalSetsHaveEqualTexts() {
        Set<String> one = new HashSet<>(List.of("Aa", "BB", "c"));
        Set<String> other = new HashSet<>(List.of("c", "BB", "Aa"));

        assertThat(json.write(one)).isEqualTo(json.write(other)).isEqualTo("[\"Aa\",\"BB\",\"c\"]");
    }

    private static Plan plan() {
        var part = new Part(
                new PartName("head"),
                "kubernetes",
                new TreeMap<>(Map.of("replicas", 4, "cpu", 0.5, "on", true, "list", List.of(Map.of("a", "b")))),
                Set.of(new DatasetName("synthetic.customers")),
                null);
        return new Plan(
                new PathName("ray-cluster"),
                3,
                new TreeMap<>(Map.of("gpus", new Value.Whole(4))),
                List.of(part),
                List.of(new Link("Ray", "https://ray.example", "none")),
                Duration.ofDays(3),
                true);
    }

    private static Price price() {
        var line = new Price.Line(new PartName("head"), "gpu.a100", new BigDecimal("4"), eur("10"));
        return new Price(List.of(line), eur("10"), eur("720"), Duration.ofDays(3));
    }

    private static Term until() {
        return new Term.Until(Instant.parse("2026-11-23T17:00:00Z"));
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
