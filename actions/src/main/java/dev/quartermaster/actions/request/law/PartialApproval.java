package dev.quartermaster.actions.request.law;

import dev.quartermaster.actions.request.ApprovalTally;
import dev.quartermaster.actions.request.Request;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Plan;
import dev.quartermaster.intents.policy.Stage;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which parts of a request may be handed over on the yeses there are, where its golden path lets parts go ahead. */
record PartialApproval(Request request, Catalogue catalogue) {
    /** Not handed over yet, and no stage that still waits covers them; none where everything waits for everything. */
    Set<PartName> due() {
        boolean early = start().map(GoldenPath.Start::early).orElse(false);
        if (!early || request.extending() != null) {
            return Set.of();
        }
        Set<PartName> waiting = new ApprovalTally(request.stages(), request.clicks())
                .open().stream()
                        .map(request.stages()::get)
                        .map(Stage::covers)
                        .flatMap(Set::stream)
                        .collect(Collectors.toSet());
        Set<PartName> due = rest();
        due.removeAll(waiting);
        return due;
    }

    /** What is not handed over yet. */
    Set<PartName> rest() {
        Set<PartName> rest = new TreeSet<>();
        Optional.ofNullable(request.judgement().plan())
                .ifPresent(plan -> plan.parts().stream().map(Part::name).forEach(rest::add));
        rest.removeAll(request.opened());
        return rest;
    }

    /** Whether what was handed over stays where the rest is not to be. */
    boolean kept() {
        return start().map(GoldenPath.Start::kept).orElse(true);
    }

    private Optional<GoldenPath.Start> start() {
        return Optional.ofNullable(request.judgement().plan())
                .map(Plan::path)
                .flatMap(catalogue::path)
                .map(GoldenPath::start);
    }
}
