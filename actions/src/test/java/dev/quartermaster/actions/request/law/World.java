package dev.quartermaster.actions.request.law;

import static dev.quartermaster.actions.organisation.SampleBundles.GROWTH;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.ApprovalDigest;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Guard;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A small world: a cluster asked for by ana, leads for its GPUs, growth's budget owner for its price. */
public final class World {
    public static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    public static final PersonId ANA = new PersonId("ana");
    private static final PartName CLUSTER = new PartName("cluster");

    private World() {}

    public static Stage leads(int needed) {
        return new Stage(Set.of(CLUSTER), new Deciders.Group("platform-leads"), needed, "it uses GPUs");
    }

    public static Stage budget() {
        return new Stage(Set.of(CLUSTER), new Deciders.OwnerOfBudget(GROWTH), 1, "it costs more than 20 EUR");
    }

    public static Stage then(Stage stage, int order) {
        return new Stage(stage.covers(), stage.deciders(), stage.needed(), stage.because(), order, stage.ping());
    }

    public static Stage by(Deciders deciders) {
        return new Stage(Set.of(CLUSTER), deciders, 1, "because of " + deciders);
    }

    public static Judgement needs(long gpus, Stage... stages) {
        return judgement(gpus, new Verdict.NeedsApproval(List.of(stages), guards(gpus * 10, 2000)));
    }

    public static Judgement allowed(long gpus) {
        return judgement(gpus, new Verdict.Allowed(guards(gpus * 10, 2000)));
    }

    public static Judgement refused(long gpus) {
        return judgement(gpus, new Verdict.Refused(List.of(new Verdict.Reason("r", "No more this month.")), List.of()));
    }

    public static List<Guard> guards(long amount, long limit) {
        return List.of(new Guard(GROWTH, YearMonth.now(SampleBundles.ZONE), eur(amount), eur(limit)));
    }

    public static Judgement judgement(long gpus, Verdict verdict) {
        var values = new TreeMap<String, Value>(Map.of("gpus", new Value.Whole(gpus)));
        var days = Duration.ofDays(3);
        var part = new Part(CLUSTER, "kubernetes", Map.of("gpus", (int) gpus), Set.of(), null);
        var path = new PathName("ray-cluster");
        return new Judgement(
                new Intent.Launch(path, values, new Term.For(days), "churn"),
                new Plan(path, 1, values, List.of(part), List.of(), days, true),
                new Price(List.of(), eur(gpus), eur(gpus * 10), days),
                verdict,
                List.of(new Judgement.Matched("gpus", "approve", "it uses GPUs")),
                "f00d");
    }

    static Request request(Judgement judgement) {
        return new Request(
                new RequestId("req-abcdefghij"),
                ANA,
                GROWTH,
                "Ray cluster",
                "churn",
                judgement,
                ApprovalDigest.of(judgement),
                State.WAITING,
                List.of(),
                null,
                NOW,
                NOW.plus(Duration.ofDays(3)));
    }

    private static Money eur(long amount) {
        return Money.of(Long.toString(amount), "EUR");
    }
}
