package dev.quartermaster.actions.rulebook;

import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Rights;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Who a rule file's {@code owner} is right now: a person, a team's members or a group's. */
public record Owners(Rights rights) {
    /** Who may decide on a change somebody else wrote. Whoever wrote it is never among them. */
    public Set<PersonId> deciding(String owner, PersonId proposer) {
        return rights.of(deciders(owner), proposer);
    }

    private Deciders deciders(String owner) {
        Stream<PersonId> person = rights.people().persons().keySet().stream()
                .filter(each -> each.value().equals(owner));
        Optional<Team> team = rights.people().teams().values().stream()
                .filter(each -> each.id().value().equals(owner))
                .findFirst();
        List<Deciders> named = Stream.concat(
                        person,
                        team.map(Team::members).orElse(Set.of()).stream().sorted())
                .map(each -> (Deciders) new Deciders.Named(each))
                .toList();
        return named.isEmpty() ? new Deciders.Group(owner) : new Deciders.AnyOf(named);
    }

    /** Whoever owns everything of these. */
    public Set<PersonId> decidingAll(Set<String> owners, PersonId proposer) {
        return owners.stream()
                .map(owner -> deciding(owner, proposer))
                .reduce((one, other) -> {
                    Set<PersonId> both = new TreeSet<>(one);
                    both.retainAll(other);
                    return both;
                })
                .orElse(Set.of());
    }
}
