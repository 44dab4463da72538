package dev.quartermaster.intents.policy.rule;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.DatasetName;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.policy.Deciders;
import dev.quartermaster.intents.policy.facts.EvaluationFacts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who a rule names, before it is known for which request: {@code owner-of-data} is somebody else each time. */
public sealed interface Role {
    record OwnerOfData() implements Role {}

    record OwnerOfBudget() implements Role {}

    record Manager() implements Role {}

    record Sponsor() implements Role {}

    record OwnerOfPath() implements Role {}

    record Group(String name) implements Role {}

    record Named(PersonId person) implements Role {}

    List<String> WORDS = List.of(
            "owner-of-data", "owner-of-budget", "manager", "sponsor", "owner-of-path", "group:<name>", "person:<id>");

    /** @throws IllegalArgumentException for a word that names nobody */
    static Role of(String word) {
        return switch (word) {
            case "owner-of-data" -> new OwnerOfData();
            case "owner-of-budget" -> new OwnerOfBudget();
            case "manager" -> new Manager();
            case "sponsor" -> new Sponsor();
            case "owner-of-path" -> new OwnerOfPath();
            default -> prefixed(word);
        };
    }

    private static Role prefixed(String word) {
        if (word.startsWith("group:")) {
            return new Group(word.substring("group:".length()));
        }
        if (word.startsWith("person:")) {
            return new Named(new PersonId(word.substring("person:".length())));
        }
        throw new IllegalArgumentException("\"" + word + "\" names nobody; use one of " + String.join(", ", WORDS));
    }

    /** The deciders of one question; several where several owners must each say yes, none where there is no such thing. */
    default List<Deciders> in(EvaluationFacts question, Catalogue catalogue) {
        return switch (this) {
            case OwnerOfData() -> owners(question.owned(), catalogue);
            case OwnerOfBudget() ->
                List.of(new Deciders.OwnerOfBudget(question.team().id()));
            case Manager() -> List.of(new Deciders.ManagerOf(question.person().id()));
            case Sponsor() -> List.of(new Deciders.SponsorOf(question.person().id()));
            case OwnerOfPath() ->
                List.of(new Deciders.OwnerOfPath(question.plan().path()));
            case Group(var name) -> List.of(new Deciders.Group(name));
            case Named(var person) -> List.of(new Deciders.Named(person));
        };
    }

    /** One owner is asked once for a schema that is all theirs, otherwise once a dataset. */
    private static List<Deciders> owners(List<Dataset> datasets, Catalogue catalogue) {
        Map<String, Set<DatasetName>> schemas = new LinkedHashMap<>();
        datasets.forEach(dataset -> schemas.computeIfAbsent(dataset.name().schema(), any -> new LinkedHashSet<>())
                .add(dataset.name()));
        return schemas.entrySet().stream()
                .flatMap(schema -> asked(schema.getKey(), schema.getValue(), catalogue).stream())
                .<Deciders>map(Deciders.OwnerOfData::new)
                .toList();
    }

    private static Collection<DatasetName> asked(String schema, Set<DatasetName> names, Catalogue catalogue) {
        DatasetName all = new DatasetName(schema + ".*");
        boolean oneOwner = catalogue.covered(all).stream()
                        .map(dataset -> List.of(dataset.owner(), String.valueOf(dataset.deputy())))
                        .distinct()
                        .count()
                == 1;
        return names.size() > 1 && oneOwner ? List.of(all) : names;
    }
}
