package dev.quartermaster.intents.policy.file;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.part.Shape;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.people.TeamId;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.policy.Circumstances;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.Holding;
import dev.quartermaster.intents.policy.Preapproval;
import dev.quartermaster.intents.policy.rule.Role;
import dev.quartermaster.intents.yaml.Fields;
import dev.quartermaster.intents.yaml.Node;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Reads the {@link Circumstances} of a rule file's test: {@code held: [{by: ana, launch: ray-cluster, gpus: 2}]} and
 * {@code preapproved: [{team: growth, gpus: 2, until: 2026-06-12T16:00:00Z, by: group:platform-leads}]}.
 */
record AroundEntry(People people, Catalogue catalogue) {
    private static final String STANDARD_KIND = "a100";
    private static final Shape WHOLE = Shape.count(Long.MIN_VALUE, Long.MAX_VALUE);
    private static final Shape.Entries HELD = Shape.map()
            .with("by", Shape.text())
            .with("launch", Shape.text())
            .perhaps("gpus", WHOLE)
            .perhaps("kind", Shape.text());
    private static final Shape.Entries PREAPPROVED = Shape.map()
            .with("team", Shape.text())
            .with("gpus", WHOLE)
            .perhaps("kind", Shape.text())
            .with("until", Shape.text())
            .with("by", Shape.text());
    static final Shape.Entries SHAPE =
            Shape.map().perhaps("held", Shape.list(HELD)).perhaps("preapproved", Shape.list(PREAPPROVED));

    Circumstances read(Fields fields) {
        List<Holding> held = fields.items("held").stream()
                .flatMap(node -> held(node).stream())
                .toList();
        List<Preapproval> preapproved = fields.items("preapproved").stream()
                .flatMap(node -> preapproved(node).stream())
                .toList();
        return new Circumstances(held, preapproved);
    }

    private Optional<Holding> held(Node node) {
        Fields fields = HELD.open(node);
        Optional<Person> by = RuleTestEntry.known(fields.required("by"), PersonId::new, people.persons());
        Optional<Team> team = by.flatMap(person -> people.teamOf(person.id()));
        Optional<GoldenPath> path = RuleTestEntry.known(fields.required("launch"), PathName::new, catalogue.paths());
        long gpus = fields.optional("gpus").flatMap(Node::whole).orElse(0L);
        String kind = fields.optional("kind").flatMap(Node::text).orElse(gpus > 0 ? STANDARD_KIND : "");
        if (by.isPresent() && team.isEmpty()) {
            fields.key("by").problem(by.get().id() + " is in no team.", "Take somebody who is.");
        }
        return fields.build(() -> new Holding(
                new LeaseId("lease-bbbbbbbbbb"),
                by.orElseThrow().id(),
                team.orElseThrow().id(),
                path.orElseThrow().name(),
                gpus,
                kind,
                path.orElseThrow().compute()));
    }

    private Optional<Preapproval> preapproved(Node node) {
        Fields fields = PREAPPROVED.open(node);
        Optional<Team> team = RuleTestEntry.known(fields.required("team"), TeamId::new, people.teams());
        Optional<Long> gpus = fields.required("gpus").whole();
        String kind = fields.optional("kind").flatMap(Node::text).orElse(STANDARD_KIND);
        Optional<Instant> until = moment(fields.required("until"));
        Optional<Role> by = new ApproverSpecEntry(people).role(fields.required("by"));
        Optional<Deciders> deciders = by.flatMap(role -> team.flatMap(each -> deciders(role, each)));
        if (by.isPresent() && team.isPresent() && deciders.isEmpty()) {
            fields.key("by")
                    .problem("This is somebody else each time.", "Use owner-of-budget, group:<name> or person:<id>.");
        }
        return fields.build(() -> new Preapproval(
                "a-test",
                team.orElseThrow().id(),
                gpus.orElseThrow(),
                kind,
                until.orElseThrow(),
                deciders.orElseThrow()));
    }

    private static Optional<Deciders> deciders(Role role, Team team) {
        return switch (role) {
            case Role.OwnerOfBudget() -> Optional.of(new Deciders.OwnerOfBudget(team.id()));
            case Role.Group(var name) -> Optional.of(new Deciders.Group(name));
            case Role.Named(var person) -> Optional.of(new Deciders.Named(person));
            case Role.OwnerOfData() -> Optional.empty();
            case Role.Manager() -> Optional.empty();
            case Role.Sponsor() -> Optional.empty();
            case Role.OwnerOfPath() -> Optional.empty();
        };
    }

    static Optional<Instant> moment(Node node) {
        return node.as(text -> {
            try {
                return Instant.parse(text);
            } catch (DateTimeException unreadable) {
                throw new IllegalArgumentException(
                        "\"" + text + "\" is not a moment such as 2026-06-12T16:00:00Z", unreadable);
            }
        });
    }
}
