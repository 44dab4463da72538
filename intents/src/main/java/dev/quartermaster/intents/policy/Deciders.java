package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.TeamId;
import java.util.List;

/** Who may approve, as a role; which persons that is now is looked up at each click, in {@link Rights}. */
public sealed interface Deciders {
    /** Owner or deputy of a dataset. */
    record OwnerOfData(DatasetName dataset) implements Deciders {}

    /** Owner or deputy of a team's budget. */
    record OwnerOfBudget(TeamId team) implements Deciders {}

    record ManagerOf(PersonId person) implements Deciders {}

    record SponsorOf(PersonId person) implements Deciders {}

    record OwnerOfPath(PathName path) implements Deciders {}

    /** Whoever may decide for any one of them. */
    record AnyOf(List<Deciders> each) implements Deciders {
        public AnyOf {
            each = List.copyOf(each);
        }
    }

    record Group(String name) implements Deciders {}

    record Named(PersonId person) implements Deciders {}
}
