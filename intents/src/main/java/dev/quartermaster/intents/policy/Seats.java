package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.people.PersonId;
import java.util.List;
import java.util.Optional;

/** Looks whether enough different persons could say the yeses that are needed, the asker being nobody's decider. */
record Seats(Rights rights) {
    /** The first stage that could never be filled; empty when every one could. */
    Optional<Stage> unfillable(List<Stage> stages, PersonId asker) {
        return stages.stream()
                .filter(stage -> rights.of(stage.deciders(), asker).size() < stage.needed())
                .findFirst();
    }
}
