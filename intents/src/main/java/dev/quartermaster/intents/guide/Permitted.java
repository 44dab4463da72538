package dev.quartermaster.intents.guide;

import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.config.Bundle;
import dev.quartermaster.intents.intent.Intent;
import dev.quartermaster.intents.intent.Term;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.people.PersonId;
import dev.quartermaster.intents.people.Team;
import dev.quartermaster.intents.policy.Rights;
import dev.quartermaster.intents.reading.slash.CommandText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who may have a golden path as it comes: judged for one of each role in each team, so that the rules themselves answer. */
final class Permitted {
    private static final int MOST = 40;

    private final Bundle bundle;
    private final Measures measures;
    private final Spoken spoken;

    Permitted(Bundle bundle, Measures measures) {
        this.bundle = bundle;
        this.measures = measures;
        this.spoken = new Spoken(new Rights(bundle.people(), bundle.catalogue()));
    }

    String on(PersonId asker, GoldenPath path) {
        if (path.planned()) {
            return Spoken.planned(path) + " Nobody can have one so far; the rules for compute will hold for it.";
        }
        var wish = new Intent.Launch(path.name(), new TreeMap<>(), new Term.Unsaid(), "");
        var mine = spoken.verdict(measures.judged(asker, wish), asker);
        Map<String, List<String>> byVerdict = new LinkedHashMap<>();
        kinds().forEach((kind, one) -> byVerdict
                .computeIfAbsent(
                        spoken.verdict(measures.judged(one.id(), wish), one.id()), verdict -> new ArrayList<>())
                .add(kind));
        return path.title() + " as it comes. You: " + mine + ".\n"
                + byVerdict.entrySet().stream()
                        .map(each -> "• " + String.join(", ", each.getValue()) + ": " + each.getKey() + ".")
                        .collect(Collectors.joining("\n"));
    }

    /** Whose yes it would need of this asker. */
    String on(PersonId asker, Intent wish) {
        return "`/qm " + CommandText.of(wish) + "`, if you asked for it: "
                + spoken.verdict(measures.judged(asker, wish), asker) + ". Nobody was asked.";
    }

    /** One person of each role in each team, by what such people are called. */
    private Map<String, Person> kinds() {
        Map<String, Person> kinds = new TreeMap<>();
        bundle.people().persons().values().stream()
                .sorted(Comparator.comparing(Person::id))
                .forEach(person -> bundle.people()
                        .teamOf(person.id())
                        .map(Team::title)
                        .ifPresent(team -> kinds.putIfAbsent(person.role() + "s of " + team, person)));
        return kinds.entrySet().stream()
                .limit(MOST)
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
