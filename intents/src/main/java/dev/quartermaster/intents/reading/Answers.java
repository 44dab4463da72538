package dev.quartermaster.intents.reading;

import dev.quartermaster.intents.catalogue.Catalogue;
import dev.quartermaster.intents.catalogue.Dataset;
import dev.quartermaster.intents.catalogue.GoldenPath;
import dev.quartermaster.intents.people.People;
import dev.quartermaster.intents.people.Person;
import dev.quartermaster.intents.reading.slash.Commands;
import dev.quartermaster.intents.reading.text.Nearest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What is said where nothing is to be done. Plain text. */
final class Answers {

    static final String SMALL_TALK =
            "I hand out environments, data access and clusters. Say what you need, or type /qm help.";
    static final String NOT_OURS =
            "That is nothing I can do. I hand out environments, data access and clusters, and tell what"
                    + " they cost: type /qm help to see how to ask.";
    static final String DECIDE_BY_BUTTON =
            "I take a decision only from the buttons on the request's card, from a word in that"
                    + " request's own thread, or from /qm approve and /qm deny with its id.";
    private static final double ALIKE = 0.75;
    private static final int SHOWN = 5;

    private Answers() {}

    /** Help on the path or the command that is asked about; how-to first, because nothing is started by asking how. */
    static String help(String query, String said, Catalogue catalogue) {
        var asked = (query + " " + said).toLowerCase(Locale.ROOT);
        var path = named(asked, catalogue);
        if (path.isPresent() && !path.get().howTo().isBlank()) {
            return path.get().title() + ": " + path.get().about() + "\n"
                    + path.get().howTo()
                    + (path.get().planned()
                            ? "\nPlanned, not offered yet: /qm help shows what can be had."
                            : "\nTo start one: /qm launch " + path.get().name());
        }
        if (path.isPresent()) {
            return Commands.help(path.get().name().value(), catalogue);
        }
        var verb = Stream.of(Verb.values())
                .map(Verb::word)
                .filter(word -> asked.matches("(?s).*\\b" + word + "\\b.*"))
                .filter(word -> !word.equals("help"))
                .findFirst();
        return Commands.help(verb.orElse(""), catalogue);
    }

    private static Optional<GoldenPath> named(String asked, Catalogue catalogue) {
        return catalogue.paths().values().stream()
                .filter(path -> longest(asked, path) > 0)
                .max(Comparator.comparingInt(path -> longest(asked, path)));
    }

    private static int longest(String asked, GoldenPath path) {
        var names = Stream.concat(
                Stream.of(path.name().value(), path.name().value().replace('-', ' '), path.title()),
                path.synonyms().stream());
        return names.map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name ->
                        (" " + asked.replaceAll("[?.,!]", " ") + " ").matches("(?s).*\\W\\Q" + name + "\\Es?\\W.*"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Datasets and paths whose names or descriptions share words with the query. */
    static String find(String query, Catalogue catalogue, People people) {
        var words = List.of(query.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        var datasets = catalogue.datasets().values().stream()
                .filter(dataset -> matches(
                        words, dataset.name() + " " + dataset.about() + " " + String.join(" ", dataset.synonyms())))
                .sorted(Comparator.comparing(Dataset::name))
                .map(dataset -> dataset.name() + ": " + dataset.about() + " It is "
                        + dataset.dataClass().name().toLowerCase(Locale.ROOT) + ", of " + named(dataset, people) + ".");
        var paths = catalogue.paths().values().stream()
                .filter(path -> matches(words, path.name() + " " + path.title() + " " + path.about()))
                .sorted(Comparator.comparing(GoldenPath::name))
                .map(path ->
                        (path.planned() ? path.title() + " (planned, not offered yet)" : "/qm launch " + path.name())
                                + ": " + path.about());
        var found = Stream.concat(datasets, paths).limit(SHOWN).toList();
        return found.isEmpty()
                ? "I found nothing about " + (query.isBlank() ? "that" : query)
                        + ". /qm help shows what can be launched; the"
                        + " owner of a dataset is named when you ask for it."
                : String.join("\n", found) + "\nAsk for data with: /qm grant <dataset> read --duration 2w";
    }

    private static String named(Dataset dataset, People people) {
        return people.find(dataset.owner())
                .map(Person::name)
                .orElse(dataset.owner().value());
    }

    private static boolean matches(List<String> words, String text) {
        var has = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"));
        return words.stream()
                .filter(word -> word.length() > 3
                        && !List.of("data", "dataset", "table", "with", "about", "that")
                                .contains(word))
                .anyMatch(word -> has.stream().anyMatch(other -> Nearest.likeness(word, other) >= ALIKE));
    }
}
