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
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is said where nothing is to be done. Plain text. */
final class Answers {

    static final String SMALL_TALK =
            "I hand out environments, data access and clusters. Say what you need, or type /qm help.";
    static final String LEFT =
            "All right, nothing was done. To end what runs or take back what waits, name it: “stop my notebook”, “withdraw"
                    + " my last request”.";
    static final String WELCOME = "You are welcome. /qm list shows what you have and when it ends.";
    static final String SORRY =
            "I am sorry. /qm list shows what you have and how it stands; /qm why with its id says what"
                    + " was decided and made.";
    static final String PRICE = "/qm what if, with what you mean, says what it would cost and asks for nothing.";
    static final String APPROVERS =
            "/qm what if, with what you mean, says whose yes it would need and asks for nothing.";
    static final String DECIDERS = "/qm status with the request's id says whose yes it waits for.";
    static final String CAPACITY =
            "How much is free in the cluster I do not see before it is asked for. Ask for what you need: the card says at"
                    + " once whether it waits for room and for what, nothing is charged while it waits, and you can withdraw"
                    + " it at any time.";
    static final String NOT_OURS =
            "That is nothing I can do. I hand out environments, data access and clusters, and tell what"
                    + " they cost: type /qm help to see how to ask.";
    static final String DECIDE_BY_BUTTON =
            "I take a decision only from the buttons on the request's card, from a word in that"
                    + " request's own thread, or from /qm approve and /qm deny with its id.";
    private static final Pattern PUNCTUATION = Pattern.compile("[?.,!]");
    private static final double ALIKE = 0.75;
    private static final int SHOWN = 5;

    private static final List<String> QUESTIONS = List.of(
            "what do I have",
            "what is waiting for my approval",
            "how much does a notebook cost",
            "why was my request refused",
            "who has access to sales.orders",
            "which data can I find about customers",
            "what did my team spend this month",
            "/qm rules",
            "what does my team have running");
    /** Whoever asks for all of it gets all of it. */
    private static final Pattern WHOLE = Pattern.compile("^(?:-- ?)?help\\b|\\bhelp$|\\bhelp (?:me|us|please|pls)\\W*$"
            + "|\\bwhat (?:can|could|do|are) (?:i|you|we|your)\\b[^?]{0,20}(?:do|ask|say|commands?|offer|options?)\\b"
            + "|\\bhow (?:do|does|can) (?:i|this|it|you) (?:start|work|use)|\\bcommands\\b|\\bget started\\b");

    /** Somebody who wants something no more. */
    private static final Pattern LEAVING = Pattern.compile(
            "(?i)^\\W{0,9}(?:(?:wait|hm+|ok(?:ay)?|oh|actually|sorry|well)\\W{1,3}){0,3}(?:no|nope|nah|never ?mind|nvm|leave it|forget (?:about )?(?:it|that|this|the"
                    + " [\\w-]+)|scrap (?:it|that)|cancel(?: (?:that|it))?|not now|no thanks|no thank you|don['’]?t)\\W{0,9}$");

    private Answers() {}

    static String smallTalk(String said) {
        return LEAVING.matcher(said).find() ? LEFT : SMALL_TALK;
    }

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
        return verb.isPresent() || WHOLE.matcher(asked.strip()).find()
                ? Commands.help(verb.orElse(""), catalogue)
                : nearest(asked, catalogue);
    }

    /** The whole help is no answer to a question: what comes nearest to it, and where the rest is. */
    private static String nearest(String asked, Catalogue catalogue) {
        var offered = catalogue.paths().values().stream()
                .filter(path -> !path.planned())
                .sorted(Comparator.comparing(GoldenPath::name))
                .map(path -> "what is " + path.title().toLowerCase(Locale.ROOT));
        var near = Stream.concat(QUESTIONS.stream(), offered)
                .sorted(Comparator.comparingDouble(question -> -shared(asked, question)))
                .limit(3)
                .map(question -> "“" + question + "”")
                .toList();
        return "I have no answer to that. What comes nearest: " + String.join(", ", near.subList(0, near.size() - 1))
                + " or " + near.getLast() + ". /qm help shows everything I understand.";
    }

    /** How many of its words that say something are in the other's, by likeness. */
    private static double shared(String asked, String question) {
        var has = List.of(asked.split("[^\\p{L}\\p{N}]+"));
        return Stream.of(question.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 3)
                .mapToDouble(word -> has.stream()
                        .filter(other -> other.length() > 2 && alike(word.length(), other.length()))
                        .mapToDouble(other -> Nearest.likeness(word, other))
                        .filter(likeness -> likeness >= ALIKE)
                        .max()
                        .orElse(0))
                .sum();
    }

    /** Words of so different lengths are never alike, and finding that out letter by letter takes long. */
    private static boolean alike(int one, int other) {
        return Math.min(one, other) >= ALIKE * Math.max(one, other);
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
        var plain = " " + PUNCTUATION.matcher(asked).replaceAll(" ") + " ";
        return names.map(name -> name.toLowerCase(Locale.ROOT))
                .filter(plain::contains)
                .filter(name -> plain.matches("(?s).*\\W\\Q" + name + "\\Es?\\W.*"))
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
