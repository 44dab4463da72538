package dev.quartermaster.actions.organisation;

import dev.quartermaster.actions.bundle.Bundles;
import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.DataClass;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.money.Money;
import dev.quartermaster.intents.money.PriceList;
import dev.quartermaster.intents.people.Organisation;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.PeopleSource;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.policy.Judge;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Bundles with memory: people can leave, the source can break, rules can change while a test runs. */
public final class SampleBundles implements Bundles {
    public static final TeamId GROWTH = new TeamId("growth");
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private volatile Judge judge;
    private volatile People people = people();
    private volatile Catalogue catalogue = catalogue();
    private volatile @Nullable String broken;

    public SampleBundles(Judge judge) {
        this.judge = judge;
    }

    @Override
    public Bundle current() {
        return new Bundle(
                "f00d",
                Map.of(),
                new Organisation("Sample", "EUR", ZONE, "approvals", "h", List.of(), true, Duration.ofDays(3)),
                people,
                catalogue,
                new PriceList("EUR", Map.of()),
                judge);
    }

    @Override
    public Bundle byHash(String hash) {
        return current();
    }

    @Override
    public People read() throws PeopleSource.Broken {
        String why = broken;
        if (why != null) {
            throw new PeopleSource.Broken(why);
        }
        return people;
    }

    public void judge(Judge changed) {
        judge = changed;
    }

    /** Golden paths as somebody has changed them. */
    public void offer(Map<PathName, GoldenPath> paths) {
        catalogue = new Catalogue(paths, catalogue.datasets());
    }

    public void breakPeople(@Nullable String why) {
        broken = why;
    }

    public void leave(PersonId person) {
        Map<PersonId, Person> left = new HashMap<>(people.persons());
        left.remove(person);
        people = new People(left, people.teams(), people.groups());
    }

    public void dissolve(TeamId team) {
        Map<TeamId, Team> left = new HashMap<>(people.teams());
        left.remove(team);
        people = new People(people.persons(), left, people.groups());
    }

    public void everybodyIsBack() {
        people = people();
    }

    private static People people() {
        Map<PersonId, Person> persons = new HashMap<>();
        Map.of("ana", "analyst", "iris", "intern", "mia", "manager", "raj", "analyst", "lee", "manager")
                .forEach((name, role) -> add(persons, name, role));
        Map.of("dan", "manager", "omar", "lead", "pat", "lead", "kim", "lead")
                .forEach((name, role) -> add(persons, name, role));
        Map<TeamId, Team> teams = new HashMap<>();
        add(teams, "growth", "2000", List.of("ana", "iris", "mia"), List.of("mia", "omar"));
        add(teams, "risk", "1500", List.of("raj", "lee"), List.of("lee", "pat"));
        add(teams, "commerce", "800", List.of("dan"), List.of("dan", "omar"));
        add(teams, "platform", "5000", List.of("omar", "pat", "kim"), List.of("omar", "pat"));
        return new People(
                persons,
                teams,
                Map.of(People.PLATFORM_LEADS, Set.of(new PersonId("omar"), new PersonId("pat"), new PersonId("kim"))));
    }

    private static void add(Map<PersonId, Person> persons, String name, String role) {
        PersonId id = new PersonId(name);
        PersonId sponsor = role.equals("intern") ? new PersonId("ana") : null;
        String shown = name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
        persons.put(id, new Person(id, List.of(name + "@example.com"), shown, role, sponsor));
    }

    private static void add(
            Map<TeamId, Team> teams, String name, String budget, List<String> members, List<String> owners) {
        PersonId owner = new PersonId(owners.getFirst());
        Set<PersonId> all = Set.copyOf(members.stream().map(PersonId::new).toList());
        var money = new Team.Budget(Money.of(budget, "EUR"), owner, new PersonId(owners.getLast()));
        teams.put(new TeamId(name), new Team(new TeamId(name), name, all, owner, money, name, "team-" + name));
    }

    private static Catalogue catalogue() {
        DatasetName orders = new DatasetName("sales.orders");
        return new Catalogue(
                Map.of(),
                Map.of(
                        orders,
                        new Dataset(
                                orders,
                                "Orders",
                                DataClass.INTERNAL,
                                new PersonId("dan"),
                                new PersonId("omar"),
                                "warehouse",
                                null,
                                List.of())));
    }
}
