package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Judgement;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.SentenceParts;
import dev.quartermaster.intents.policy.Verdict;
import java.util.Collection;
import java.util.stream.Collectors;

/** Verdicts and names as parts of sentences. */
record Spoken(Rights rights) {
    static final String PLANNED = " is planned and not offered yet";

    static String planned(GoldenPath path) {
        return path.title() + PLANNED + ".";
    }

    /** Whether somebody's yes is needed, and whose. */
    String verdict(Judgement judgement, PersonId asker) {
        return switch (judgement.verdict()) {
            case Verdict.Allowed allowed -> "at once: nobody has to say yes";
            case Verdict.NeedsApproval needs ->
                "after a yes from "
                        + needs.stages().stream()
                                .map(stage -> anyOf(rights.of(stage.deciders(), asker)))
                                .distinct()
                                .collect(Collectors.joining(", and one from "));
            case Verdict.Refused refused ->
                "refused: "
                        + refused.reasons().stream().map(Verdict.Reason::words).collect(Collectors.joining(" "));
        };
    }

    String anyOf(Collection<PersonId> persons) {
        var names = persons.stream().map(rights.people()::name).toList();
        return names.isEmpty() ? "somebody who is not here yet" : SentenceParts.list(names, "or");
    }
}
