package dev.quartermaster.actions.lease.reconcile;

import dev.quartermaster.actions.RequestId;
import dev.quartermaster.actions.organisation.SampleBundles;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.actions.request.State;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.Link;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.plan.Price;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Approved requests, by ana of growth, of parts made by the fake provider: eight hours at 0.11 EUR an hour. */
public final class Wishes {
    public static final PersonId ANA = new PersonId("ana");
    static final Duration TERM = Duration.ofHours(8);

    private Wishes() {}

    public static Request of(String... parts) {
        return of(new Term.Unsaid(), "fake", parts);
    }

    static Request of(Term term, String provider, String... parts) {
        return of(term, null, List.of(), provider, parts);
    }

    /** Not before a moment. */
    static Request from(Instant from, String... parts) {
        return of(new Term.Unsaid(), from, List.of(), "fake", parts);
    }

    /** The first part costs 1 EUR an hour, the next 10, and so on. */
    static Request priced(String... parts) {
        List<Price.Line> lines = new ArrayList<>();
        Money rate = Money.of("1", "EUR");
        for (String part : parts) {
            lines.add(new Price.Line(new PartName(part), "cpu", BigDecimal.ONE, rate));
            rate = rate.times(BigDecimal.TEN);
        }
        return of(new Term.Unsaid(), null, lines, "fake", parts);
    }

    private static Request of(
            Term term, @Nullable Instant from, List<Price.Line> lines, String provider, String... parts) {
        RequestId id = RequestId.random();
        PathName path = new PathName("data-science-experimentation");
        List<Part> made = Stream.of(parts)
                .map(name -> new Part(new PartName(name), provider, Map.of(), Set.of(), null))
                .toList();
        List<Link> links = List.of(new Link("JupyterLab", "https://" + id.lease() + ".example/lab", "token"));
        Plan plan = new Plan(path, 3, new TreeMap<>(), made, links, TERM, true);
        Money rate = lines.stream().map(Price.Line::perHour).reduce(Money::plus).orElse(Money.of("0.11", "EUR"));
        Price price = new Price(lines, rate, rate.times(BigDecimal.valueOf(8)), TERM);
        Judgement judgement = new Judgement(
                new Intent.Launch(path, new TreeMap<>(), term, "churn", null, from),
                plan,
                price,
                new Verdict.Allowed(List.of()),
                List.of(),
                "f00d");
        return new Request(
                id,
                ANA,
                SampleBundles.GROWTH,
                "Data science experimentation, 8 h",
                "churn",
                judgement,
                "",
                State.APPROVED,
                List.of(),
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }
}
