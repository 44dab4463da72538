package dev.quartermaster.intents.people;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Everybody, as the source said at one moment; immutable. */
public record People(Map<PersonId, Person> persons, Map<TeamId, Team> teams, Map<String, Set<PersonId>> groups) {
    /** The group whose members may see all spend and stop anything. */
    public static final String PLATFORM_LEADS = "platform-leads";

    public People {
        persons = Map.copyOf(persons);
        teams = Map.copyOf(teams);
        groups = Map.copyOf(groups);
    }

    /** By any of a person's addresses, as {@link MailAddress} matches; the only way from a Slack account to a person. */
    public Optional<Person> byEmail(String email) {
        return persons.values().stream().filter(person -> person.has(email)).findFirst();
    }

    public Optional<Person> find(PersonId id) {
        return Optional.ofNullable(persons.get(id));
    }

    /** What somebody is called; whoever is not here any more, by their id. */
    public String name(PersonId id) {
        return find(id).map(Person::name).orElse(id.value());
    }

    public Optional<Team> team(TeamId id) {
        return Optional.ofNullable(teams.get(id));
    }

    public Optional<Team> teamOf(PersonId id) {
        return teams.values().stream()
                .filter(team -> team.members().contains(id))
                .findFirst();
    }

    /** Members of a group; an unknown group is empty, so that nobody gets a right by a typing error. */
    public Set<PersonId> group(String name) {
        return groups.getOrDefault(name, Set.of());
    }

    public boolean isPlatformLead(PersonId id) {
        return group(PLATFORM_LEADS).contains(id);
    }

    /** Ids of those who go by this name or first name, in any case; more than one are to be asked about. */
    public List<PersonId> called(String name) {
        String lower = CaseFolding.lower(name);
        return persons.values().stream()
                .filter(person -> {
                    String full = CaseFolding.lower(person.name());
                    return full.equals(lower) || full.startsWith(lower + " ");
                })
                .map(Person::id)
                .sorted(Comparator.comparing(PersonId::value))
                .toList();
    }
}
