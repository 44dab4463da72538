package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.DefaultOrganisation;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Access;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Asks the default organisation's judge, at ten in the morning of 10 June 2026 in London, with nothing spent yet. */
public record Asking(Bundle bundle, Instant now, BudgetView.Month spent) {
    public static final LeaseId LEASE = new LeaseId("lease-abcdefgh23");

    public static Asking defaultOrganisation() {
        try {
            return ofFiles(BundleFiles.ofJar());
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    /** The default organisation with these rules alone; what stands before {@code rules:} is added. */
    static Asking withRules(String rules) {
        return ofFiles(files(rules));
    }

    static Map<String, String> files(String rules) {
        try {
            Map<String, String> files = new TreeMap<>(BundleFiles.ofJar());
            files.keySet().removeIf(name -> name.startsWith("policies/"));
            files.put("policies/only.yaml", """
                apiVersion: quartermaster/v1
                kind: Policy
                metadata: {name: only, title: The only rules, owner: platform}
                """ + rules + (rules.contains("tests:") ? "" : "tests: []\n"));
            return files;
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    static Asking ofFiles(Map<String, String> files) {
        return switch (DefaultOrganisation.reader().read(files)) {
            case Loaded.Ok(var bundle) ->
                new Asking(bundle, Instant.parse("2026-06-10T09:00:00Z"), new BudgetView.Month(eur("0"), eur("0")));
            case Loaded.Broken(var problems) ->
                throw new AssertionError(
                        problems.stream().map(Object::toString).collect(Collectors.joining("\n", "\n", "")));
        };
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    Asking at(String instant) {
        return new Asking(bundle, Instant.parse(instant), spent);
    }

    public Asking used(String used, String reserved) {
        return new Asking(bundle, now, new BudgetView.Month(eur(used), eur(reserved)));
    }

    Judgement judge(String by, Intent intent) {
        return bundle.judge().judge(asked(by, intent, null));
    }

    /** On top of what has run since {@code ran} ago and was to run for {@code left} more. */
    Judgement extend(String by, Intent intent, Duration ran, Duration left) {
        return bundle.judge().judge(asked(by, intent, new EvaluationRequest.Already(now.minus(ran), now.plus(left))));
    }

    public EvaluationRequest asked(String by, Intent intent, EvaluationRequest.Already already) {
        PersonId person = new PersonId(by);
        Money perMonth = bundle.people()
                .teamOf(person)
                .map(Team::budget)
                .map(Team.Budget::perMonth)
                .orElse(eur("0"));
        YearMonth month = YearMonth.from(now.atZone(bundle.organisation().zone()));
        return new EvaluationRequest(
                person, intent, LEASE, now, new BudgetView(perMonth, Map.of(month, spent)), already);
    }

    /** @param said {@code gpus=4}, {@code size=medium}, … */
    public Intent launch(String path, Duration length, String... said) {
        GoldenPath golden = bundle.catalogue().path(new PathName(path)).orElseThrow();
        SortedMap<String, Value> values = new TreeMap<>();
        Stream.of(said)
                .map(each -> each.split("=", 2))
                .forEach(each -> values.put(
                        each[0], golden.parameter(each[0]).orElseThrow().type().read(each[1])));
        return new Intent.Launch(golden.name(), values, new Term.For(length), "churn study");
    }

    public static Intent read(String dataset, int days) {
        return grant(dataset, Access.READ, days);
    }

    static Intent write(String dataset, int days) {
        return grant(dataset, Access.WRITE, days);
    }

    private static Intent grant(String dataset, Access access, int days) {
        return new Intent.Grant(
                new DatasetName(dataset), access, new Term.For(Duration.ofDays(days)), "churn study", null);
    }

    /** Who may decide each stage, as "omar|pat needed 2", sorted. */
    Set<String> deciders(Judgement judgement, String asker) {
        var rights = new Rights(bundle.people(), bundle.catalogue());
        Set<String> found = new TreeSet<>();
        if (judgement.verdict() instanceof Verdict.NeedsApproval(var stages, var guards)) {
            for (Stage stage : stages) {
                String who = rights.of(stage.deciders(), new PersonId(asker)).stream()
                        .map(PersonId::value)
                        .collect(Collectors.joining("|"));
                found.add(who + (stage.needed() > 1 ? " needed " + stage.needed() : ""));
            }
        }
        return found;
    }
}
