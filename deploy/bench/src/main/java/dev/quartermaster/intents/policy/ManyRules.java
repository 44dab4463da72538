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
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The default organisation with rules of the shapes its own have, until there are a thousand; a few of the added apply. */
@State(Scope.Benchmark)
public class ManyRules {
    private static final int RULES = 1_000;

    @Param("")
    public String config = "";

    private Judge few;
    private Judge many;
    private EvaluationRequest asked;

    @Setup
    public void read() throws IOException {
        Map<String, String> files = new TreeMap<>(BundleFiles.ofFolder(Path.of(config)));
        few = bundle(files).judge();
        files.put("policies/many.yaml", rules());
        Bundle bundle = bundle(files);
        many = bundle.judge();
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
    }

    Judgement few() {
        return few.judge(asked);
    }

    Judgement many() {
        return many.judge(asked);
    }

    private static Bundle bundle(Map<String, String> files) {
        return switch (new BundleReader(PartTypeScan.found()).read(files)) {
            case Loaded.Ok(var bundle) -> bundle;
            case Loaded.Broken(var problems) -> throw new IllegalStateException(problems.toString());
        };
    }

    private static String rules() {
        var text = new StringBuilder("""
            apiVersion: quartermaster/v1
            kind: Policy
            metadata: {name: many, title: Many, owner: platform}
            rules:
            """);
        for (int i = 0; i < RULES; i++) {
            text.append("  - {id: many-").append(i).append(", when: \"").append(when(i));
            text.append("\", then: approve, by: owner-of-budget, because: Many rules ask.}\n");
        }
        return text.append("tests: []\n").toString();
    }

    /** One in a hundred applies to four GPUs for three days. */
    private static String when(int i) {
        return switch (i % 5) {
            case 0 -> "path.compute && request.gpus >= 5 && price.estimate > money(" + (i + 20) + ")";
            case 1 ->
                "request.kind == 'grant' && datasets.exists(d, d.class == 'internal' && d.name == 'team.t" + i + "')";
            case 2 ->
                "path.name in ['ray-cluster', 'vscode'] && request.term > days(" + (i % 100 == 2 ? 2 : i % 90 + 4)
                        + ")";
            case 3 -> "person.role == 'intern' && 'group-" + i + "' in person.groups && price.day > money(" + i + ")";
            default -> "ours.gpus_of_kind + request.gpus > " + (i + 100) + " && team.id != 'team-" + i + "'";
        };
    }
}
