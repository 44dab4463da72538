package dev.quartermaster.intents.policy;

import dev.quartermaster.actions.bundle.PartTypeScan;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.config.BundleFiles;
import dev.quartermaster.intents.config.BundleReader;
import dev.quartermaster.intents.config.Loaded;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * The default organisation with a thousand rules more, of the shapes its own have. Ten of them apply; of the others that
 * are about a golden path, a team or a dataset, those of {@code declared} say so by {@code paths}, {@code teams} and
 * {@code datasets}, and those of {@code conditions} in {@code when}.
 */
@State(Scope.Benchmark)
public class ManyRules {
    private static final int RULES = 1_000;
    private static final int APPLY = 10;

    @Param("")
    public String config = "";

    private Judge few;
    private Judge conditions;
    private Judge declared;
    private EvaluationRequest asked;

    @Setup
    public void read() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofFolder(Path.of(config)));
        few = bundle(files).judge();
        conditions = with(files, false).judge();
        declared = with(files, true).judge();
        Map<String, Value> values = new TreeMap<>(Map.of("gpus", new Value.Whole(4)));
        var wish = new Intent.Launch(
                new PathName("ray-cluster"), new TreeMap<>(values), new Term.For(Duration.ofDays(3)), "churn study");
        asked = new EvaluationRequest(
                new PersonId("ana"),
                wish,
                new LeaseId("lease-aaaaaaaaaa"),
                Instant.parse("2026-06-10T09:00:00Z"),
                new BudgetView(Money.of("2000", "EUR"), Map.of()),
                null);
        if (!rules(conditions()).equals(rules(declared()))
                || rules(declared()).size() != APPLY + rules(few()).size()) {
            throw new IllegalStateException("Not the same rules apply: " + rules(conditions()) + rules(declared()));
        }
    }

    Judgement few() {
        return few.judge(asked);
    }

    Judgement conditions() {
        return conditions.judge(asked);
    }

    Judgement declared() {
        return declared.judge(asked);
    }

    private static List<String> rules(Judgement judgement) {
        return judgement.rules().stream().map(Judgement.Matched::rule).toList();
    }

    private static Bundle with(Map<String, String> files, boolean scopes) {
        Map<String, String> more = new TreeMap<>(files);
        more.put("policies/many.yaml", text(scopes));
        return bundle(more);
    }

    private static Bundle bundle(Map<String, String> files) {
        return switch (new BundleReader(PartTypeScan.found()).read(files)) {
            case Loaded.Ok(var bundle) -> bundle;
            case Loaded.Broken(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private static String text(boolean scopes) {
        var text = new StringBuilder("""
            apiVersion: quartermaster/v1
            kind: Policy
            metadata: {name: many, title: Many, owner: platform}
            rules:
            """);
        for (int i = 0; i < RULES; i++) {
            text.append("  - {id: many-").append(i).append(", ").append(about(i, scopes));
            text.append("\", then: approve, by: owner-of-budget, because: Many rules ask.}\n");
        }
        return text.append("tests: []\n").toString();
    }

    /** One in a hundred applies to four GPUs on ray-cluster for three days, asked for by growth. */
    private static String about(int i, boolean scopes) {
        if (i % 100 == 2) {
            return scoped(scopes, "paths: [ray-cluster]", "path.name == 'ray-cluster'", "request.term > days(2)");
        }
        return switch (i % 5) {
            case 0 ->
                scoped(
                        scopes,
                        "paths: [spark-cluster, rstudio]",
                        "path.name in ['spark-cluster', 'rstudio']",
                        "path.compute && request.gpus >= 5 && price.estimate > money(" + (i + 20) + ")");
            case 1 ->
                scoped(
                        scopes,
                        "datasets: [sales.*]",
                        "datasets.exists(d, d.schema == 'sales')",
                        "request.kind == 'grant' && price.added >= " + i);
            case 2 ->
                scoped(scopes, "paths: [vscode]", "path.name == 'vscode'", "request.term > days(" + (i % 90 + 4) + ")");
            case 3 ->
                scoped(
                        scopes,
                        "teams: [risk, commerce]",
                        "team.id in ['risk', 'commerce']",
                        "person.role == 'intern' && 'group-" + i + "' in person.groups");
            default ->
                scoped(scopes, "teams: [risk]", "team.id == 'risk'", "ours.gpus_of_kind + request.gpus > " + (i + 100));
        };
    }

    private static String scoped(boolean scopes, String declared, String condition, String rest) {
        return scopes ? declared + ", when: \"" + rest : "when: \"" + condition + " && " + rest;
    }
}
