package dev.quartermaster.bot.check;

import dev.quartermaster.actions.provider.Order;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.catalogue.GoldenPath.PartTemplate;
import dev.quartermaster.intents.catalogue.PathName;
import dev.quartermaster.intents.catalogue.Value;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.plan.Draft;
import dev.quartermaster.intents.plan.LeaseId;
import dev.quartermaster.intents.plan.Outputs;
import dev.quartermaster.intents.plan.Part;
import dev.quartermaster.intents.plan.PartName;
import dev.quartermaster.intents.plan.Planner;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What golden paths come to for somebody who asks for them: the first member of the first team. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-06-10T09:00:00Z");
    private static final String DURATION = "duration";
    private static final String DIGITS = "abcdefghijklmnopqrstuvwxyz234567";

    private final Bundle bundle;
    private final Planner planner;
    private final Person person;
    private final Team team;
    private final List<PathName> paths = new ArrayList<>();

    private Samples(Bundle bundle, Team team, Person person) {
        this.bundle = bundle;
        this.planner = new Planner(bundle.organisation(), bundle.catalogue(), bundle.prices());
        this.team = team;
        this.person = person;
        bundle.catalogue().paths().keySet().stream().sorted().forEach(paths::add);
    }

    /** Empty where no team has a member: then nobody can ask for anything. */
    static Optional<Samples> of(Bundle bundle) {
        return bundle.people().teams().values().stream()
                .sorted(Comparator.comparing(team -> team.id().value()))
                .flatMap(team -> team.members().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .flatMap(id -> bundle.people().find(id).stream())
                        .map(person -> new Samples(bundle, team, person)))
                .findFirst();
    }

    Stream<Team> teams() {
        return bundle.people().teams().values().stream();
    }

    Draft draft(GoldenPath path, SortedMap<String, Value> values) {
        return planner.draft(wish(path, values), person, team, lease(path), NOW);
    }

    static Intent.Launch wish(GoldenPath path, SortedMap<String, Value> values) {
        SortedMap<String, Value> others = new TreeMap<>(values);
        Term term =
                others.remove(DURATION) instanceof Value.Span(var length) ? new Term.For(length) : new Term.Unsaid();
        return new Intent.Launch(path.name(), others, term, "say \"hello\": ${p.cpu} # {{x}}");
    }

    /** Each golden path's own, so that two of them never make the same object. */
    LeaseId lease(GoldenPath path) {
        int number = paths.indexOf(path.name());
        var name = new StringBuilder();
        for (int i = 0; i < 10; i++) {
            name.append(DIGITS.charAt(number % DIGITS.length()));
            number /= DIGITS.length();
        }
        return new LeaseId("lease-" + name);
    }

    Order order(GoldenPath path, Part part) {
        return new Order(
                lease(path),
                filled(path, part),
                new Order.Owner(person.id()),
                new Order.Team(team.id(), team.namespace()),
                NOW.plusSeconds(3600),
                1);
    }

    /** With a word in place of whatever other parts would give. */
    Part filled(GoldenPath path, Part part) {
        Map<PartName, Map<String, String>> given = new HashMap<>();
        for (PartTemplate each : path.parts()) {
            Map<String, String> outputs = new HashMap<>();
            each.type().outputs().forEach(output -> outputs.put(output, "https://example.invalid/" + output));
            given.put(new PartName(each.name()), outputs);
        }
        return Outputs.of(given).filled(part);
    }
}
