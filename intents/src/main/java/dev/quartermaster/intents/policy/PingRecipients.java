package dev.quartermaster.intents.policy;

import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who gets a message about a stage that waits, which is fewer than those who may decide it. A stage that is for the
 * digest pings nobody; where the owner asks, or is nobody any more, everybody else who may decide is told instead.
 */
public record PingRecipients(Rights rights) {
    public Set<PersonId> of(Stage stage, PersonId asker) {
        return switch (stage.pinged()) {
            case DIGEST -> Set.of();
            case DECIDERS -> rights.of(stage.deciders(), asker);
            case OWNERS -> firstHand(stage.deciders(), asker);
        };
    }

    /** Those who decide in their own right, or all who may where there is none. */
    private Set<PersonId> firstHand(Deciders deciders, PersonId asker) {
        Set<PersonId> may = rights.of(deciders, asker);
        Set<PersonId> owners =
                owners(deciders, asker).filter(may::contains).collect(Collectors.toCollection(TreeSet::new));
        return owners.isEmpty() ? may : owners;
    }

    private Stream<PersonId> owners(Deciders deciders, PersonId asker) {
        return switch (deciders) {
            case Deciders.OwnerOfData(var dataset) ->
                rights.catalogue().covered(dataset).stream().map(Dataset::owner);
            case Deciders.OwnerOfBudget(var team) ->
                rights.people().team(team).map(Team::budget).map(Team.Budget::owner).stream();
            case Deciders.AnyOf(var each) -> each.stream().flatMap(one -> firstHand(one, asker).stream());
            case Deciders.ManagerOf manager -> rights.of(manager, asker).stream();
            case Deciders.SponsorOf sponsor -> rights.of(sponsor, asker).stream();
            case Deciders.OwnerOfPath path -> rights.of(path, asker).stream();
            case Deciders.Group group -> rights.of(group, asker).stream();
            case Deciders.Named named -> rights.of(named, asker).stream();
        };
    }
}
