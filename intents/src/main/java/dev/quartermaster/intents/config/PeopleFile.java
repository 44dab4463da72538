package dev.quartermaster.intents.config;

import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.ReservedNamespaces;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code people.yaml}: persons, groups, teams and who owns their budgets. */
final class PeopleFile {
    private static final List<String> KINDS = List.of("person", "service");
    private static final Shape.Entries PERSON = Shape.map()
            .with("id", Shape.text())
            .with("name", Shape.text())
            .perhaps("emails", Shape.list(Shape.form("\\s*[^@\\s]+@[^@\\s]+\\s*")))
            .with("role", NameFormats.WORD)
            .perhaps("sponsor", Shape.text())
            .perhaps("kind", Shape.words(KINDS.toArray(String[]::new)))
            .perhaps("owner", Shape.text())
            .perhaps("slack", Shape.list(NameFormats.SLACK_ACCOUNT));
    private static final Shape.Entries TEAM = Shape.map()
            .with("id", Shape.text())
            .with("title", Shape.text())
            .with("members", Shape.list(Shape.text()))
            .with("manager", Shape.text())
            .with("budget", BudgetEntry.SHAPE)
            .with("channel", NameFormats.CHANNEL)
            .with("namespace", NameFormats.LABEL);
    static final Shape.Entries SHAPE = Shape.map()
            .with("people", Shape.list(PERSON))
            .perhaps("groups", Shape.named(Shape.list(Shape.text())))
            .with("teams", Shape.list(TEAM));

    private final Declared declared;
    private final String currency;
    private final Unique ids = new Unique("The id");
    private final Unique emails = new Unique("The e-mail address");
    private final Unique accounts = new Unique("The Slack account");
    private final Unique teams = new Unique("The team");
    private final Unique namespaces = new Unique("The namespace of another team:");
    private final Unique members = new Unique("A member of another team:");

    PeopleFile(Declared declared, String currency) {
        this.declared = declared;
        this.currency = currency;
    }

    People read(Node root) {
        Fields fields = SHAPE.open(root);
        Map<PersonId, Person> persons = new HashMap<>();
        fields.required("people").list().forEach(each -> person(each).ifPresent(one -> persons.put(one.id(), one)));
        Map<String, Set<PersonId>> groups = new HashMap<>();
        fields.optional("groups")
                .map(Node::names)
                .map(Fields::entries)
                .orElse(Map.of())
                .forEach((name, list) -> {
                    groups.put(name, persons(list));
                });
        Map<TeamId, Team> found = new HashMap<>();
        fields.required("teams").list().forEach(each -> team(each).ifPresent(one -> found.put(one.id(), one)));
        return new People(persons, found, groups);
    }

    private Optional<Person> person(Node node) {
        Fields fields = PERSON.open(node);
        Optional<PersonId> id =
                fields.required("id").as(PersonId::new).filter(one -> ids.first(one.value(), fields.key("id")));
        Optional<String> name = fields.required("name").text();
        Optional<String> role = fields.required("role").as(NameFormats::word);
        boolean service = fields.optional("kind")
                .flatMap(each -> each.oneOf(KINDS))
                .filter("service"::equals)
                .isPresent();
        Optional<PersonId> owner = owner(node, fields, service);
        Optional<Node> written = service ? fields.optional("emails") : Optional.of(fields.required("emails"));
        List<String> addresses = written.map(Node::list).orElse(List.of()).stream()
                .flatMap(each -> each.as(NameFormats::email).filter(one -> emails.first(one, each)).stream())
                .toList();
        List<String> slack = fields.items("slack").stream()
                .flatMap(each -> each.as(NameFormats::slackAccount).filter(one -> accounts.first(one, each)).stream())
                .toList();
        Optional<PersonId> sponsor = fields.optional("sponsor").flatMap(declared::person);
        if (role.equals(Optional.of("intern")) && fields.optional("sponsor").isEmpty()) {
            node.problem("An intern has no sponsor.", "Add sponsor: with the id of who answers for them.");
        }
        if (sponsor.isPresent() && sponsor.equals(id)) {
            fields.key("sponsor").problem("Nobody is their own sponsor.", "Name somebody else.");
        }
        return fields.build(() -> new Person(
                id.orElseThrow(),
                addresses,
                name.orElseThrow(),
                role.orElseThrow(),
                sponsor.orElse(null),
                owner.orElse(null),
                Set.copyOf(slack)));
    }

    private Optional<PersonId> owner(Node node, Fields fields, boolean service) {
        Optional<Node> said = fields.optional("owner");
        if (service && said.isEmpty()) {
            node.problem("A service account has no owner.", "Add owner: with the id of who answers for it.");
        }
        if (!service) {
            said.ifPresent(each ->
                    each.problem("Only a service account has an owner.", "Add kind: service, or take owner away."));
        }
        return service ? said.flatMap(declared::person) : Optional.empty();
    }

    private Optional<Team> team(Node node) {
        Fields fields = TEAM.open(node);
        Optional<TeamId> id =
                fields.required("id").as(TeamId::new).filter(one -> teams.first(one.value(), fields.key("id")));
        Optional<String> title = fields.required("title").text();
        Set<PersonId> people = persons(fields.required("members"));
        fields.items("members").forEach(each -> each.text().ifPresent(one -> members.first(one, each)));
        Optional<PersonId> manager = declared.person(fields.required("manager"));
        Optional<Team.Budget> budget = new BudgetEntry(declared, currency, people).read(fields.required("budget"));
        Optional<String> channel = fields.required("channel").as(NameFormats::channel);
        Optional<String> namespace = fields.required("namespace")
                .as(PeopleFile::namespace)
                .filter(one -> namespaces.first(one, fields.required("namespace")));
        return fields.build(() -> new Team(
                id.orElseThrow(),
                title.orElseThrow(),
                people,
                manager.orElseThrow(),
                budget.orElseThrow(),
                channel.orElseThrow(),
                namespace.orElseThrow()));
    }

    /** The cluster's own are nobody's: what is made for a team is also deleted there. */
    private static String namespace(String name) {
        if (ReservedNamespaces.has(name)) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is the cluster's own namespace and cannot be a team's; use for example team-"
                            + name.replaceFirst("^kube-", ""));
        }
        return NameFormats.label(name);
    }

    private Set<PersonId> persons(Node list) {
        Set<PersonId> found = new LinkedHashSet<>();
        list.list().forEach(each -> declared.person(each).ifPresent(found::add));
        return found;
    }
}
