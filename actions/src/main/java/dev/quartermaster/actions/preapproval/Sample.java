package dev.quartermaster.actions.preapproval;

import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.BudgetView;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.EvaluationRequest;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Who has to agree to something beforehand: those whom such a launch would ask for its GPUs. */
record Sample(Bundle bundle) {
    private static final LeaseId NONE = new LeaseId("lease-aaaaaaaaaa");

    sealed interface Found {
        record Of(Stage stage) implements Found {}

        /** Why there is nobody to be asked beforehand. */
        record None(String words) implements Found {}
    }

    Found stage(PersonId by, Preapprovals.Window window, Instant now) {
        List<Verdict> verdicts = bundle.catalogue().paths().values().stream()
                .filter(path -> fits(path, window))
                .sorted(Comparator.comparing(GoldenPath::name))
                .map(path -> verdict(path, by, window, now))
                .toList();
        return verdicts.stream()
                .filter(Verdict.NeedsApproval.class::isInstance)
                .map(Verdict.NeedsApproval.class::cast)
                .flatMap(needs -> needs.stages().stream())
                .filter(stage -> forGpus(stage.deciders()))
                .<Found>map(Found.Of::new)
                .findFirst()
                .orElseGet(() -> new Found.None(why(verdicts)));
    }

    private boolean fits(GoldenPath path, Preapprovals.Window window) {
        return !path.planned()
                && path.data().datasets().stream().allMatch(this::open)
                && path.parameter("gpus").isPresent()
                && path.parameter("gpu_kind")
                        .filter(kind -> kind.options().contains(window.gpuKind()))
                        .isPresent();
    }

    private boolean open(DatasetName name) {
        return bundle.catalogue().covered(name).stream()
                .allMatch(dataset -> dataset.dataClass().compareTo(DataClass.INTERNAL) < 0);
    }

    /** Money and data are never agreed on beforehand: their owners see each price and each purpose. */
    private static boolean forGpus(Deciders deciders) {
        return switch (deciders) {
            case Deciders.OwnerOfData data -> false;
            case Deciders.OwnerOfBudget budget -> false;
            case Deciders.ManagerOf manager -> true;
            case Deciders.SponsorOf sponsor -> true;
            case Deciders.OwnerOfPath path -> true;
            case Deciders.AnyOf(var each) -> each.stream().allMatch(Sample::forGpus);
            case Deciders.Group group -> true;
            case Deciders.Named named -> true;
        };
    }

    private Verdict verdict(GoldenPath path, PersonId by, Preapprovals.Window window, Instant now) {
        TreeMap<String, Value> values = new TreeMap<>();
        values.put("gpus", new Value.Whole(window.gpus()));
        values.put("gpu_kind", new Value.Text(window.gpuKind()));
        Intent launch = new Intent.Launch(path.name(), values, new Term.For(Duration.ofHours(1)), "");
        Money perMonth = bundle.people()
                .team(window.team())
                .map(team -> team.budget().perMonth())
                .orElse(Money.zero(bundle.organisation().currency()));
        return bundle.judge()
                .judge(new EvaluationRequest(by, launch, NONE, now, new BudgetView(perMonth, Map.of()), null))
                .verdict();
    }

    private static String why(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict.Refused.class::isInstance)
                .map(Verdict.Refused.class::cast)
                .flatMap(refused -> refused.reasons().stream())
                .map(Verdict.Reason::words)
                .findFirst()
                .orElse(
                        verdicts.isEmpty()
                                ? "No golden path has GPUs of that kind. `/qm help` shows what there is."
                                : "Nobody has to be asked for that, so just launch it.");
    }
}
