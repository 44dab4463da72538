package dev.quartermaster.intents.policy.evaluate;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.policy.Stage;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether there are enough different persons for every stage; who asks and whom it is for count for none. */
record Quorum(Rights rights, PersonId asker, PersonId whom) {
    static Quorum of(Rights rights, EvaluationFacts question) {
        return new Quorum(rights, question.asker(), question.whom().id());
    }

    /** The first stage that could never be filled; empty when every one could. */
    Optional<Stage> unfillable(List<Stage> stages) {
        return stages.stream()
                .filter(stage -> others(stage.deciders()).size() < stage.needed())
                .findFirst();
    }

    Set<PersonId> others(Deciders deciders) {
        Set<PersonId> others = new TreeSet<>(rights.of(deciders, asker));
        others.remove(whom);
        return others;
    }
}
